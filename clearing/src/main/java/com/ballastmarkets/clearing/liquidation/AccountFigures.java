package com.ballastmarkets.clearing.liquidation;

import com.ballastmarkets.domain.liquidation.MarginStanding;
import java.util.List;

/**
 * What a liquidation is decided from, at one moment.
 *
 * @param equityMicros less withdrawals in flight
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
  public MarginStanding standing() {
    return standing(equityMicros, worstCaseLossMicros, marginMicros);
  }

  /** The same from the figures alone. */
  static MarginStanding standing(long equityMicros, long lossMicros, long marginMicros) {
    if (lossMicros <= equityMicros) {
      return MarginStanding.SAFE;
    }
    if (reaches(equityMicros, marginMicros, LiquidationRules.LIQUIDATION_PERCENT)) {
      return MarginStanding.LIQUIDATION;
    }
    if (reaches(equityMicros, marginMicros, LiquidationRules.REDUCE_ONLY_PERCENT)) {
      return MarginStanding.REDUCE_ONLY;
    }
    return reaches(equityMicros, marginMicros, LiquidationRules.NOTICE_PERCENT)
        ? MarginStanding.NOTICE
        : MarginStanding.SAFE;
  }

  /** Whether margin ÷ equity is this many percent or more; always without equity. */
  boolean reaches(int percent) {
    return reaches(equityMicros, marginMicros, percent);
  }

  private static boolean reaches(long equityMicros, long marginMicros, int percent) {
    // margin × 100 ≥ equity × percent, in numbers that fit.
    final long reached =
        equityMicros / 100 * percent + Math.ceilDiv(equityMicros % 100 * percent, 100);
    return equityMicros <= 0 || marginMicros >= reached;
  }

  /** Σ over the positions of their own margins. */
  public long weightsMicros() {
    long sum = 0;
    for (PositionFigures position : positions) {
      sum = Math.addExact(sum, position.marginMicros());
    }
    return sum;
  }
}
