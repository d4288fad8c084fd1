package com.ballastmarkets.clearing.liquidation;

import com.ballastmarkets.domain.order.Side;

/** What a liquidation does next. */
public sealed interface LiquidationAction {
  /** All open orders of the account are cancelled; then ask again. */
  record CancelOrders() implements LiquidationAction {}

  /**
   * An IOC order for a slice; then ask again.
   *
   * @param worstPriceMicros the bankruptcy price: the order's limit, to be moved to the grid and
   *     into the band on its better side
   */
  record Reduce(int market, Side side, long lots, long worstPriceMicros)
      implements LiquidationAction {}

  /**
   * The insurance fund takes the position at this price; then ask again.
   *
   * @param lots signed: the whole position
   */
  record TakeOver(int market, long lots, long priceMicros) implements LiquidationAction {}

  /** Nothing now; ask again at this time, or when figures change. */
  record Wait(long untilNanos) implements LiquidationAction {}

  /** The account is out of danger, or has no position left. */
  record Finish() implements LiquidationAction {}
}
