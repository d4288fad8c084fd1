package com.ballastmarkets.domain.margin;

import java.util.List;

/**
 * One underlying's part of an account's margin.
 *
 * @param marketId the underlying's market: the index of its options, else the only one
 * @param worstCaseLossMicros the most that can be lost from the marks
 * @param leveragedMicros face ÷ leverage and what comes with it; for L = 1 the same as the loss
 * @param marginMicros the smaller of the two
 * @param scenarios every outcome tried
 * @param worst the scenario that decides, by its place in the list
 * @param instruments what each position brings in that scenario
 * @param ordersMicros what the open orders that lose there bring, fees included: never positive
 */
public record UnderlyingMargin(
    int marketId,
    long worstCaseLossMicros,
    long leveragedMicros,
    long marginMicros,
    List<Scenario> scenarios,
    int worst,
    List<InstrumentShare> instruments,
    long ordersMicros) {

  public UnderlyingMargin {
    scenarios = List.copyOf(scenarios);
    instruments = List.copyOf(instruments);
  }

  /**
   * What everything on the underlying brings in one outcome, against the marks.
   *
   * @param outcomeMicros the settlement value, 0 if void
   * @param voided whether the contract is void in it
   */
  public record Scenario(long outcomeMicros, boolean voided, long profitMicros) {}

  /** A position's part of the deciding scenario: lots × (payoff − mark), or its reversal. */
  public record InstrumentShare(int marketId, long lots, long markMicros, long profitMicros) {}
}
