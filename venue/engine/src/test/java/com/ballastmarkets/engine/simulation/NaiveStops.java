package com.ballastmarkets.engine.simulation;

import com.ballastmarkets.clearing.ClearingHouse;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.domain.instrument.MarketState;
import com.ballastmarkets.domain.order.CancelReason;
import com.ballastmarkets.domain.order.OrderType;
import com.ballastmarkets.domain.order.Side;
import java.util.List;

/** Orders at their start, and stop orders until their trigger. */
final class NaiveStops {
  private final NaiveExchange exchange;
  private final ClearingHouse clearing;

  NaiveStops(NaiveExchange exchange) {
    this.exchange = exchange;
    this.clearing = exchange.clearing;
  }

  void start(NaiveMarket market, NaiveOrder order) {
    if (order.waiting) {
      final Long last = market.last;
      if (market.state == MarketState.CONTINUOUS
          && last != null
          && order.sign() * (last - order.stop) >= 0) {
        trigger(market, order);
      } else {
        order.rank = exchange.orders.nextRank++;
        market.waiting.add(order);
      }
    } else if (market.state == MarketState.CONTINUOUS) {
      exchange.matching.work(market, order);
    } else {
      exchange.matching.rest(market, order);
    }
    triggerStops(market);
    if (exchange.combos.of(market) instanceof NaiveCombo combo) {
      combo.legs.forEach(leg -> triggerStops(leg.market()));
    }
  }

  void triggerStops(NaiveMarket market) {
    while (market.state == MarketState.CONTINUOUS) {
      NaiveOrder next = null;
      for (Side side : List.of(Side.SELL, Side.BUY)) {
        final List<NaiveOrder> stops = market.stops(side);
        if (!stops.isEmpty() && isReached(market, stops.getFirst())) {
          next = stops.getFirst();
        }
      }
      if (next == null) {
        market.tradesSinceStops.clear();
        return;
      }
      market.waiting.remove(next);
      trigger(market, next);
    }
    if (market.waiting.isEmpty()) {
      market.tradesSinceStops.clear();
    }
  }

  private static boolean isReached(NaiveMarket market, NaiveOrder stop) {
    return market.tradesSinceStops.stream().anyMatch(p -> stop.sign() * (p - stop.stop) >= 0);
  }

  private void trigger(NaiveMarket market, NaiveOrder order) {
    exchange.tell(
        new Event.OrderTriggered(order.id, order.ticket.accountId(), market.instrument.marketId()));
    final long limit =
        order.ticket.type() == OrderType.STOP ? market.collar(order.ticket.side()) : order.limit;
    final RejectReason reason =
        clearing.reserve(order.account, market.handle, order.ticket.side(), limit, order.open);
    if (reason != null) {
      exchange.closing.cancel(order, CancelReason.MARGIN, "");
      return;
    }
    order.limit = limit;
    order.waiting = false;
    exchange.closing.trim(market, order);
    if (order.open > 0) {
      exchange.matching.work(market, order);
    }
  }
}
