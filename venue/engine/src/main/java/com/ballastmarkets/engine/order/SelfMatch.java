package com.ballastmarkets.engine.order;

import com.ballastmarkets.domain.order.CancelReason;

/** Prevents the trade of a participant with itself, the way that the newer order asks for. */
public final class SelfMatch {
  private final OrderCloser closer;

  public SelfMatch(OrderCloser closer) {
    this.closer = closer;
  }

  /**
   * Resolves a match of two orders of one participant: afterwards at least one of them is closed.
   *
   * @param older the resting order
   * @param newer the incoming one
   */
  public void prevent(Order older, Order newer) {
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

  /**
   * Resolves a match of a combo order with a leg's order of the same participant, the way that the
   * newer of the two asks for. To decrement takes whole combos off both; a leg's order too small
   * for one is cancelled.
   *
   * @param ratio lots of the leg in one combo
   */
  public void preventInLeg(Order legOrder, Order comboOrder, long ratio) {
    final boolean legIsNewer = legOrder.orderId() > comboOrder.orderId();
    final Order newer = legIsNewer ? legOrder : comboOrder;
    final Order older = legIsNewer ? comboOrder : legOrder;
    switch (newer.selfMatchPrevention()) {
      case CANCEL_NEWEST, CANCEL_OLDEST, CANCEL_BOTH -> prevent(older, newer);
      case DECREMENT -> {
        final long combos = Math.min(comboOrder.openLots(), legOrder.openLots() / ratio);
        if (combos == 0) {
          closer.cancel(legOrder, CancelReason.SELF_MATCH);
        } else {
          take(legOrder, combos * ratio);
          take(comboOrder, combos);
        }
      }
    }
  }
}
