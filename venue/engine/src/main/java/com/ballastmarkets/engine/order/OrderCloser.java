package com.ballastmarkets.engine.order;

import com.ballastmarkets.clearing.ClearingHouse;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.order.CancelReason;
import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.engine.book.BookSide;
import com.ballastmarkets.engine.book.PriceLevel;
import com.ballastmarkets.engine.book.RestingOrder;
import com.ballastmarkets.engine.market.Market;
import com.ballastmarkets.engine.market.MarketData;
import com.ballastmarkets.engine.output.EventOutlet;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Takes orders out before they are filled, wherever they are, or makes them smaller. */
public final class OrderCloser {
  private final ClearingHouse clearing;
  private final OrderRegistry registry;
  private final MarketData marketData;
  private final EventOutlet outlet;

  public OrderCloser(
      ClearingHouse clearing, OrderRegistry registry, MarketData marketData, EventOutlet outlet) {
    this.clearing = clearing;
    this.registry = registry;
    this.marketData = marketData;
    this.outlet = outlet;
  }

  /** Cancels what is left of an order; nothing stays open of it. */
  public void cancel(Order order, CancelReason reason) {
    cancel(order, reason, "");
  }

  /**
   * @param clOrdId of the request, empty if there was none
   */
  void cancel(Order order, CancelReason reason, String clOrdId) {
    final Market market = order.market();
    final long open = order.openLots();
    if (order.isWaiting()) {
      if (order.isResting()) {
        market.stops().remove(order);
      }
    } else {
      if (order.isResting()) {
        market.book().remove(order);
        marketData.touch(market);
      }
      release(order, open);
    }
    close(order, reason, clOrdId);
  }

  /** Cancels an order that is in no book and has nothing reserved. */
  void drop(Order order, CancelReason reason) {
    close(order, reason, "");
  }

  private void close(Order order, CancelReason reason, String clOrdId) {
    final long open = order.openLots();
    order.amend(order.price(), 0);
    registry.remove(order);
    outlet.tell(
        new Event.OrderCanceled(
            order.orderId(), order.accountId(), order.market().id(), clOrdId, open, reason));
  }

  private void release(Order order, long lots) {
    if (order.isReservedInLegs()) {
      clearing.legOrders().release(order.account(), order.reservation().legs(), lots);
    } else {
      clearing.release(order.position(clearing), order.side(), order.limitPrice(), lots);
    }
  }

  /** Takes lots off an order that keeps its place, and tells its new size. */
  void shrink(Order order, long lots) {
    final Market market = order.market();
    if (order.isResting()) {
      market.book().reduce(order, lots);
      marketData.touch(market);
    } else {
      order.amend(order.price(), order.openLots() - lots);
    }
    release(order, lots);
    order.shrunk(lots);
    outlet.tell(
        new Event.OrderReplaced(
            order.orderId(),
            order.accountId(),
            market.id(),
            order.clOrdId(),
            order.clOrdId(),
            order.limitPrice(),
            order.stopPrice(),
            order.lots(),
            order.openLots(),
            true));
  }

  /** Cancels every order of a market that fits: bids, asks, then stops, best first. */
  public void cancelAll(Market market, CancelReason reason, Predicate<Order> which) {
    final List<Order> chosen = new ArrayList<>();
    for (Side side : Side.values()) {
      collect(market.book().side(side), which, chosen);
    }
    for (Side side : Side.values()) {
      collect(market.stops().side(side), which, chosen);
    }
    for (Order order : chosen) {
      cancel(order, reason);
    }
  }

  private static void collect(BookSide side, Predicate<Order> which, List<Order> chosen) {
    for (int depth = 0; depth < side.levels(); depth++) {
      final PriceLevel level = side.level(depth);
      for (RestingOrder o = level.first(); o != null; o = o.next()) {
        final Order order = (Order) o;
        if (which.test(order)) {
          chosen.add(order);
        }
      }
    }
  }
}
