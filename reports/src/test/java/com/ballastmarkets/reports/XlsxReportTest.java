package com.ballastmarkets.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.ballastmarkets.reports.settlement.SettlementReport;
import com.ballastmarkets.reports.settlement.SettlementTables;
import com.ballastmarkets.reports.statement.AccountStatement;
import com.ballastmarkets.reports.statement.MarginLine;
import com.ballastmarkets.reports.table.DocumentHash;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class XlsxReportTest {
  private static final ReportPrinter PRINTER = new ReportPrinter();

  @Test
  void everyTableIsASheetUnderAHeaderThatStays() throws IOException {
    final SheetReader book = settlement(Samples.settlement(4, true));
    assertThat(book.names())
        .containsExactly(
            "Summary",
            "Payouts",
            "Computation",
            "Observations",
            "Exclusions",
            "Attestors",
            "Disputes");
    for (int sheet = 1; sheet <= book.names().size(); sheet++) {
      assertThat(book.isFrozenAt(sheet, "A4")).isTrue();
      assertThat(book.text(sheet, "A2")).startsWith("SYNTHETIC TELEMETRY \u2014 SANDBOX");
    }
    assertThat(book.text(2, "G3")).isEqualTo("Final payment");
  }

  @Test
  void amountsAreNumbersExactToTheMicro() throws IOException {
    final SheetReader book = settlement(Samples.settlement(4, false));
    assertThat(book.number(2, "A4")).isEqualByComparingTo("1000");
    assertThat(book.number(2, "H4")).isEqualByComparingTo("0.000123");
    assertThat(book.number(2, "I4")).isEqualByComparingTo("-85.000123");
    assertThat(book.format(2, "I4")).isEqualTo("#,##0.000000");
    assertThat(book.text(2, "B8")).isEqualTo("Total");
    assertThat(book.number(2, "I8")).isEqualByComparingTo("-0.000247");
  }

  @Test
  void timesAreDatesInUtc() throws IOException {
    final SheetReader book = settlement(Samples.settlement(2, false));
    // 2025-05-02T13:20:11Z is day 45779 of the workbook's calendar and 48011 seconds.
    assertThat(book.number(7, "A4").subtract(new BigDecimal("45779")).doubleValue() * 86_400)
        .isBetween(48_010.99, 48_011.01);
    assertThat(book.number(4, "A4")).isEqualByComparingTo("45718");
  }

  @Test
  void aFigureBeyondFifteenDigitsIsTextRatherThanChanged() throws IOException {
    final long huge = 9_007_199_254_740_993L;
    final AccountStatement base = Samples.statement(0, false);
    final var rich =
        new AccountStatement(
            base.venue(),
            base.issuedAt(),
            1,
            "a",
            "b",
            base.from(),
            base.to(),
            false,
            huge,
            huge,
            List.of(),
            List.of(),
            List.of(),
            new MarginLine(Samples.ISSUED, huge, 0, huge));
    final var out = new ByteArrayOutputStream();
    PRINTER.print(rich, Format.XLSX, out);
    final SheetReader book = new SheetReader(new ByteArrayInputStream(out.toByteArray()));
    assertThat(book.text(1, "C13")).isEqualTo("9007199254.740993");
  }

  @Test
  void theSummarySaysTheContentHash() throws IOException {
    final SettlementReport report = Samples.settlement(2, false);
    final Map<String, String> summary = settlement(report).pairs(1);
    assertThat(summary)
        .containsEntry("Content SHA-256", DocumentHash.of(SettlementTables.all(report)))
        .containsEntry("Checkpoint root", Samples.sha("root"));
  }

  private SheetReader settlement(SettlementReport report) throws IOException {
    final var out = new ByteArrayOutputStream();
    PRINTER.print(report, Format.XLSX, out);
    return new SheetReader(new ByteArrayInputStream(out.toByteArray()));
  }
}
