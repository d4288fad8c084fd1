package com.ballastmarkets.reports.statement;

/**
 * A position at the end of the period. Amounts in micro-USDC.
 *
 * @param lots signed: long above zero
 * @param costMicros what the open lots cost at entry, signed as the lots
 * @param markMicros price per lot
 * @param openValueMicros Σ lots × price not yet settled in cash
 */
public record PositionLine(
    String market, String name, long lots, long costMicros, long markMicros, long openValueMicros) {

  /** The lots at the mark. */
  public long valueMicros() {
    return Math.multiplyExact(lots, markMicros);
  }

  /** What the next variation at this mark would pay. */
  public long unrealisedMicros() {
    return Math.subtractExact(valueMicros(), openValueMicros);
  }
}
