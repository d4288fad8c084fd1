package com.ballastmarkets.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.ballastmarkets.engine.simulation.Simulation.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Weeks of the whole venue, beside the naive exchange, through codecs, crashes, snapshots and clock
 * jumps: {@code -Dballast.simulation.seed=N -Dballast.simulation.steps=N}. {@link Simulate} does
 * the same by hand.
 */
final class VenueSimulation {
  private static final long SEED = Long.getLong("ballast.simulation.seed", 1);
  private static final long STEPS = Long.getLong("ballast.simulation.steps", 100_000);
  private static final Duration SHRINKING =
      Duration.ofSeconds(Long.getLong("ballast.simulation.shrinking", 30));

  /** With fewer, not everything need have come up. */
  private static final long MANY_STEPS = 1_000_000;

  /** What must have come up, or the crowd has become too tame. */
  private static final List<String> WANTED =
      List.of(
          "CashMoved BOND_FORFEITED",
          "CashMoved BOND_POSTED",
          "CashMoved BOND_RETURNED",
          "CashMoved SETTLEMENT",
          "CashMoved VARIATION",
          "CashMoved VOID_REVERSAL",
          "CashMoved WITHDRAWAL",
          "ClockAdvanced",
          "DailySettled",
          "DisputeRuled AMEND",
          "DisputeRuled UPHOLD",
          "DisputeRuled VOID",
          "LeverageChanged",
          "MarketListed binary",
          "MarketListed conditional_spread",
          "MarketListed index",
          "MarketListed option",
          "MarketStateChanged AUCTION CIRCUIT_BREAKER",
          "MarketStateChanged HALTED CIRCUIT_BREAKER",
          "MarketStateChanged VOID OPERATIONS",
          "MarketStateChanged VOID SETTLEMENT",
          "OrderCanceled MARGIN",
          "OrderCanceled REDUCE_ONLY",
          "OrderRepeated",
          "OrderReplaced kept=false",
          "OrderReplaced kept=true",
          "OrderTriggered",
          "Trade auction=false",
          "Trade auction=true",
          "WithdrawalReleased");

  @Test
  void holdsThroughWeeksOfEverything() {
    System.out.printf("%,d steps from seed %d%n", STEPS, SEED);
    final long runs = Math.ceilDiv(STEPS, Simulation.STEPS_PER_RUN);
    final EventKinds kinds =
        LongStream.range(0, runs)
            .parallel()
            .mapToObj(VenueSimulation::holds)
            .collect(EventKinds::new, EventKinds::add, EventKinds::add);
    if (STEPS >= MANY_STEPS) {
      assertThat(kinds.counts()).containsKeys(WANTED.toArray(String[]::new));
    }
  }

  /** One run of many; each has a seed of its own. */
  private static EventKinds holds(long run) {
    final EventKinds kinds = new EventKinds();
    final long left = STEPS - run * Simulation.STEPS_PER_RUN;
    final int steps = (int) Math.min(Simulation.STEPS_PER_RUN, left);
    final Finding finding = Simulation.run(SEED + run, steps, true, kinds::count);
    if (finding != null) {
      fail(told(finding), finding.cause());
    }
    return kinds;
  }

  private static String told(Finding finding) {
    final Instant end = Instant.now().plus(SHRINKING);
    final Finding least = Shrinking.shrink(finding, () -> Instant.now().isBefore(end));
    final StringBuilder text = new StringBuilder();
    text.append(finding).append("with ").append(least.steps().size()).append(" steps:\n");
    least.steps().forEach(step -> text.append("  ").append(step).append('\n'));
    return text.toString();
  }
}
