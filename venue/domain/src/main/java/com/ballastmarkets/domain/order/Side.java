package com.ballastmarkets.domain.order;

/** Which way an order trades (FIX 54). */
public enum Side {
  BUY,
  SELL;

  /** +1 for a buy, −1 for a sell: the sign of the position that a fill adds. */
  public int sign() {
    return this == BUY ? 1 : -1;
  }

  public Side opposite() {
    return this == BUY ? SELL : BUY;
  }
}
