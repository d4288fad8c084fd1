package com.ballastmarkets.oracle.rules;

import com.ballastmarkets.domain.instrument.FeeSchedule;
import com.ballastmarkets.domain.instrument.TickTable;
import com.ballastmarkets.oracle.telemetry.SourceClass;
import com.ballastmarkets.oracle.telemetry.SyntheticTelemetry;
import com.ballastmarkets.oracle.telemetry.VesselClass;
import java.time.LocalDate;
import java.util.List;

/** Contract rules for tests. */
public final class RulesFixture {
  private RulesFixture() {}

  /** A binary on Suez that settles on PortWatch alone. */
  public static ContractRules portWatch(String from, String until, Baseline baseline) {
    return binary(
        from,
        until,
        baseline,
        List.of(new SourceRule("PORTWATCH", SourceClass.REFERENCE, 0)),
        FallbackRule.LAST_KNOWN);
  }

  /** A binary on Suez that settles on these sources. */
  public static ContractRules binary(
      String from,
      String until,
      Baseline baseline,
      List<SourceRule> sources,
      FallbackRule fallback) {
    return new ContractRules(
        "suez-test",
        "Suez Canal Availability",
        "binary",
        "suez",
        new Window(LocalDate.parse(from), LocalDate.parse(until)),
        FormulaId.AVAILABILITY_V1,
        baseline,
        VesselClass.ALL,
        sources,
        fallback,
        FlaggedDays.ACCEPT,
        0,
        1_000_000,
        TickTable.uniform(0, 10_000),
        new FeeSchedule(FeeSchedule.Basis.PROBABILITY, 0, 10_000),
        sources.getFirst().source().startsWith(SyntheticTelemetry.SOURCE_PREFIX));
  }

  /** An index on Shanghai that settles on these sources. */
  public static ContractRules index(String from, String until, List<SourceRule> sources) {
    return new ContractRules(
        "shanghai-test",
        "Shanghai Congestion Index",
        "index",
        "shanghai",
        new Window(LocalDate.parse(from), LocalDate.parse(until)),
        FormulaId.CONGESTION_INDEX_V1,
        Baseline.TRAILING_90,
        VesselClass.ALL,
        sources,
        FallbackRule.LAST_KNOWN,
        FlaggedDays.REVIEW,
        0,
        100_000_000,
        TickTable.uniform(0, 100_000),
        FeeSchedule.FREE,
        sources.getFirst().source().startsWith(SyntheticTelemetry.SOURCE_PREFIX));
  }

  /** The three synthetic sources. */
  public static List<SourceRule> synthetic() {
    return SyntheticTelemetry.classes().stream()
        .map(c -> new SourceRule(SyntheticTelemetry.sourceOf(c), c, 0))
        .toList();
  }
}
