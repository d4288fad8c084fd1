package com.ballastmarkets.oracle.formula;

import com.ballastmarkets.oracle.rules.ContractRules;
import com.ballastmarkets.oracle.rules.FormulaId;
import com.ballastmarkets.oracle.rules.SourceRule;
import com.ballastmarkets.oracle.rules.Window;
import com.ballastmarkets.oracle.telemetry.Metric;
import com.ballastmarkets.oracle.telemetry.Observation;
import com.ballastmarkets.oracle.telemetry.Qualifier;
import com.ballastmarkets.oracle.telemetry.VesselClass;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which observations a settlement uses. Of several vintages of one value:
 *
 * <ul>
 *   <li>in the window, the latest that was received by the time of the snapshot;
 *   <li>in the baseline, the latest received by the opening of the window, so that it is frozen
 *       then; a value first heard of later takes its first vintage.
 * </ul>
 *
 * @param used in {@link Observation#ORDER}, one for each source, metric and day
 * @param excluded the others, in the same order, each with its reason
 */
public record ObservationSelection(List<Observation> used, List<Excluded> excluded) {

  /** An observation that was at hand and is not used. */
  public record Excluded(Observation observation, String reason) {}

  /** The metrics that a formula needs. */
  public static List<Metric> metrics(FormulaId formula) {
    return switch (formula) {
      case AVAILABILITY_V1 -> List.of(Metric.TRANSITS);
      case CONGESTION_INDEX_V1 -> List.of(Metric.WAIT_HOURS, Metric.ANCHORED_COUNT);
    };
  }

  /** Whether an observation is of the contract's place, metrics, vessels and days at all. */
  public static boolean concerns(ContractRules rules, Observation observation) {
    VesselClass vesselClass = rules.vesselClass();
    Window days = rules.observed();
    int offset = offset(rules, observation.source());
    return observation.place().equals(rules.place())
        && observation.vesselClass() == vesselClass
        && metrics(rules.formula()).contains(observation.metric())
        && days.contains(observation.day().minusDays(offset));
  }

  /**
   * Selects.
   *
   * @param candidates all observations at hand; those that do not {@linkplain #concerns concern}
   *     the contract are passed over
   * @param takenAt the time of the snapshot
   */
  public static ObservationSelection of(
      ContractRules rules, Collection<Observation> candidates, Instant takenAt) {
    Map<String, List<Observation>> byKey = new TreeMap<>();
    List<Observation> sorted =
        candidates.stream().filter(o -> concerns(rules, o)).sorted(Observation.ORDER).toList();
    for (Observation observation : sorted) {
      byKey
          .computeIfAbsent(observation.key().toString(), key -> new ArrayList<>())
          .add(observation);
    }
    List<Observation> used = new ArrayList<>();
    List<Excluded> excluded = new ArrayList<>();
    byKey.values().forEach(vintages -> choose(rules, vintages, takenAt, used, excluded));
    used.sort(Observation.ORDER);
    excluded.sort((a, b) -> Observation.ORDER.compare(a.observation(), b.observation()));
    return new ObservationSelection(List.copyOf(used), List.copyOf(excluded));
  }

  private static void choose(
      ContractRules rules,
      List<Observation> vintages,
      Instant takenAt,
      List<Observation> used,
      List<Excluded> excluded) {
    Observation first = vintages.getFirst();
    if (rules.sources().stream().noneMatch(s -> s.source().equals(first.source()))) {
      vintages.forEach(o -> excluded.add(new Excluded(o, "the source is a cross-check only")));
      return;
    }
    LocalDate day = first.day().minusDays(offset(rules, first.source()));
    boolean frozen = !rules.window().contains(day);
    Instant cut =
        frozen && rules.window().opens().isBefore(takenAt) ? rules.window().opens() : takenAt;
    Observation chosen = null;
    for (Observation vintage : vintages) {
      boolean known = !vintage.vintage().isAfter(cut);
      boolean firstHeard = frozen && chosen == null && !vintage.vintage().isAfter(takenAt);
      if (known || firstHeard) {
        chosen = vintage;
      }
    }
    for (Observation vintage : vintages) {
      if (vintage == chosen && vintage.qualifier() != Qualifier.MISSING) {
        used.add(vintage);
      } else if (vintage == chosen) {
        excluded.add(new Excluded(vintage, "the source has no value for the day"));
      } else if (vintage.vintage().isAfter(takenAt)) {
        excluded.add(new Excluded(vintage, "received after the snapshot"));
      } else if (frozen && vintage.vintage().isAfter(cut)) {
        excluded.add(new Excluded(vintage, "revised after the baseline was frozen"));
      } else {
        excluded.add(new Excluded(vintage, "superseded by a later vintage"));
      }
    }
  }

  private static int offset(ContractRules rules, String source) {
    for (SourceRule rule : rules.sources()) {
      if (rule.source().equals(source)) {
        return rule.offsetDays();
      }
    }
    return 0;
  }
}
