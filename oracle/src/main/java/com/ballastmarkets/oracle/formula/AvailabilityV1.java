package com.ballastmarkets.oracle.formula;

import com.ballastmarkets.oracle.rules.ContractRules;
import com.ballastmarkets.oracle.rules.Window;
import com.ballastmarkets.oracle.telemetry.Metric;
import com.ballastmarkets.oracle.telemetry.Observation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Availability of a chokepoint, version 1. A lot pays 1 USDC if over the window
 *
 * <ul>
 *   <li>no closure, restriction or force majeure was in force for a full hour or more, notices that
 *       overlap or touch being one; and
 *   <li>Σ transits ÷ (baseline per day × days) ≥ 4/5, exact and inclusive,
 * </ul>
 *
 * else 0. The test is one-sided: a surge of traffic is no closure. Example: Suez in the week of
 * 2021-03-22 against {@code TRAILING_30} has 139 transits of 1690/30 × 7, the ratio 417/1183: 0.
 */
public final class AvailabilityV1 implements SettlementFormula {
  private static final Ratio THRESHOLD = Ratio.of(4, 5);
  private static final Duration LONG_ENOUGH = Duration.ofHours(1);
  private static final long ONE_USDC = 1_000_000;

  @Override
  public Computation compute(
      ContractRules rules, List<Observation> used, List<Interruption> interruptions) {
    TripleSource sources = new TripleSource(rules, Metric.TRANSITS, used);
    List<DayValue> days = sources.window();
    List<Ratio> counted = days.stream().map(DayValue::value).filter(Objects::nonNull).toList();
    if (counted.isEmpty()) {
      throw new IncompleteTelemetryException("no day of the window has a value");
    }
    List<Ratio> before = sources.baseline(rules.window().before(rules.baseline().days()));
    Ratio baselineSum = Ratio.sum(before);
    if (baselineSum.signum() == 0) {
      throw new IncompleteTelemetryException("the baseline has no transits to compare with");
    }
    Ratio perDay = baselineSum.dividedBy(Ratio.of(before.size()));
    Ratio transits = Ratio.sum(counted);
    Ratio usual = perDay.times(Ratio.of(counted.size()));
    Ratio ratio = transits.dividedBy(usual);
    boolean enough = ratio.compareTo(THRESHOLD) >= 0;
    Duration closed = longest(rules.window(), interruptions);
    boolean open = closed.compareTo(LONG_ENOUGH) < 0;
    long value = enough && open ? ONE_USDC : 0;

    List<Step> steps = new ArrayList<>();
    steps.add(new Step("transits", "Σ of the window's days", transits.toString()));
    steps.add(new Step("days", "days of the window that count", "" + counted.size()));
    steps.add(
        new Step(
            "baseline_sum",
            "Σ of the days of " + rules.baseline() + " that have a value",
            baselineSum.toString()));
    steps.add(
        new Step("baseline_days", "days of the baseline that have a value", "" + before.size()));
    steps.add(new Step("baseline_per_day", "baseline_sum ÷ baseline_days", perDay.toString()));
    steps.add(new Step("usual", "baseline_per_day × days", usual.toString()));
    steps.add(new Step("ratio", "transits ÷ usual", ratio.toString()));
    steps.add(new Step("enough", "ratio ≥ " + THRESHOLD, "" + enough));
    steps.add(
        new Step(
            "interrupted", "longest closure, restriction or force majeure", closed.toString()));
    steps.add(new Step("open", "interrupted < " + LONG_ENOUGH, "" + open));
    steps.add(
        new Step("value_micros", "1,000,000 if enough and open, else 0", Long.toString(value)));
    return new Computation(Map.of(Metric.TRANSITS, days), steps, value);
  }

  /** The longest time without a gap in which some notice was in force, inside the window. */
  private static Duration longest(Window window, List<Interruption> interruptions) {
    Duration longest = Duration.ZERO;
    Instant start = Instant.MIN;
    Instant end = Instant.MIN;
    for (Interruption interruption : interruptions.stream().sorted(Interruption.ORDER).toList()) {
      Instant from = later(interruption.from(), window.opens());
      Instant until = interruption.until();
      Instant to = until == null || until.isAfter(window.expiry()) ? window.expiry() : until;
      if (!from.isBefore(to)) {
        continue;
      }
      if (from.isAfter(end)) {
        start = from;
        end = to;
      } else {
        end = later(end, to);
      }
      Duration length = Duration.between(start, end);
      longest = length.compareTo(longest) > 0 ? length : longest;
    }
    return longest;
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
