package com.ballastmarkets.engine.order;

import com.ballastmarkets.clearing.ClearingHouse;
import com.ballastmarkets.domain.order.CancelReason;
import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.engine.book.BookSide;
import com.ballastmarkets.engine.book.RestingOrder;

/** Keeps reduce-only orders within the position that they reduce. */
public final class ReduceOnly {
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
  public boolean trim(Order order) {
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

  /** What its position leaves of a reduce-only order when the account's orders before it filled. */
  public long left(Order maker, BookSide makers, int depth) {
    long left = reducible(maker.account(), maker.market().handle(), maker.side());
    for (int d = 0; d <= depth; d++) {
      boolean behind = false;
      for (RestingOrder o = makers.level(d).first(); o != null; o = o.next()) {
        final Order other = (Order) o;
        behind |= other == maker;
        if (other.account() == maker.account() && !(behind && other.isReduceOnly())) {
          left -= other.openLots();
        }
      }
    }
    return Math.max(0, left);
  }
}
