package com.ballastmarkets.engine.simulation;

import com.ballastmarkets.clearing.ClearingHouse;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.order.CancelReason;
import com.ballastmarkets.domain.order.SelfMatchPrevention;
import com.ballastmarkets.domain.order.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Orders that end or shrink: cancelled, trimmed to their position, kept from their own kind. */
final class NaiveClosing {
  private final NaiveExchange exchange;
  private final ClearingHouse clearing;

  NaiveClosing(NaiveExchange exchange) {
    this.exchange = exchange;
    this.clearing = exchange.clearing;
  }

  long reducible(int account, NaiveMarket market, Side side) {
    return Math.max(0, -side.sign() * clearing.positionLots(account, market.handle));
  }

  boolean trim(NaiveMarket market, NaiveOrder order) {
    final long allowed =
        order.ticket.reduceOnly()
            ? reducible(order.account, market, order.ticket.side())
            : Long.MAX_VALUE;
    if (allowed >= order.open) {
      return false;
    }
    if (allowed == 0) {
      cancel(order, CancelReason.REDUCE_ONLY, "");
    } else {
      shrink(order, order.open - allowed);
    }
    return true;
  }

  void preventSelfMatch(NaiveOrder older, NaiveOrder newer) {
    final SelfMatchPrevention mode = newer.ticket.selfMatchPrevention();
    if (mode == SelfMatchPrevention.DECREMENT) {
      final long lots = Math.min(older.open, newer.open);
      for (NaiveOrder order : List.of(older, newer)) {
        if (order.open == lots) {
          cancel(order, CancelReason.SELF_MATCH, "");
        } else {
          shrink(order, lots);
        }
      }
      return;
    }
    if (mode != SelfMatchPrevention.CANCEL_NEWEST) {
      cancel(older, CancelReason.SELF_MATCH, "");
    }
    if (mode != SelfMatchPrevention.CANCEL_OLDEST) {
      cancel(newer, CancelReason.SELF_MATCH, "");
    }
  }

  /** Takes lots off an order, all of them if there are no more. */
  void less(NaiveOrder order, long lots) {
    if (order.open == lots) {
      cancel(order, CancelReason.SELF_MATCH, "");
    } else {
      shrink(order, lots);
    }
  }

  private void release(NaiveMarket market, NaiveOrder order, long lots) {
    if (order.reservation.isEmpty()) {
      clearing.release(order.account, market.handle, order.ticket.side(), order.limit, lots);
    } else {
      clearing.legOrders().release(order.account, order.reservation, lots);
    }
  }

  private void shrink(NaiveOrder order, long lots) {
    final NaiveMarket market = exchange.market(order.ticket.marketId());
    order.open -= lots;
    order.lots -= lots;
    order.visible = Math.min(order.visible, order.open);
    release(market, order, lots);
    if (market.resting.contains(order)) {
      exchange.touched.add(market);
    }
    exchange.tell(order.replaced(order.clOrdId, true));
  }

  void cancel(NaiveOrder order, CancelReason reason, String clOrdId) {
    final NaiveMarket market = exchange.market(order.ticket.marketId());
    if (market.resting.remove(order)) {
      exchange.touched.add(market);
    }
    market.waiting.remove(order);
    if (!order.waiting) {
      release(market, order, order.open);
    }
    exchange.tell(
        new Event.OrderCanceled(
            order.id,
            order.ticket.accountId(),
            market.instrument.marketId(),
            clOrdId,
            order.open,
            reason));
    order.open = 0;
    exchange.quotes.tidy();
  }

  /** Cancels an order that is in no book and has nothing reserved. */
  void drop(NaiveOrder order, CancelReason reason) {
    exchange.tell(
        new Event.OrderCanceled(
            order.id, order.ticket.accountId(), order.ticket.marketId(), "", order.open, reason));
    order.open = 0;
    exchange.quotes.tidy();
  }

  void cancelAll(int account, CancelReason reason) {
    exchange.orders.live().stream()
        .filter(o -> o.account == account)
        .forEach(o -> cancel(o, reason, ""));
  }

  void cancelAll(NaiveMarket market, CancelReason reason, Predicate<NaiveOrder> which) {
    final List<NaiveOrder> all = new ArrayList<>();
    all.addAll(market.queue(Side.BUY));
    all.addAll(market.queue(Side.SELL));
    all.addAll(market.stops(Side.BUY));
    all.addAll(market.stops(Side.SELL));
    all.stream().filter(which).forEach(o -> cancel(o, reason, ""));
  }
}
