package com.ballastmarkets.oracle.formula;

import com.ballastmarkets.oracle.telemetry.Metric;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A settlement value and the whole way to it.
 *
 * @param days the window's days, by metric
 * @param steps in the order in which they are computed
 * @param valueMicros what a lot pays, in micro-USDC
 */
public record Computation(Map<Metric, List<DayValue>> days, List<Step> steps, long valueMicros) {
  public Computation {
    days = new TreeMap<>(days);
    steps = List.copyOf(steps);
  }

  /** Whether no source had a value for some day of the window. */
  public boolean hasFallback() {
    return days.values().stream()
        .flatMap(List::stream)
        .anyMatch(day -> day.status() == DayStatus.FALLBACK);
  }

  /** Whether a day of the window is {@link DayStatus#FLAGGED} or {@link DayStatus#FALLBACK}. */
  public boolean needsReview() {
    return days.values().stream()
        .flatMap(List::stream)
        .anyMatch(day -> day.status() != DayStatus.VERIFIED);
  }
}
