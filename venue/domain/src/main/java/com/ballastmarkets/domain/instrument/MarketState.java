package com.ballastmarkets.domain.instrument;

/** The phase of a market's life (FIX 326 carries its trading part). */
public enum MarketState {
  /** Listed; orders are not accepted yet. */
  PRE_OPEN,
  /** Orders collect and do not match until the uncrossing. */
  AUCTION,
  /** Price-time matching. */
  CONTINUOUS,
  /** Cancels only. */
  HALTED,
  /** E has passed: no trading, positions stay margined, no value yet. */
  EXPIRED,
  /** A settlement value is published and may be disputed. */
  PROVISIONAL,
  /** At least one dispute waits for a ruling. */
  DISPUTED,
  /** Settled and paid. */
  FINAL,
  /** As if it had not traded: every cash movement is reversed, fees excepted. */
  VOID;

  /** Whether new orders may enter in this phase. */
  public boolean acceptsOrders() {
    return this == AUCTION || this == CONTINUOUS;
  }

  /** Whether resting orders may be cancelled in this phase. */
  public boolean acceptsCancels() {
    return this == PRE_OPEN || this == AUCTION || this == CONTINUOUS || this == HALTED;
  }

  /** Whether the market's positions are gone for good. */
  public boolean isClosed() {
    return this == FINAL || this == VOID;
  }
}
