package com.ballastmarkets.reports;

import com.ballastmarkets.reports.disclosure.DisclosurePages;
import com.ballastmarkets.reports.disclosure.DisclosureTables;
import com.ballastmarkets.reports.disclosure.PublicDisclosure;
import com.ballastmarkets.reports.page.PageDocument;
import com.ballastmarkets.reports.page.PdfPress;
import com.ballastmarkets.reports.settlement.SettlementPages;
import com.ballastmarkets.reports.settlement.SettlementReport;
import com.ballastmarkets.reports.settlement.SettlementTables;
import com.ballastmarkets.reports.sheet.Workbook;
import com.ballastmarkets.reports.statement.AccountStatement;
import com.ballastmarkets.reports.statement.StatementPages;
import com.ballastmarkets.reports.statement.StatementTables;
import com.ballastmarkets.reports.table.CsvTable;
import com.ballastmarkets.reports.table.DocumentHash;
import com.ballastmarkets.reports.table.Table;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Prints reports. Safe for use by several threads; make one and keep it, for it keeps the
 * templates. The same report printed twice as CSV is the same, byte for byte.
 */
public final class ReportPrinter {
  private final PdfPress press = new PdfPress();
  private final Workbook workbook = new Workbook();

  /**
   * Prints a settlement report; as CSV, its payouts. The stream is flushed and stays open.
   *
   * @throws IOException if the stream fails
   */
  public void print(SettlementReport report, Format format, OutputStream out) throws IOException {
    final List<Table> tables = SettlementTables.all(report);
    final String hash = DocumentHash.of(tables);
    switch (format) {
      case PDF -> press.print(SettlementPages.of(report, hash), out);
      case XLSX -> book(tables, SettlementPages.of(report, hash), out);
      case CSV -> csv(SettlementTables.flat(report), out);
    }
  }

  /**
   * Prints an account statement; as CSV, its movements. The stream is flushed and stays open.
   *
   * @throws IOException if the stream fails
   */
  public void print(AccountStatement statement, Format format, OutputStream out)
      throws IOException {
    final List<Table> tables = StatementTables.all(statement);
    final String hash = DocumentHash.of(tables);
    switch (format) {
      case PDF -> press.print(StatementPages.of(statement, hash), out);
      case XLSX -> book(tables, StatementPages.of(statement, hash), out);
      case CSV -> csv(StatementTables.flat(statement), out);
    }
  }

  /**
   * Prints a public disclosure; as CSV, its figures. The stream is flushed and stays open.
   *
   * @throws IOException if the stream fails
   */
  public void print(PublicDisclosure disclosure, Format format, OutputStream out)
      throws IOException {
    final List<Table> tables = DisclosureTables.all(disclosure);
    final String hash = DocumentHash.of(tables);
    switch (format) {
      case PDF -> press.print(DisclosurePages.of(disclosure, hash), out);
      case XLSX -> book(tables, DisclosurePages.of(disclosure, hash), out);
      case CSV -> csv(DisclosureTables.flat(disclosure), out);
    }
  }

  /** The same tables as the hash is over; the summary also says the hash. */
  private void book(List<Table> tables, PageDocument document, OutputStream out)
      throws IOException {
    final List<Table> sheets = new ArrayList<>(tables);
    sheets.set(0, tables.getFirst().with("Content SHA-256", document.hash(), null));
    final String subject = document.venue() + " \u00b7 " + document.runningHead();
    workbook.print(
        sheets,
        document.synthetic() ? PageDocument.SYNTHETIC + " \u00b7 " + subject : subject,
        out);
  }

  private static void csv(Table table, OutputStream out) throws IOException {
    CsvTable.write(table, new OutputStreamWriter(out, StandardCharsets.UTF_8));
  }
}
