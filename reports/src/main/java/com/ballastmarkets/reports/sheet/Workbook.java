package com.ballastmarkets.reports.sheet;

import com.ballastmarkets.reports.table.Column;
import com.ballastmarkets.reports.table.Table;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRParameter;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.data.JRMapCollectionDataSource;
import net.sf.jasperreports.engine.export.ooxml.JRXlsxExporter;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;
import net.sf.jasperreports.export.SimpleXlsxExporterConfiguration;
import net.sf.jasperreports.export.SimpleXlsxReportConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Tables as an XLSX workbook. Amounts are numeric cells with a number format, exact to the micro: a
 * workbook's numbers hold 15 significant digits, so a figure that needs more, from a billion USDC
 * up with all six places, is written as text rather than changed. Times are date cells in UTC.
 */
public final class Workbook {
  private static final int EXACT_DIGITS = 15;

  /**
   * Writes the workbook; the stream is flushed and stays open.
   *
   * @param subject said on every sheet: what the table belongs to, and that it is synthetic if so
   * @throws IOException if the stream fails
   */
  public void print(List<Table> tables, String subject, OutputStream out) throws IOException {
    try {
      final List<JasperPrint> sheets = new ArrayList<>();
      for (final Table table : tables) {
        sheets.add(fill(table, subject));
      }
      final var exporter = new JRXlsxExporter();
      exporter.setExporterInput(SimpleExporterInput.getInstance(sheets));
      exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(out));
      exporter.setConfiguration(sheets(tables));
      exporter.setConfiguration(about(subject));
      exporter.exportReport();
      out.flush();
    } catch (JRException e) {
      throw new IOException("the workbook could not be written", e);
    }
  }

  private static JasperPrint fill(Table table, String subject) throws JRException {
    final Map<String, Object> parameters = new HashMap<>();
    parameters.put(SheetDesign.TITLE, table.title());
    parameters.put(SheetDesign.SUBJECT, subject);
    parameters.put(JRParameter.REPORT_LOCALE, Locale.ROOT);
    parameters.put(JRParameter.REPORT_TIME_ZONE, TimeZone.getTimeZone(ZoneOffset.UTC));
    for (int i = 0; i < table.columns().size(); i++) {
      final Column column = table.columns().get(i);
      parameters.put("head_" + i, column.title());
      if (!table.totals().isEmpty()) {
        parameters.put("total_" + i, value(table.totals().get(i)));
      }
    }
    final List<Map<String, ?>> rows = new ArrayList<>(table.rows().size());
    for (final List<@Nullable Object> cells : table.rows()) {
      final Map<String, @Nullable Object> row = new HashMap<>();
      for (int i = 0; i < cells.size(); i++) {
        row.put("c" + i, value(cells.get(i)));
      }
      rows.add(row);
    }
    return JasperFillManager.fillReport(
        JasperCompileManager.compileReport(SheetDesign.of(table)),
        parameters,
        new JRMapCollectionDataSource(rows));
  }

  private static @Nullable Object value(@Nullable Object cell) {
    return switch (cell) {
      case BigDecimal decimal when decimal.stripTrailingZeros().precision() > EXACT_DIGITS ->
          decimal.toPlainString();
      case Instant time -> Date.from(time);
      case LocalDate date -> Date.from(date.atStartOfDay(ZoneOffset.UTC).toInstant());
      case null, default -> cell;
    };
  }

  private static SimpleXlsxReportConfiguration sheets(List<Table> tables) {
    final var sheets = new SimpleXlsxReportConfiguration();
    sheets.setSheetNames(tables.stream().map(Table::title).toArray(String[]::new));
    sheets.setDetectCellType(true);
    sheets.setOnePagePerSheet(false);
    sheets.setWhitePageBackground(false);
    sheets.setShowGridLines(true);
    sheets.setWrapText(false);
    sheets.setRemoveEmptySpaceBetweenRows(true);
    sheets.setFreezeRow(SheetDesign.FIRST_ROW_BELOW_HEADER);
    sheets.setUseTimeZone(true);
    sheets.setFitWidth(1);
    sheets.setFitHeight(0);
    return sheets;
  }

  private static SimpleXlsxExporterConfiguration about(String subject) {
    final var about = new SimpleXlsxExporterConfiguration();
    about.setMetadataTitle(subject);
    return about;
  }
}
