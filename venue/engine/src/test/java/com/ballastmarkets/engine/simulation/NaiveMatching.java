package com.ballastmarkets.engine.simulation;

import com.ballastmarkets.clearing.ClearingHouse;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.order.CancelReason;
import com.ballastmarkets.domain.order.SelfMatchPrevention;
import com.ballastmarkets.domain.order.TimeInForce;
import java.util.ArrayList;
import java.util.List;

/** Incoming orders against a list of resting ones. */
final class NaiveMatching {
  private final NaiveExchange exchange;
  private final ClearingHouse clearing;

  NaiveMatching(NaiveExchange exchange) {
    this.exchange = exchange;
    this.clearing = exchange.clearing;
  }

  void rest(NaiveMarket market, NaiveOrder order) {
    order.rank = exchange.orders.nextRank++;
    order.show();
    market.resting.add(order);
    exchange.touched.add(market);
  }

  void work(NaiveMarket market, NaiveOrder order) {
    if (exchange.combos.of(market) instanceof NaiveCombo combo) {
      exchange.comboMatching.work(combo, order);
      return;
    }
    if (order.ticket.timeInForce() == TimeInForce.FOK && fillable(market, order) < order.open) {
      exchange.closing.cancel(order, CancelReason.NOT_FILLABLE, "");
      return;
    }
    if (order.ticket.minLots() > 0 && fillable(market, order) < order.ticket.minLots()) {
      exchange.closing.cancel(order, CancelReason.MINIMUM_NOT_MET, "");
      return;
    }
    boolean outside = false;
    while (order.open > 0) {
      final NaiveOrder maker = market.best(order.ticket.side().opposite());
      if (maker == null || order.sign() * (order.limit - maker.limit) < 0) {
        break;
      }
      if (!market.inBand(maker.limit)) {
        outside = true;
        break;
      }
      if (maker.isOwnOf(order)) {
        exchange.closing.preventSelfMatch(maker, order);
      } else if (!exchange.closing.trim(market, maker)) {
        trade(market, maker, order, maker.limit, Math.min(order.open, maker.visible), false);
      }
    }
    if (order.open > 0) {
      if (order.isImmediate()) {
        exchange.closing.cancel(
            order, outside ? CancelReason.BAND : CancelReason.IMMEDIATE_REST, "");
      } else {
        rest(market, order);
      }
    }
    if (outside) {
      exchange.phases.trip(market);
    }
  }

  private long fillable(NaiveMarket market, NaiveOrder taker) {
    long found = 0;
    final List<NaiveOrder> passed = new ArrayList<>();
    final List<NaiveOrder> queue =
        market.queue(taker.ticket.side().opposite()).stream()
            .takeWhile(o -> taker.sign() * (taker.limit - o.limit) >= 0 && market.inBand(o.limit))
            .toList();
    for (long price : queue.stream().map(o -> o.limit).distinct().toList()) {
      final List<NaiveOrder> level = queue.stream().filter(o -> o.limit == price).toList();
      boolean stopped = false;
      final List<NaiveOrder> reached = new ArrayList<>();
      for (NaiveOrder maker : level) {
        if (maker.isOwnOf(taker)) {
          if (taker.ticket.selfMatchPrevention() != SelfMatchPrevention.CANCEL_OLDEST) {
            stopped = true;
            break;
          }
        } else {
          reached.add(maker);
        }
      }
      for (NaiveOrder maker : reached) {
        final long shown = stopped ? maker.visible : maker.open;
        if (maker.ticket.reduceOnly()) {
          long left = exchange.closing.reducible(maker.account, market, maker.ticket.side());
          for (NaiveOrder earlier : passed) {
            left -= earlier.account == maker.account ? earlier.open : 0;
          }
          for (NaiveOrder beside : level) {
            final boolean counts = !beside.ticket.reduceOnly() || beside.rank < maker.rank;
            left -= beside.account == maker.account && counts && beside != maker ? beside.open : 0;
          }
          found += Math.min(shown, Math.max(0, left));
        } else {
          found += shown;
        }
      }
      if (stopped) {
        break;
      }
      passed.addAll(level);
    }
    return found;
  }

  void trade(
      NaiveMarket market,
      NaiveOrder maker,
      NaiveOrder taker,
      long price,
      long lots,
      boolean auction) {
    final long tradeId = exchange.orders.nextTradeId++;
    final Event.Fill made = fill(market, maker, price, lots, true, tradeId);
    final Event.Fill taken = fill(market, taker, price, lots, auction, tradeId);
    market.traded(price, taker.forced);
    market.tradesSinceStops.add(price);
    exchange.touched.add(market);
    exchange.tell(
        new Event.Trade(tradeId, market.instrument.marketId(), price, lots, made, taken, auction));
    settleInQueue(market, maker);
    settleInQueue(market, taker);
    exchange.quotes.traded(maker, taker, lots);
  }

  Event.Fill fill(
      NaiveMarket market, NaiveOrder o, long price, long lots, boolean maker, long tradeId) {
    o.open -= lots;
    o.visible -= lots;
    o.cum += lots;
    o.value += price * lots;
    final long fee =
        clearing.fill(
            o.account,
            market.handle,
            o.ticket.side(),
            o.limit,
            price,
            lots,
            o.meter,
            maker,
            tradeId);
    return new Event.Fill(o.id, o.ticket.accountId(), o.ticket.side(), fee, o.cum, o.open, o.value);
  }

  void settleInQueue(NaiveMarket market, NaiveOrder order) {
    if (market.resting.contains(order) && order.visible == 0) {
      if (order.open == 0) {
        market.resting.remove(order);
      } else {
        order.rank = exchange.orders.nextRank++;
        order.show();
      }
    }
  }
}
