package com.ballastmarkets.oracle.rules;

import com.ballastmarkets.domain.instrument.FeeSchedule;
import com.ballastmarkets.domain.instrument.TickTable;
import com.ballastmarkets.oracle.json.CanonicalJson;
import com.ballastmarkets.oracle.merkle.Hash;
import com.ballastmarkets.oracle.telemetry.VesselClass;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * How one market settles, whole: what is observed, when, by whom, by which formula, and what trades
 * on it. Its canonical JSON is a leaf of the log, and the SHA-256 of that JSON is the {@code
 * rules_hash} that the market pins.
 *
 * @param market the symbol, {@code suez-2026w48}
 * @param name for people
 * @param type {@code binary} or {@code index}
 * @param place the place's id
 * @param vesselClass which vessels count
 * @param baseline what the window is compared with
 * @param sources which count for the value; others are cross-checks
 * @param fallback for days without a value
 * @param flagged what happens to days that are not verified
 * @param loMicros the lowest payoff per lot
 * @param hiMicros the highest payoff per lot
 * @param synthetic whether any of its sources makes its figures up
 */
public record ContractRules(
    String market,
    String name,
    String type,
    String place,
    Window window,
    FormulaId formula,
    Baseline baseline,
    VesselClass vesselClass,
    List<SourceRule> sources,
    FallbackRule fallback,
    FlaggedDays flagged,
    long loMicros,
    long hiMicros,
    TickTable ticks,
    FeeSchedule fees,
    boolean synthetic) {

  public ContractRules {
    sources = List.copyOf(sources);
    if (sources.isEmpty()) {
      throw new IllegalArgumentException("a contract has a source");
    }
    if (sources.stream().map(SourceRule::source).distinct().count() != sources.size()) {
      throw new IllegalArgumentException("a contract names each source once");
    }
    String formulaType =
        switch (formula) {
          case AVAILABILITY_V1 -> "binary";
          case CONGESTION_INDEX_V1 -> "index";
        };
    if (!formulaType.equals(type)) {
      throw new IllegalArgumentException("a formula for " + formulaType + " in a " + type);
    }
  }

  /** The days whose observations the formula asks for, baseline first. */
  public Window observed() {
    return new Window(window.from().minusDays(baseline.days()), window.until());
  }

  /** The document. */
  public ObjectNode toJson() {
    return ContractRulesJson.write(this);
  }

  /** The canonical bytes, which are the log's entry. */
  public byte[] bytes() {
    return CanonicalJson.encode(toJson());
  }

  /** What the market pins: SHA-256 of {@link #bytes}. */
  public Hash hash() {
    return Hash.sha256(bytes());
  }
}
