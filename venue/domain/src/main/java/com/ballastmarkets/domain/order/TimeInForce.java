package com.ballastmarkets.domain.order;

/** How long an order lives (FIX 59). */
public enum TimeInForce {
  /** Until cancelled, or E. */
  GTC,
  /** Until the given time. */
  GTD,
  /** Until the end of the UTC day. */
  DAY,
  /** What does not fill at once is cancelled. */
  IOC,
  /** All at once, or nothing. */
  FOK
}
