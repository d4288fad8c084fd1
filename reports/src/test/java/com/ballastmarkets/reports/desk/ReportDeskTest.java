package com.ballastmarkets.reports.desk;

import static com.ballastmarkets.reports.desk.BookedWeek.ALICE;
import static com.ballastmarkets.reports.desk.BookedWeek.BOB;
import static com.ballastmarkets.reports.desk.BookedWeek.MARKET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;

import com.ballastmarkets.domain.event.CashReason;
import com.ballastmarkets.reports.Format;
import com.ballastmarkets.reports.ReportPrinter;
import com.ballastmarkets.reports.UntiedReportException;
import com.ballastmarkets.reports.settlement.Outcome;
import com.ballastmarkets.reports.settlement.Payout;
import com.ballastmarkets.reports.settlement.Proof;
import com.ballastmarkets.reports.settlement.SettlementReport;
import com.ballastmarkets.reports.statement.AccountStatement;
import com.ballastmarkets.reports.statement.MarginLine;
import com.ballastmarkets.reports.statement.Movement;
import com.ballastmarkets.reports.statement.PositionLine;
import com.ballastmarkets.sql.testing.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReportDeskTest {
  private static final Instant NOW = Instant.parse("2025-03-20T00:00:05Z");
  private static final LocalDate FIRST = LocalDate.parse("2025-03-10");
  private static final LocalDate LAST = LocalDate.parse("2025-03-20");

  private final TestDatabase database = TestDatabase.create();
  private final BookedWeek week = new BookedWeek(database.database()).open().trade();
  private final ReportDesk desk =
      new ReportDesk(database.database(), "Ballast Markets", InstantSource.fixed(NOW));

  @AfterEach
  void dropDatabase() {
    database.close();
  }

  @Test
  void aStatementRunsFromTheLedgersOpeningToItsClosingBalance() {
    week.publish().settle();
    final AccountStatement statement = desk.accountStatement(ALICE, FIRST, LAST);
    assertThat(statement.accountName()).isEqualTo("alice");
    assertThat(statement.participantName()).isEqualTo("Alice & Co");
    assertThat(statement.openingMicros()).isZero();
    assertThat(statement.movements())
        .extracting(Movement::reason, Movement::market, Movement::amountMicros)
        .containsExactly(
            tuple(CashReason.DEPOSIT, "", 1_000_000_000L),
            tuple(CashReason.FEE, MARKET, -168_000L),
            tuple(CashReason.VARIATION, MARKET, 10_000_000L),
            tuple(CashReason.WITHDRAWAL, "", -5_000_000L),
            tuple(CashReason.SETTLEMENT, MARKET, 20_000_000L));
    assertThat(statement.closingMicros()).isEqualTo(1_024_832_000L).isEqualTo(ledgerOwes(ALICE));
    assertThat(statement.trades()).hasSize(2);
    assertThat(statement.positions()).isEmpty();
  }

  @Test
  void variationOfTheNightBelongsToTheDayThatEnded() {
    final AccountStatement day = desk.accountStatement(BOB, FIRST.plusDays(1), FIRST.plusDays(1));
    assertThat(day.openingMicros()).isEqualTo(500_000_000L);
    assertThat(day.closingMicros()).isEqualTo(490_000_000L);
    assertThat(day.movements())
        .singleElement()
        .extracting(Movement::reason)
        .isEqualTo(CashReason.VARIATION);
  }

  @Test
  void aPeriodThatIsOverShowsThePositionsOfItsLastDayAndNoMargin() {
    final AccountStatement past =
        desk.accountStatement(ALICE, FIRST, LocalDate.parse("2025-03-12"));
    assertThat(past.margin()).isNull();
    assertThat(past.positions())
        .containsExactly(
            new PositionLine(MARKET, "Suez, week 11", 60, 36_000_000, 720_000, 43_200_000));
    assertThat(past.unrealisedMicros()).isZero();
  }

  @Test
  void aPeriodUpToNowShowsWhatIsOpenAndTheMargin() {
    final AccountStatement present = desk.accountStatement(ALICE, FIRST, LAST);
    assertThat(present.unrealisedMicros()).isEqualTo(60 * 720_000L - 40_000_000L);
    assertThat(present.margin())
        .isEqualTo(
            new MarginLine(
                Instant.parse("2025-03-13T09:00:00Z"), 1_008_032_000, 3_200_000, 1_004_832_000));
  }

  @Test
  void aSettlementTiesFillsLedgerAndValue() {
    week.publish().dispute().settle();
    final SettlementReport report = desk.settlementReport(MARKET);
    assertThat(report.outcome())
        .isEqualTo(new Outcome.Final(1_000_000, Instant.parse("2025-03-20T00:00:00Z")));
    assertThat(report.payouts())
        .containsExactly(
            new Payout(ALICE, "alice", 60, 30_000_000, 10_000_000, 20_000_000, 168_000),
            new Payout(BOB, "bob", -60, -30_000_000, -10_000_000, -20_000_000, 52_500));
    assertThat(report.synthetic()).isTrue();
    assertThat(report.computation()).singleElement().extracting("value").isEqualTo("417/1183");
    assertThat(report.observations())
        .extracting("use", "qualifier", "value")
        .containsExactly(
            tuple("baseline", "OBSERVED", new BigDecimal("40")), tuple("window", "MISSING", null));
    assertThat(report.exclusions()).hasSize(1);
    assertThat(report.disputes())
        .extracting("what", "accountId", "reason")
        .containsExactly(tuple("OPENED", BOB, "Convoys are missing."), tuple("UPHOLD", BOB, ""));
  }

  @Test
  void theProofNamesTheFirstCheckpointAndItsSigners() {
    week.publish().settle();
    assertThat(desk.settlementReport(MARKET).proof())
        .isEqualTo(
            new Proof(
                "e".repeat(64),
                0,
                "venue.example/log",
                3,
                "0".repeat(64),
                List.of(
                    new Proof.Attestor("venue.example/log", "01020304", "log"),
                    new Proof.Attestor("witness.example", "ffffffff", "cosigner"))));
  }

  @Test
  void aVoidContractHasTakenEverythingBackButFees() {
    week.voided();
    final SettlementReport report = desk.settlementReport(MARKET);
    assertThat(report.outcome()).isInstanceOf(Outcome.Voided.class);
    assertThat(report.totals().netMicros()).isEqualTo(-220_500);
    assertThat(report.payouts()).allMatch(payout -> payout.grossMicros() == 0);
  }

  @Test
  void aProvisionalValueIsReportedWithoutPayouts() {
    week.publish();
    final SettlementReport report = desk.settlementReport(MARKET);
    assertThat(report.outcome())
        .isEqualTo(new Outcome.Provisional(1_000_000, Instant.parse("2025-03-20T00:00:00Z")));
    assertThat(report.payouts()).isEmpty();
  }

  @Test
  void fillsAndLedgerThatDisagreeByAMicroMakeNoReport() {
    week.publish().settle().wrongFee();
    assertThatExceptionOfType(UntiedReportException.class)
        .isThrownBy(() -> desk.settlementReport(MARKET))
        .withMessageContaining("0.168")
        .withMessageContaining("0.168001");
  }

  @Test
  void whatIsNotThereIsSaid() {
    assertThatExceptionOfType(NoReportException.class)
        .isThrownBy(() -> desk.settlementReport("nowhere"))
        .withMessage("there is no market nowhere");
    assertThatExceptionOfType(NoReportException.class)
        .isThrownBy(() -> desk.settlementReport(MARKET))
        .withMessageContaining("CONTINUOUS");
    assertThatExceptionOfType(NoReportException.class)
        .isThrownBy(() -> desk.accountStatement(4711, FIRST, LAST))
        .withMessage("there is no account 4711");
  }

  @Test
  void bothCanBePrinted() throws IOException {
    week.publish().dispute().settle();
    final var printer = new ReportPrinter();
    final var out = new ByteArrayOutputStream();
    printer.print(desk.settlementReport(MARKET), Format.PDF, out);
    printer.print(desk.accountStatement(ALICE, FIRST, LAST), Format.PDF, out);
    assertThat(out.size()).isGreaterThan(10_000);
  }

  private long ledgerOwes(long account) {
    return -database
        .database()
        .sql()
        .fetchSingle(
            "SELECT sum(balance_micros)::bigint FROM ledger.balance WHERE ledger_account LIKE ?",
            "2_00/" + account)
        .get(0, Long.class);
  }
}
