package com.ballastmarkets.clearing.fee;

import com.ballastmarkets.domain.instrument.FeeSchedule;
import com.ballastmarkets.domain.money.Micros;

/**
 * The fee that is set aside with an open order, per lot: the higher of maker and taker rate at the
 * order's own price, rounded up to a whole U.
 *
 * <p>A fill at a better price can cost more fee, as p × (1 − p) is highest at 0.50, but never more
 * than the price got better: for a rate of at most 1, p + rate × p × (1 − p) rises with p. So the
 * order's own price covers every fill. And as the order's fees are rounded up once in all, lots ×
 * this covers any number of them.
 */
public final class WorstFee {
  private WorstFee() {}

  /**
   * In U per lot at whatever price: for the leg of a combo, whose price may be worse than that
   * which it is reserved at if another leg's is better. p × (1 − p) is at most ¼.
   */
  public static long perLot(FeeSchedule fees) {
    final long rate = Math.max(fees.makerRate(), fees.takerRate());
    return switch (fees.basis()) {
      case PER_LOT -> rate;
      case PROBABILITY -> Math.ceilDiv(rate, 4);
    };
  }

  /** In U per lot. */
  public static long perLot(FeeSchedule fees, long priceMicros) {
    final long rate = Math.max(fees.makerRate(), fees.takerRate());
    return switch (fees.basis()) {
      case PER_LOT -> rate;
      case PROBABILITY ->
          Math.ceilDiv(
              Math.multiplyExact(rate, priceMicros * (Micros.PER_UNIT - priceMicros)),
              FeeMeter.PARTS_PER_MICRO);
    };
  }
}
