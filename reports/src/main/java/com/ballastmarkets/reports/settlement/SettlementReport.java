package com.ballastmarkets.reports.settlement;

import com.ballastmarkets.domain.money.Micros;
import com.ballastmarkets.reports.UntiedReportException;
import java.time.Instant;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The settlement of one contract: inputs, computation, proof, payouts.
 *
 * <p>A report whose figures do not tie cannot be made: over all accounts the lots, the variation
 * and the final payments each sum to zero; and what each account received over the contract's life
 * is the value of its lots less what its fills cost, or nothing if the contract is void.
 *
 * @param venue the venue's name
 * @param issuedAt venue time
 * @param synthetic whether any input is the sandbox's synthetic telemetry; said on every page
 * @param formula id and version of the formula, and the code that ran it
 * @param observations in the order of the snapshot
 * @param payouts every account that ever held the contract, by account id; empty until it is paid
 */
public record SettlementReport(
    String venue,
    Instant issuedAt,
    ContractTerms contract,
    boolean synthetic,
    Outcome outcome,
    String formula,
    List<ComputationStep> computation,
    List<Observation> observations,
    List<Exclusion> exclusions,
    @Nullable Proof proof,
    List<DisputeEntry> disputes,
    List<Payout> payouts) {

  /**
   * Sums over all payouts.
   *
   * @param longLots lots of the long side, equal to the short side's
   * @param paidMicros Σ of the final payments above zero: what changed hands at the end
   * @param feesMicros Σ of fees
   */
  public record Totals(
      long longLots,
      long entryMicros,
      long variationMicros,
      long finalMicros,
      long paidMicros,
      long feesMicros,
      long netMicros) {}

  /**
   * @throws UntiedReportException if the payouts do not tie
   */
  public SettlementReport {
    computation = List.copyOf(computation);
    observations = List.copyOf(observations);
    exclusions = List.copyOf(exclusions);
    disputes = List.copyOf(disputes);
    payouts = List.copyOf(payouts);
    requireZero("lots", payouts, Payout::lots);
    requireZero("variation", payouts, Payout::variationMicros);
    requireZero("final payments", payouts, Payout::finalMicros);
    for (final Payout payout : payouts) {
      requireTied(outcome, payout);
    }
  }

  /** The sums that the report prints, computed here alone. */
  public Totals totals() {
    return new Totals(
        sum(payouts, p -> Math.max(p.lots(), 0)),
        sum(payouts, Payout::entryMicros),
        sum(payouts, Payout::variationMicros),
        sum(payouts, Payout::finalMicros),
        sum(payouts, p -> Math.max(p.finalMicros(), 0)),
        sum(payouts, Payout::feesMicros),
        sum(payouts, Payout::netMicros));
  }

  /** The value per lot that the report stands for, in micros; null for a void contract. */
  public @Nullable Long valueMicros() {
    return switch (outcome) {
      case Outcome.Provisional provisional -> provisional.valueMicros();
      case Outcome.Disputed disputed -> disputed.valueMicros();
      case Outcome.Final settled -> settled.valueMicros();
      case Outcome.Voided _ -> null;
    };
  }

  private static void requireTied(Outcome outcome, Payout payout) {
    final long due =
        switch (outcome) {
          case Outcome.Final settled ->
              Math.subtractExact(
                  Math.multiplyExact(payout.lots(), settled.valueMicros()), payout.entryMicros());
          case Outcome.Voided _ -> 0;
          case Outcome.Provisional _, Outcome.Disputed _ ->
              throw new UntiedReportException(
                  "a contract that is " + outcome.state() + " has paid nobody yet");
        };
    if (payout.grossMicros() != due) {
      throw new UntiedReportException(
          "account %d received %s USDC over the contract's life and was due %s"
              .formatted(
                  payout.accountId(),
                  Micros.formatMoney(payout.grossMicros()),
                  Micros.formatMoney(due)));
    }
  }

  private static void requireZero(
      String what, List<Payout> payouts, ToLongFunction<Payout> figure) {
    final long sum = sum(payouts, figure);
    if (sum != 0) {
      throw new UntiedReportException(
          "the %s of all payouts sum to %d micros or lots, not to zero".formatted(what, sum));
    }
  }

  private static long sum(List<Payout> payouts, ToLongFunction<Payout> figure) {
    long sum = 0;
    for (final Payout payout : payouts) {
      sum = Math.addExact(sum, figure.applyAsLong(payout));
    }
    return sum;
  }
}
