package com.ballastmarkets.engine.order;

import com.ballastmarkets.domain.order.CancelReason;

/** Prevents the trade of a participant with itself, the way that the newer order asks for. */
final class SelfMatch {
  private final OrderCloser closer;

  SelfMatch(OrderCloser closer) {
    this.closer = closer;
  }

  /**
   * Resolves a match of two orders of one participant: afterwards at least one of them is closed.
   *
   * @param older the resting order
   * @param newer the incoming one
   */
  void prevent(Order older, Order newer) {
    switch (newer.selfMatchPrevention()) {
      case CANCEL_NEWEST -> closer.cancel(newer, CancelReason.SELF_MATCH);
      case CANCEL_OLDEST -> closer.cancel(older, CancelReason.SELF_MATCH);
      case CANCEL_BOTH -> {
        closer.cancel(older, CancelReason.SELF_MATCH);
        closer.cancel(newer, CancelReason.SELF_MATCH);
      }
      case DECREMENT -> decrement(older, newer);
    }
  }

  private void decrement(Order older, Order newer) {
    final long lots = Math.min(older.openLots(), newer.openLots());
    take(older, lots);
    take(newer, lots);
  }

  private void take(Order order, long lots) {
    if (order.openLots() == lots) {
      closer.cancel(order, CancelReason.SELF_MATCH);
    } else {
      closer.shrink(order, lots);
    }
  }
}
