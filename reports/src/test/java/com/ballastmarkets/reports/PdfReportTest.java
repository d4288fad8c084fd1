package com.ballastmarkets.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.ballastmarkets.reports.settlement.SettlementTables;
import com.ballastmarkets.reports.table.DocumentHash;
import com.lowagie.text.pdf.PRIndirectReference;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfObject;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PdfReportTest {
  private static final String SYNTHETIC = "SYNTHETIC TELEMETRY";
  private static final ReportPrinter PRINTER = new ReportPrinter();

  @Test
  void syntheticTelemetryIsSaidOnEveryPageAndOnlyThen() throws IOException {
    final List<String> synthetic = settlement(60, true);
    assertThat(synthetic).hasSizeGreaterThan(5).allMatch(page -> page.contains(SYNTHETIC));
    assertThat(settlement(2, false)).noneMatch(page -> page.contains(SYNTHETIC));
  }

  @Test
  void everyPageNamesItsNumberTheVenueTimeAndTheContentHash() throws IOException {
    final String hash = DocumentHash.of(SettlementTables.all(Samples.settlement(40, false)));
    final List<String> pages = settlement(40, false);
    for (int i = 0; i < pages.size(); i++) {
      assertThat(pages.get(i))
          .contains("Page " + (i + 1) + " of " + pages.size())
          .contains("2025-05-04 00:00:07 UTC, venue time")
          .contains(hash);
    }
  }

  @Test
  void headersOfALongTableComeAgainOnEveryPageThatItRunsOver() throws IOException {
    final List<String> pages = statement(250);
    final List<String> inTheTable =
        pages.stream().filter(page -> page.contains("Daily variation")).toList();
    assertThat(inTheTable).hasSizeGreaterThan(5);
    assertThat(inTheTable.subList(1, inTheTable.size()))
        .allMatch(page -> page.contains("Market or reference") && page.contains("Balance"));
  }

  @Test
  void figuresHashesAndNamesOfAnyScriptStandWhole() throws IOException {
    final String text = String.join(" ", settlement(10, false)).replaceAll("\\s+", " ");
    assertThat(text)
        .contains("Nordwind R\u00fcckversicherung")
        .contains("\u4e0a\u6d77\u6e2f\u822a\u884d\u751f\u54c1\u4ea4\u6613\u6709\u9650\u516c\u53f8")
        .contains("\ud55c\uad6d\ud574\uc6b4\uc120\ubb3c")
        .contains("417/1183")
        .contains("\u221285.000123")
        .contains(Samples.sha("evidence"))
        .contains(Samples.sha("ruling"));
  }

  @Test
  void anEmptyStatementIsOnePageThatSaysSo() throws IOException {
    assertThat(statement(0))
        .singleElement()
        .asString()
        .contains("No cash moved in this period.", "No position was open", "No fill");
  }

  @Test
  void everyFontIsEmbedded() throws IOException {
    try (PdfReader reader = new PdfReader(pdf(Samples.settlement(10, true)))) {
      int fonts = 0;
      for (int i = 0; i < reader.getXrefSize(); i++) {
        final PdfObject object = reader.getPdfObject(i);
        if (object instanceof PdfDictionary dictionary
            && PdfName.FONTDESCRIPTOR.equals(dictionary.get(PdfName.TYPE))) {
          fonts++;
          assertThat(dictionary.get(PdfName.FONTFILE2)).isInstanceOf(PRIndirectReference.class);
        }
      }
      assertThat(fonts).isGreaterThanOrEqualTo(4);
    }
  }

  private List<String> settlement(int accounts, boolean synthetic) throws IOException {
    return pages(pdf(Samples.settlement(accounts, synthetic)));
  }

  private List<String> statement(int movements) throws IOException {
    final var out = new ByteArrayOutputStream();
    PRINTER.print(Samples.statement(movements, false), Format.PDF, out);
    return pages(out.toByteArray());
  }

  private byte[] pdf(com.ballastmarkets.reports.settlement.SettlementReport report)
      throws IOException {
    final var out = new ByteArrayOutputStream();
    PRINTER.print(report, Format.PDF, out);
    return out.toByteArray();
  }

  private static List<String> pages(byte[] pdf) throws IOException {
    final List<String> pages = new ArrayList<>();
    try (PdfReader reader = new PdfReader(pdf)) {
      final var extractor = new PdfTextExtractor(reader);
      for (int page = 1; page <= reader.getNumberOfPages(); page++) {
        pages.add(extractor.getTextFromPage(page));
      }
    }
    return pages;
  }
}
