package com.ballastmarkets.reports.settlement;

import java.time.Instant;
import java.util.List;

/**
 * The contract that was settled.
 *
 * @param symbol the market's public id, {@code suez-apr2025}
 * @param name for people
 * @param type {@code binary}, {@code index}, …
 * @param place the chokepoint or port
 * @param windowStart begin of the observation window, inclusive
 * @param windowEnd E, its end, exclusive
 * @param rulesHash SHA-256 of the contract rules, 64 lower-case hex digits
 * @param terms what else its rules say, in reading order: payoff, baseline, ticks, fees …
 */
public record ContractTerms(
    String symbol,
    String name,
    String type,
    String place,
    Instant windowStart,
    Instant windowEnd,
    String rulesHash,
    List<Term> terms) {

  /** One line of the rules, in words. */
  public record Term(String label, String value) {}

  public ContractTerms {
    terms = List.copyOf(terms);
    if (!windowStart.isBefore(windowEnd)) {
      throw new IllegalArgumentException("the window must end after it begins");
    }
  }
}
