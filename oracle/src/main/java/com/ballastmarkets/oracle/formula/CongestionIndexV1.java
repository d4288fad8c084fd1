package com.ballastmarkets.oracle.formula;

import com.ballastmarkets.oracle.rules.ContractRules;
import com.ballastmarkets.oracle.rules.Window;
import com.ballastmarkets.oracle.telemetry.Metric;
import com.ballastmarkets.oracle.telemetry.Observation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Congestion index of a port, version 1: I = ½ × (50 × W/W₀ + 50 × N/N₀), clamped to 0…100 and
 * rounded half up to 0.01. W is the mean wait in hours and N the mean anchored count over the
 * window; W₀ and N₀ are the same over the baseline. A normal window stands at 50, and half as much
 * again of both at 75. A lot pays 1 USDC a point.
 *
 * <p>If a baseline mean is 0, its ratio is 1 when the window's mean is 0 too, and else 2: the most
 * that the scale can show.
 */
public final class CongestionIndexV1 implements SettlementFormula {
  private static final Ratio FIFTY = Ratio.of(50);
  private static final Ratio HUNDRED = Ratio.of(100);
  private static final int PLACES = 2;

  @Override
  public Computation compute(
      ContractRules rules, List<Observation> used, List<Interruption> interruptions) {
    List<Step> steps = new ArrayList<>();
    Map<Metric, List<DayValue>> days = new EnumMap<>(Metric.class);
    Ratio wait = ratio(rules, Metric.WAIT_HOURS, "wait", used, days, steps);
    Ratio anchored = ratio(rules, Metric.ANCHORED_COUNT, "anchored", used, days, steps);
    Ratio raw = FIFTY.times(wait).plus(FIFTY.times(anchored)).dividedBy(Ratio.of(2));
    Ratio clamped = raw.max(Ratio.ZERO).min(HUNDRED);
    BigDecimal index = clamped.toDecimal(PLACES, RoundingMode.HALF_UP);
    long value = index.movePointRight(6).longValueExact();
    steps.add(new Step("raw", "½ × (50 × wait_ratio + 50 × anchored_ratio)", raw.toString()));
    steps.add(new Step("clamped", "raw, at least 0 and at most 100", clamped.toString()));
    steps.add(new Step("index", "clamped, rounded half up to 0.01", index.toPlainString()));
    steps.add(new Step("value_micros", "index × 1,000,000", Long.toString(value)));
    return new Computation(days, steps, value);
  }

  private static Ratio ratio(
      ContractRules rules,
      Metric metric,
      String name,
      List<Observation> used,
      Map<Metric, List<DayValue>> days,
      List<Step> steps) {
    TripleSource sources = new TripleSource(rules, metric, used);
    List<DayValue> window = sources.window();
    days.put(metric, window);
    List<Ratio> counted = window.stream().map(DayValue::value).filter(Objects::nonNull).toList();
    if (counted.isEmpty()) {
      throw new IncompleteTelemetryException("no day of the window has a value of " + metric);
    }
    Window before = rules.window().before(rules.baseline().days());
    Ratio now = mean(counted);
    Ratio usual = mean(sources.baseline(before));
    Ratio ratio;
    if (usual.signum() == 0) {
      ratio = now.signum() == 0 ? Ratio.ONE : Ratio.of(2);
    } else {
      ratio = now.dividedBy(usual);
    }
    String of = metric + " (" + metric.unit() + ")";
    steps.add(new Step(name + "_mean", "mean of " + of + " over the window", now.toString()));
    steps.add(
        new Step(
            name + "_baseline", "mean of " + of + " over " + rules.baseline(), usual.toString()));
    steps.add(new Step(name + "_ratio", name + "_mean ÷ " + name + "_baseline", ratio.toString()));
    return ratio;
  }

  private static Ratio mean(List<Ratio> values) {
    return Ratio.sum(values).dividedBy(Ratio.of(values.size()));
  }
}
