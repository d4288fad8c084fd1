package com.ballastmarkets.clearing.fee;

import com.ballastmarkets.domain.instrument.FeeSchedule;
import com.ballastmarkets.domain.money.Micros;

/**
 * What one order has been charged beyond its exact fees so far, so that the sum of its fees is the
 * exact total rounded up once, however many fills it took. One meter per order, kept (and written
 * with its state) by whoever keeps the order; a new order's meter is at zero.
 *
 * <p>Unit: parts of 10⁻¹² U, from 0 to below one U. Fees are exact in it: rate (ppm) × p × (1 − p)
 * (each 10⁻⁶).
 *
 * <p>Example: 3 lots at 0.5, rate 1 ppm: 0.25 U each. Filled one by one they cost 1, 0 and 0 U;
 * together 1 U.
 */
public class FeeMeter {
  static final long PARTS_PER_MICRO = 1_000_000_000_000L;

  private static final long SPLIT = 1_000_000L;

  private long creditParts;

  /** A meter of an order without fills. */
  public FeeMeter() {}

  /** What has been charged in advance, in 10⁻¹² U: all the state there is. */
  public final long creditParts() {
    return creditParts;
  }

  /** Sets the meter as it was written, or back to zero for another order. */
  public final void creditParts(long parts) {
    if (parts < 0 || parts >= PARTS_PER_MICRO) {
      throw new IllegalArgumentException("a fee credit lies below one micro: " + parts);
    }
    creditParts = parts;
  }

  /**
   * The fee of the order's next fill.
   *
   * @param lots positive, at most 10¹²
   * @return U, never negative
   */
  public final long charge(FeeSchedule fees, long priceMicros, long lots, boolean maker) {
    final long rate = maker ? fees.makerRate() : fees.takerRate();
    return switch (fees.basis()) {
      case PER_LOT -> Math.multiplyExact(rate, lots);
      case PROBABILITY ->
          chargeParts(
              Math.multiplyExact(rate, priceMicros * (Micros.PER_UNIT - priceMicros)), lots);
    };
  }

  /** Charges lots × partsPerLot, which can need 128 bits: the lots are split instead. */
  private long chargeParts(long partsPerLot, long lots) {
    final long whole = partsPerLot / PARTS_PER_MICRO;
    final long fraction = partsPerLot % PARTS_PER_MICRO;
    final long millions = Math.multiplyExact(fraction, lots / SPLIT);
    final long units = fraction * (lots % SPLIT);
    final long parts = (millions % SPLIT) * SPLIT + units % PARTS_PER_MICRO;
    final long exact =
        Math.addExact(
            Math.multiplyExact(whole, lots),
            millions / SPLIT + units / PARTS_PER_MICRO + parts / PARTS_PER_MICRO);
    final long owed = parts % PARTS_PER_MICRO - creditParts;
    if (owed > 0) {
      creditParts = PARTS_PER_MICRO - owed;
      return Math.addExact(exact, 1);
    }
    creditParts = -owed;
    return exact;
  }
}
