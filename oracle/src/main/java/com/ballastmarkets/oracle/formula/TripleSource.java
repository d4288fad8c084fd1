package com.ballastmarkets.oracle.formula;

import com.ballastmarkets.oracle.rules.ContractRules;
import com.ballastmarkets.oracle.rules.FallbackRule;
import com.ballastmarkets.oracle.rules.SourceRule;
import com.ballastmarkets.oracle.rules.Window;
import com.ballastmarkets.oracle.telemetry.Metric;
import com.ballastmarkets.oracle.telemetry.Observation;
import com.ballastmarkets.oracle.telemetry.SourceClass;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Triple-source verification. Providers of one class are reconciled by their median, and a day's
 * value is the median of its classes. Two classes agree when their sums over the window's days that
 * both have differ by at most a tenth of the larger; they must share at least half of the days.
 */
final class TripleSource {
  private static final Ratio TOLERANCE = Ratio.of(1, 10);

  private final ContractRules rules;
  private final Map<LocalDate, Map<SourceClass, Ratio>> days;

  /** Brings one metric's observations together. */
  TripleSource(ContractRules rules, Metric metric, List<Observation> used) {
    this.rules = rules;
    Map<LocalDate, Map<SourceClass, List<Ratio>>> providers = new TreeMap<>();
    for (Observation observation : used) {
      if (observation.metric() != metric || observation.value() == null) {
        continue;
      }
      for (SourceRule source : rules.sources()) {
        if (source.source().equals(observation.source())) {
          providers
              .computeIfAbsent(
                  observation.day().minusDays(source.offsetDays()), day -> new TreeMap<>())
              .computeIfAbsent(source.sourceClass(), c -> new ArrayList<>())
              .add(Ratio.of(observation.value()));
        }
      }
    }
    days = new TreeMap<>();
    providers.forEach((day, classes) -> {
      Map<SourceClass, Ratio> values = new EnumMap<>(SourceClass.class);
      classes.forEach((sourceClass, all) -> values.put(sourceClass, Ratio.median(all)));
      days.put(day, values);
    });
  }

  /** The window's days; a day that the fallback rule cannot fill has no value. */
  List<DayValue> window() {
    Set<SourceClass> agreeing = agreeing();
    List<DayValue> series = new ArrayList<>();
    for (LocalDate day : rules.window().days()) {
      Map<SourceClass, Ratio> values = days.getOrDefault(day, Map.of());
      if (values.isEmpty()) {
        series.add(new DayValue(day, fallback(day), DayStatus.FALLBACK, values));
      } else {
        long vouching = values.keySet().stream().filter(agreeing::contains).count();
        series.add(
            new DayValue(
                day,
                median(values),
                vouching >= 2 ? DayStatus.VERIFIED : DayStatus.FLAGGED,
                values));
      }
    }
    return series;
  }

  /**
   * The values of the baseline's days that have one, oldest first.
   *
   * @throws IncompleteTelemetryException if fewer than half of the days have one
   */
  List<Ratio> baseline(Window baseline) {
    List<Ratio> values = new ArrayList<>();
    for (LocalDate day : baseline.days()) {
      Map<SourceClass, Ratio> classes = days.getOrDefault(day, Map.of());
      if (!classes.isEmpty()) {
        values.add(median(classes));
      }
    }
    if (2 * values.size() < baseline.length()) {
      throw new IncompleteTelemetryException(
          "the baseline has values for "
              + values.size()
              + " of "
              + baseline.length()
              + " days from "
              + baseline.from());
    }
    return values;
  }

  private Set<SourceClass> agreeing() {
    Set<SourceClass> agreeing = EnumSet.noneOf(SourceClass.class);
    SourceClass[] all = SourceClass.values();
    for (int i = 0; i < all.length; i++) {
      for (int j = i + 1; j < all.length; j++) {
        if (agree(all[i], all[j])) {
          agreeing.add(all[i]);
          agreeing.add(all[j]);
        }
      }
    }
    return agreeing;
  }

  private boolean agree(SourceClass one, SourceClass other) {
    Ratio first = Ratio.ZERO;
    Ratio second = Ratio.ZERO;
    int shared = 0;
    for (LocalDate day : rules.window().days()) {
      Map<SourceClass, Ratio> values = days.getOrDefault(day, Map.of());
      Ratio a = values.get(one);
      Ratio b = values.get(other);
      if (a != null && b != null) {
        first = first.plus(a);
        second = second.plus(b);
        shared++;
      }
    }
    Ratio difference = first.minus(second).abs();
    return 2 * shared >= rules.window().length()
        && difference.compareTo(TOLERANCE.times(first.max(second))) <= 0;
  }

  private @Nullable Ratio fallback(LocalDate day) {
    if (rules.fallback() == FallbackRule.EXCLUDE) {
      return null;
    }
    for (LocalDate earlier = day.minusDays(1);
        !earlier.isBefore(rules.observed().from());
        earlier = earlier.minusDays(1)) {
      Map<SourceClass, Ratio> values = days.getOrDefault(earlier, Map.of());
      if (!values.isEmpty()) {
        return median(values);
      }
    }
    throw new IncompleteTelemetryException("no source has a value for " + day + " or before");
  }

  private static Ratio median(Map<SourceClass, Ratio> values) {
    return Ratio.median(List.copyOf(values.values()));
  }
}
