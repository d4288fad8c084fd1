package com.ballastmarkets.clearing.fee;

/**
 * What one order has been charged beyond its exact fees so far, so that the sum of its fees is the
 * exact total rounded up once, however many fills it took. One meter per order, kept (and written
 * with its state) by whoever keeps the order; a new order's meter is at zero.
 *
 * <p>Unit: parts of 10⁻¹² U, from 0 to below one U.
 */
public class FeeMeter {
  private long creditParts;

  /** A meter of an order without fills. */
  public FeeMeter() {}

  /** What has been charged in advance, in 10⁻¹² U: all the state there is. */
  public final long creditParts() {
    return creditParts;
  }

  /** Sets the meter as it was written, or back to zero for another order. */
  public final void creditParts(long parts) {
    creditParts = parts;
  }
}
