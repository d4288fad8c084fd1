package com.ballastmarkets.reports;

import com.ballastmarkets.reports.settlement.SettlementReport;
import com.ballastmarkets.reports.statement.AccountStatement;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Prints reports. Safe for use by several threads; make one and keep it, for it keeps the
 * templates. The same report printed twice as CSV is the same, byte for byte.
 */
public final class ReportPrinter {

  /**
   * Prints a settlement report. The stream is flushed and stays open.
   *
   * @throws IOException if the stream fails
   */
  public void print(SettlementReport report, Format format, OutputStream out) throws IOException {
    throw new UnsupportedOperationException("printing of " + format);
  }

  /**
   * Prints an account statement. The stream is flushed and stays open.
   *
   * @throws IOException if the stream fails
   */
  public void print(AccountStatement statement, Format format, OutputStream out)
      throws IOException {
    throw new UnsupportedOperationException("printing of " + format);
  }
}
