package com.ballastmarkets.reports.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table as CSV for machines: RFC 4180 with CRLF, one header of column keys, no totals, no
 * separators in numbers, exact decimals without an exponent, times and dates as in ISO 8601 (UTC),
 * empty where there is no value.
 */
public final class CsvTable {
  private CsvTable() {}

  /** Writes the table and flushes; the writer stays open. */
  public static void write(Table table, Writer out) throws IOException {
    try {
      final CsvWriter csv =
          CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).bufferSize(0).build(out);
      csv.writeRecord(table.columns().stream().map(Column::key).toList());
      for (final List<@Nullable Object> row : table.rows()) {
        csv.writeRecord(row.stream().map(CsvTable::text).toList());
      }
      out.flush();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  static String text(@Nullable Object cell) {
    return switch (cell) {
      case null -> "";
      case BigDecimal decimal -> plain(decimal);
      default -> cell.toString();
    };
  }

  private static String plain(BigDecimal decimal) {
    return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
  }
}
