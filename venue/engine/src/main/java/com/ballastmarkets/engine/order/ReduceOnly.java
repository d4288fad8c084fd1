package com.ballastmarkets.engine.order;

import com.ballastmarkets.clearing.ClearingHouse;
import com.ballastmarkets.domain.order.CancelReason;
import com.ballastmarkets.domain.order.Side;

/** Keeps reduce-only orders within the position that they reduce. */
final class ReduceOnly {
  private final ClearingHouse clearing;
  private final OrderCloser closer;

  ReduceOnly(ClearingHouse clearing, OrderCloser closer) {
    this.clearing = clearing;
    this.closer = closer;
  }

  /** How many lots of this side would reduce the account's position. */
  long reducible(int account, int market, Side side) {
    final long position = clearing.positionLots(account, market);
    return Math.max(0, -side.sign() * position);
  }

  /**
   * Cuts a reduce-only order to what its position leaves of it.
   *
   * @return whether the order was changed
   */
  boolean trim(Order order) {
    if (!order.isReduceOnly()) {
      return false;
    }
    final long allowed = reducible(order.account(), order.market().handle(), order.side());
    if (allowed >= order.openLots()) {
      return false;
    }
    if (allowed == 0) {
      closer.cancel(order, CancelReason.REDUCE_ONLY);
    } else {
      closer.shrink(order, order.openLots() - allowed);
    }
    return true;
  }
}
