package com.ballastmarkets.reports.page;

import com.ballastmarkets.reports.table.Figures;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRParameter;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.data.JRMapCollectionDataSource;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;
import net.sf.jasperreports.pdf.JRPdfExporter;
import net.sf.jasperreports.pdf.SimplePdfExporterConfiguration;

/** Sets documents as PDF: A4, fonts embedded. */
public final class PdfPress {
  private final Templates templates = new Templates();

  /**
   * Writes the document; the stream is flushed and stays open.
   *
   * @throws IOException if the stream fails
   */
  public void print(PageDocument document, OutputStream out) throws IOException {
    try {
      final var exporter = new JRPdfExporter();
      exporter.setExporterInput(new SimpleExporterInput(fill(document)));
      exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(out));
      exporter.setConfiguration(about(document));
      exporter.exportReport();
      out.flush();
    } catch (JRException e) {
      throw new IOException("the PDF could not be written", e);
    }
  }

  private JasperPrint fill(PageDocument document) throws JRException {
    final Map<String, Object> parameters = new HashMap<>(common());
    parameters.put("SYNTHETIC", document.synthetic());
    parameters.put("VENUE", document.venue().toUpperCase(Locale.ROOT));
    parameters.put("RUNNING_HEAD", document.runningHead());
    parameters.put("ISSUED", "Issued " + Figures.time(document.issuedAt()) + " UTC, venue time");
    parameters.put("HASH", "SHA-256 " + document.hash());
    final List<Map<String, ?>> sections = new ArrayList<>();
    sections.add(record(document.masthead().section(), 0));
    for (final Section section : document.sections()) {
      sections.add(record(section, sections.size()));
    }
    return JasperFillManager.fillReport(
        templates.report("document"), parameters, new JRMapCollectionDataSource(sections));
  }

  private Map<String, Object> record(Section section, int number) {
    final Map<String, Object> parameters = new HashMap<>(common());
    section.totals().forEach((key, text) -> parameters.put("total_" + key, text));
    final Map<String, Object> record = new HashMap<>();
    record.put("number", number);
    record.put("headed", section.heading() != null);
    record.put("heading", section.heading());
    record.put("note", section.note());
    record.put("template", templates.report(section.template()));
    record.put("parameters", parameters);
    record.put("rows", new JRMapCollectionDataSource(new ArrayList<>(section.rows())));
    return record;
  }

  private Map<String, Object> common() {
    return Map.of(
        "STYLES",
        templates.styles(),
        JRParameter.REPORT_LOCALE,
        Locale.ROOT,
        JRParameter.REPORT_TIME_ZONE,
        TimeZone.getTimeZone("UTC"));
  }

  private static SimplePdfExporterConfiguration about(PageDocument document) {
    final var configuration = new SimplePdfExporterConfiguration();
    configuration.setMetadataTitle(document.runningHead());
    configuration.setMetadataAuthor(document.venue());
    configuration.setDisplayMetadataTitle(true);
    configuration.setCompressed(true);
    return configuration;
  }
}
