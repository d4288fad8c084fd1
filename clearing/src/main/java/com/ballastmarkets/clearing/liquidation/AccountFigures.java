package com.ballastmarkets.clearing.liquidation;

import java.util.List;

/**
 * What a liquidation is decided from, at one moment.
 *
 * @param worstCaseLossMicros of the positions, from the marks
 * @param marginMicros of the positions, without open orders
 * @param openOrders whether any order is open
 */
public record AccountFigures(
    long equityMicros,
    long worstCaseLossMicros,
    long marginMicros,
    boolean openOrders,
    List<PositionFigures> positions) {

  public AccountFigures {
    positions = List.copyOf(positions);
  }

  /**
   * One position that is not flat.
   *
   * @param market its handle
   * @param lots signed
   * @param marginMicros its weight: its own margin
   */
  public record PositionFigures(
      int market, long lots, long markMicros, long loMicros, long hiMicros, long marginMicros) {}

  /** How far up the ladder the account stands. */
  public Stage stage() {
    if (worstCaseLossMicros <= equityMicros) {
      return Stage.SAFE;
    }
    if (reaches(LiquidationRules.LIQUIDATION_PERCENT)) {
      return Stage.LIQUIDATION;
    }
    if (reaches(LiquidationRules.REDUCE_ONLY_PERCENT)) {
      return Stage.REDUCE_ONLY;
    }
    return reaches(LiquidationRules.NOTICE_PERCENT) ? Stage.NOTICE : Stage.SAFE;
  }

  /** Whether margin ÷ equity is this many percent or more; always without equity. */
  boolean reaches(int percent) {
    return equityMicros <= 0
        || Math.multiplyExact(marginMicros, 100) >= Math.multiplyExact(equityMicros, percent);
  }

  /** Steps of the ladder, lowest first. */
  public enum Stage {
    /** Below 60 %, or the worst case is within equity. */
    SAFE,
    /** From 60 %: a notice. */
    NOTICE,
    /** From 70 %: a notice, and only orders that reduce. */
    REDUCE_ONLY,
    /** From 80 %: forced liquidation. */
    LIQUIDATION
  }
}
