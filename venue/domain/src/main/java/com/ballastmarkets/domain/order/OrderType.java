package com.ballastmarkets.domain.order;

/** How an order is priced (FIX 40). */
public enum OrderType {
  /** At the limit or better. */
  LIMIT,
  /** Immediate or cancel at the edge of the band. */
  MARKET,
  /** A market order once the last trade reaches the stop price. */
  STOP,
  /** A limit order once the last trade reaches the stop price. */
  STOP_LIMIT
}
