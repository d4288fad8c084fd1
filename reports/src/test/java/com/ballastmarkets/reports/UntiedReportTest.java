package com.ballastmarkets.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.ballastmarkets.domain.event.CashReason;
import com.ballastmarkets.reports.settlement.Outcome;
import com.ballastmarkets.reports.settlement.Payout;
import com.ballastmarkets.reports.settlement.SettlementReport;
import com.ballastmarkets.reports.statement.AccountStatement;
import com.ballastmarkets.reports.statement.MarginLine;
import com.ballastmarkets.reports.statement.Movement;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Figures that do not tie make no report. */
class UntiedReportTest {
  private static final Outcome AT_ONE = new Outcome.Final(1_000_000, Samples.ISSUED);

  @Test
  void payoutsMustSumToZero() {
    assertThatExceptionOfType(UntiedReportException.class)
        .isThrownBy(() -> settled(AT_ONE, new Payout(1, "a", 10, 8_000_000, 0, 2_000_000, 0)))
        .withMessageContaining("lots");
    assertThatExceptionOfType(UntiedReportException.class)
        .isThrownBy(() ->
            settled(
                AT_ONE,
                new Payout(1, "a", 10, 8_000_000, 0, 2_000_000, 0),
                new Payout(2, "b", -10, -8_000_000, 0, -1_999_999, 0)))
        .withMessageContaining("final payments");
  }

  @Test
  void whatAnAccountReceivedMustBeWhatItsFillsAreWorth() {
    assertThatExceptionOfType(UntiedReportException.class)
        .isThrownBy(() ->
            settled(
                AT_ONE,
                new Payout(1, "a", 10, 7_000_000, 0, 2_000_000, 0),
                new Payout(2, "b", -10, -7_000_000, 0, -2_000_000, 0)))
        .withMessageContaining("account 1")
        .withMessageContaining("2.00")
        .withMessageContaining("3.00");
  }

  @Test
  void aVoidContractMustHaveTakenEverythingBack() {
    final Outcome voided = new Outcome.Voided(Samples.ISSUED);
    final SettlementReport report =
        settled(
            voided,
            new Payout(1, "a", 10, 7_000_000, 500_000, -500_000, 9),
            new Payout(2, "b", -10, -7_000_000, -500_000, 500_000, 0));
    assertThat(report.totals().netMicros()).isEqualTo(-9);
    assertThatExceptionOfType(UntiedReportException.class)
        .isThrownBy(() ->
            settled(
                voided,
                new Payout(1, "a", 10, 7_000_000, 500_000, 0, 0),
                new Payout(2, "b", -10, -7_000_000, -500_000, 0, 0)));
  }

  @Test
  void aProvisionalSettlementHasPaidNobody() {
    final Outcome provisional = new Outcome.Provisional(0, Samples.ISSUED);
    assertThatExceptionOfType(UntiedReportException.class)
        .isThrownBy(() -> settled(provisional, new Payout(1, "a", 0, 0, 0, 0, 0)))
        .withMessageContaining("PROVISIONAL");
  }

  @Test
  void movementsMustRunFromTheOpeningToTheClosingBalance() {
    final Movement deposit = movement(1, 5_000_000, 15_000_000);
    assertThat(statement(10_000_000, 15_000_000, deposit).subtotals())
        .containsExactly(new AccountStatement.Subtotal(CashReason.DEPOSIT, 1, 5_000_000));
    assertThatExceptionOfType(UntiedReportException.class)
        .isThrownBy(() -> statement(10_000_000, 15_000_001, deposit))
        .withMessageContaining("closing balance")
        .withMessageContaining("15.000001");
    assertThatExceptionOfType(UntiedReportException.class)
        .isThrownBy(() -> statement(10_000_001, 15_000_001, deposit))
        .withMessageContaining("after event 1");
  }

  @Test
  void availableMustBeEquityLessMargin() {
    assertThatExceptionOfType(UntiedReportException.class)
        .isThrownBy(() -> new MarginLine(Samples.ISSUED, 10, 3, 8));
  }

  private static SettlementReport settled(Outcome outcome, Payout... payouts) {
    return new SettlementReport(
        "Ballast Markets",
        Samples.ISSUED,
        Samples.contract(),
        false,
        outcome,
        "availability v1",
        List.of(),
        List.of(),
        List.of(),
        null,
        List.of(),
        List.of(payouts));
  }

  private static Movement movement(long sequence, long amount, long balance) {
    return new Movement(
        sequence, Instant.EPOCH, CashReason.DEPOSIT, "", 0, 0, "r", amount, balance);
  }

  private static AccountStatement statement(long opening, long closing, Movement... movements) {
    final AccountStatement base = Samples.statement(0, false);
    return new AccountStatement(
        base.venue(),
        base.issuedAt(),
        1,
        "a",
        "b",
        base.from(),
        base.to(),
        false,
        opening,
        closing,
        List.of(movements),
        List.of(),
        List.of(),
        new MarginLine(Samples.ISSUED, closing, 0, closing));
  }
}
