package com.ballastmarkets.engine.simulation;

import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.instrument.MarketState;
import com.ballastmarkets.domain.order.PostOnly;
import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.domain.order.TimeInForce;
import com.ballastmarkets.engine.simulation.Views.Market;
import com.ballastmarkets.engine.simulation.Views.Order;
import java.util.Map;

/** Orders, trades and books as events tell them: each must follow from those before. */
final class OrderReadings {
  private final Views views;
  private final ComboReadings combos;
  private long lastOrderId;
  private long lastTradeId;

  OrderReadings(Views views) {
    this.views = views;
    this.combos = new ComboReadings(views, this);
  }

  void accepted(Event.OrderAccepted event) {
    Violation.unlessEqual(event.orderId(), ++lastOrderId, "order ids go up one by one", event);
    views.add(new Order(event.orderId(), event.ticket()));
  }

  void replaced(Event.OrderReplaced event) {
    final Order order = views.order(event.orderId());
    order.lots = event.lots();
    order.leaves = event.leavesLots();
    order.limit = event.priceMicros();
    Violation.unlessEqual(order.lots, order.cum + order.leaves, "size is cum and leaves", order);
    Violation.unless(order.leaves > 0, "a replaced order is open: %s", event);
  }

  void triggered(Event.OrderTriggered event) {
    final Order order = views.order(event.orderId());
    Violation.unless(order.waiting, "triggered twice: %s", order);
    order.waiting = false;
  }

  void canceled(Event.OrderCanceled event) {
    final Order order = views.order(event.orderId());
    Violation.unlessEqual(event.lots(), order.leaves, "what was open is cancelled", order);
    if (order.ticket.timeInForce() == TimeInForce.FOK) {
      Violation.unlessEqual(order.cum, 0, "all of it or nothing", order);
    }
    if (order.ticket.minLots() > 0) {
      Violation.unless(
          order.cum == 0 || order.cum >= order.ticket.minLots(), "below minimum: %s", order);
    }
    views.remove(order);
  }

  void trade(Event.Trade trade) {
    Violation.unlessEqual(trade.tradeId(), ++lastTradeId, "trade ids go up one by one", trade);
    Violation.unless(trade.lots() > 0, "a trade of nothing: %s", trade);
    if (combos.isOpen()) {
      combos.leg(trade);
      return;
    }
    final Market market = views.market(trade.marketId());
    final long price = trade.priceMicros();
    Violation.unless(market.instrument.isTradable(price), "off the grid: %s", trade);
    final Order maker = views.order(trade.maker().orderId());
    final Order taker = views.order(trade.taker().orderId());
    Violation.unless(maker.ticket.side() != taker.ticket.side(), "two of a side: %s", trade);
    Violation.unless(!isSelf(maker, taker), "a trade with oneself: %s, %s", maker, taker);
    if (trade.auction()) {
      Violation.unless(trade.maker().side() == Side.BUY, "the buyer first: %s", trade);
    } else {
      final long face = market.instrument.contract().faceMicros();
      Violation.unless(
          Math.abs(price - market.reference) * 100 <= 15 * face, "outside the band: %s", trade);
      Violation.unlessEqual(price, maker.limit, "at the resting order's price", trade);
      Violation.unless(taker.ticket.postOnly() == PostOnly.NONE, "post-only takes: %s", taker);
    }
    filled(maker, trade.maker(), price, trade.lots());
    filled(taker, trade.taker(), price, trade.lots());
  }

  void comboTrade(Event.ComboTrade trade) {
    Violation.unlessEqual(trade.tradeId(), ++lastTradeId, "trade ids go up one by one", trade);
    combos.begin(trade);
  }

  boolean isSelf(Order maker, Order taker) {
    final long a = maker.ticket.selfMatchId();
    final long b = taker.ticket.selfMatchId();
    return views.account(maker.ticket.accountId()).participantId
            == views.account(taker.ticket.accountId()).participantId
        && (a == 0 || b == 0 || a == b);
  }

  private void filled(Order order, Event.Fill fill, long price, long lots) {
    counted(order, fill, price, lots);
    moved(fill, order.ticket.marketId(), price, lots, order);
    if (order.leaves == 0) {
      views.remove(order);
    }
  }

  /** The side of an order in the trade of a market that it is in. */
  void restingFilled(Order order, Event.Fill fill, long price, long lots) {
    Violation.unlessEqual(price, order.limit, "at the resting order's price", fill);
    filled(order, fill, price, lots);
  }

  void counted(Order order, Event.Fill fill, long price, long lots) {
    order.cum += lots;
    order.leaves -= lots;
    order.value += price * lots;
    Violation.unlessEqual(fill.cumLots(), order.cum, "cum", order);
    Violation.unlessEqual(fill.leavesLots(), order.leaves, "leaves", order);
    Violation.unlessEqual(fill.cumValueMicros(), order.value, "value", order);
    Violation.unless(order.leaves >= 0 && fill.feeMicros() >= 0, "fill below zero: %s", fill);
    Violation.unless(
        !order.isPriced() || fill.side().sign() * (order.limit - price) >= 0,
        "beyond its limit: %s",
        order);
  }

  void moved(Event.Fill fill, int marketId, long price, long lots, Order order) {
    final int sign = fill.side().sign();
    final Views.Position position = views.position(fill.accountId(), marketId);
    Violation.unless(
        !order.ticket.reduceOnly() || -sign * position.lots >= lots, "no reduction: %s", order);
    position.lots += sign * lots;
    position.openValue += sign * lots * price;
  }

  /** A level, told when the books stand still: it must be what rests there. */
  void level(Event.LevelChanged event) {
    final Market market = views.market(event.marketId());
    int orders = 0;
    long open = 0;
    boolean hides = false;
    for (Order order : market.orders.values()) {
      if (!order.waiting
          && order.limit == event.priceMicros()
          && order.ticket.side() == event.side()) {
        orders++;
        open += order.leaves;
        hides |= order.ticket.displayLots() > 0;
      }
    }
    Violation.unlessEqual(event.orders(), orders, "orders at the level", event);
    Violation.unless(
        hides ? event.lots() <= open && event.lots() > 0 : event.lots() == open,
        "the level shows %d of %d lots: %s",
        event.lots(),
        open,
        event);
    final Map<Long, long[]> levels = market.levels(event.side());
    if (event.orders() == 0) {
      levels.remove(event.priceMicros());
    } else {
      levels.put(event.priceMicros(), new long[] {event.lots(), event.orders()});
    }
  }

  /** No cross where orders match at once, no order where none may be. */
  void check(Market market) {
    if (market.state == MarketState.CONTINUOUS
        && !market.bids.isEmpty()
        && !market.asks.isEmpty()) {
      Violation.unless(
          market.bids.firstKey() < market.asks.firstKey(),
          "market %d is crossed",
          market.instrument.marketId());
    }
    if (!market.state.acceptsCancels()) {
      Violation.unless(
          market.orders.isEmpty() && market.bids.isEmpty() && market.asks.isEmpty(),
          "orders in market %d, which is %s",
          market.instrument.marketId(),
          market.state);
    }
  }

  /** The levels seen so far are all there are: as many orders as rest. */
  void checkDepth(Market market) {
    final long shown =
        market.bids.values().stream().mapToLong(l -> l[1]).sum()
            + market.asks.values().stream().mapToLong(l -> l[1]).sum();
    final long resting = market.orders.values().stream().filter(o -> !o.waiting).count();
    Violation.unlessEqual(shown, resting, "orders on the levels", market.instrument.symbol());
  }
}
