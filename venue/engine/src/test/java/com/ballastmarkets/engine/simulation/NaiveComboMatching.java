package com.ballastmarkets.engine.simulation;

import com.ballastmarkets.clearing.LegOrders;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.order.CancelReason;
import com.ballastmarkets.domain.order.SelfMatchPrevention;
import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.domain.order.TimeInForce;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Orders of combos against each other and against the legs' books. */
final class NaiveComboMatching {
  private final NaiveExchange exchange;

  NaiveComboMatching(NaiveExchange exchange) {
    this.exchange = exchange;
  }

  /** Lots that a leg's book has at a price; the last may be an order of one's own firm instead. */
  private record Chunk(long price, long lots, @Nullable NaiveOrder own) {}

  /** What the legs' books offer: so many combos for so much, or an own order on the way. */
  private record Offer(long price, long lots, @Nullable NaiveOrder own) {}

  /** One leg's trade, done and not told. */
  private record LegTrade(
      NaiveCombo.Leg leg,
      long price,
      long lots,
      Event.@Nullable Fill maker,
      long makerFee,
      long takerFee) {}

  // ---- reading the legs' books ---------------------------------------------------------------

  /** The books for an order; for anybody if that is null. */
  private List<List<Chunk>> books(
      NaiveCombo combo, Side side, @Nullable NaiveOrder taker, boolean ahead) {
    return combo.legs.stream()
        .map(leg -> chunks(leg.market(), leg.side(side).opposite(), taker, ahead))
        .toList();
  }

  private List<Chunk> chunks(
      NaiveMarket market, Side makers, @Nullable NaiveOrder taker, boolean ahead) {
    final List<Chunk> chunks = new ArrayList<>();
    final Map<Long, List<NaiveOrder>> levels = new LinkedHashMap<>();
    for (NaiveOrder order : market.queue(makers)) {
      levels.computeIfAbsent(order.limit, _ -> new ArrayList<>()).add(order);
    }
    final List<NaiveOrder> before = new ArrayList<>();
    for (Map.Entry<Long, List<NaiveOrder>> level : levels.entrySet()) {
      if (!market.inBand(level.getKey())) {
        return chunks;
      }
      NaiveOrder own = null;
      final List<NaiveOrder> reached = new ArrayList<>();
      for (NaiveOrder order : level.getValue()) {
        if (taker == null || !order.isOwnOf(taker)) {
          reached.add(order);
        } else if (!ahead
            || taker.ticket.selfMatchPrevention() != SelfMatchPrevention.CANCEL_OLDEST) {
          own = order;
          break;
        }
      }
      long lots = 0;
      for (NaiveOrder order : reached) {
        final long there = own == null ? order.open : order.visible;
        if (!order.ticket.reduceOnly()) {
          lots += there;
        } else if (!ahead) {
          lots += Math.min(there, left(market, order, before, level.getValue()));
        }
      }
      if (lots > 0) {
        chunks.add(new Chunk(level.getKey(), lots, null));
      }
      if (own != null) {
        chunks.add(new Chunk(level.getKey(), 0, own));
        return chunks;
      }
      before.addAll(level.getValue());
    }
    return chunks;
  }

  private long left(
      NaiveMarket market, NaiveOrder maker, List<NaiveOrder> before, List<NaiveOrder> level) {
    long left = exchange.closing.reducible(maker.account, market, maker.ticket.side());
    for (NaiveOrder other : before) {
      left -= other.account == maker.account ? other.open : 0;
    }
    for (NaiveOrder other : level) {
      final boolean counts = !other.ticket.reduceOnly() || other.rank < maker.rank;
      left -= other != maker && other.account == maker.account && counts ? other.open : 0;
    }
    return Math.max(0, left);
  }

  /** The next offer after so many combos; null if there is none. */
  private static @Nullable Offer offer(NaiveCombo combo, List<List<Chunk>> books, long[] gone) {
    long price = 0;
    long lots = Long.MAX_VALUE;
    NaiveOrder own = null;
    for (int i = 0; i < combo.legs.size(); i++) {
      final NaiveCombo.Leg leg = combo.legs.get(i);
      long skip = gone[i];
      long need = leg.lots();
      long first = -1;
      for (Chunk chunk : books.get(i)) {
        if (need == 0) {
          break;
        }
        if (chunk.own != null) {
          price += Integer.signum(leg.ratio()) * need * chunk.price;
          own = own == null ? chunk.own : own;
          need = 0;
          break;
        }
        final long there = chunk.lots - Math.min(skip, chunk.lots);
        skip -= Math.min(skip, chunk.lots);
        if (there == 0) {
          continue;
        }
        first = first < 0 ? there : first;
        final long part = Math.min(need, there);
        price += Integer.signum(leg.ratio()) * part * chunk.price;
        need -= part;
      }
      if (need > 0) {
        return null;
      }
      lots = Math.min(lots, Math.max(0, first) / leg.lots());
    }
    return new Offer(price, Math.max(1, lots), own);
  }

  private @Nullable Offer offerFor(NaiveCombo combo, NaiveOrder taker) {
    if (!NaiveCombos.legsTrade(combo)) {
      return null;
    }
    final Offer offer =
        offer(combo, books(combo, taker.ticket.side(), taker, false), new long[combo.legs.size()]);
    return offer != null && taker.sign() * (taker.limit - offer.price) >= 0 ? offer : null;
  }

  /** The price at which an order would be matched first; null if it would not be. */
  @Nullable Long bestAgainst(NaiveCombo combo, Side side) {
    final NaiveOrder other = combo.market.best(side.opposite());
    final Offer offer =
        NaiveCombos.legsTrade(combo)
            ? offer(combo, books(combo, side, null, false), new long[combo.legs.size()])
            : null;
    if (offer == null || other == null) {
      return offer != null ? Long.valueOf(offer.price) : other == null ? null : other.limit;
    }
    return side == Side.BUY
        ? Math.min(offer.price, other.limit)
        : Math.max(offer.price, other.limit);
  }

  // ---- orders at work --------------------------------------------------------------------------

  void work(NaiveCombo combo, NaiveOrder order) {
    if (order.ticket.timeInForce() == TimeInForce.FOK && !isFillable(combo, order)) {
      exchange.closing.cancel(order, CancelReason.NOT_FILLABLE, "");
      return;
    }
    boolean outside = false;
    while (order.open > 0 && !outside) {
      final NaiveOrder maker = combo.market.best(order.ticket.side().opposite());
      final Offer offer = offerFor(combo, order);
      final boolean meets = maker != null && order.sign() * (order.limit - maker.limit) >= 0;
      if (maker != null
          && meets
          && (offer == null || order.sign() * (maker.limit - offer.price) <= 0)) {
        final List<Long> prices = NaiveLegPrices.of(combo, maker.limit);
        if (maker.isOwnOf(order)) {
          exchange.closing.preventSelfMatch(maker, order);
        } else if (prices == null) {
          outside = true;
        } else {
          between(combo, maker, order, prices);
        }
      } else if (offer != null) {
        take(combo, order, offer);
      } else {
        break;
      }
    }
    if (order.open > 0) {
      if (outside || order.isImmediate()) {
        exchange.closing.cancel(
            order, outside ? CancelReason.BAND : CancelReason.IMMEDIATE_REST, "");
      } else {
        exchange.matching.rest(combo.market, order);
      }
    }
  }

  /** A resting order takes what it can; tells whether anything happened. */
  boolean matchLegs(NaiveCombo combo, NaiveOrder order) {
    boolean any = false;
    while (order.open > 0 && offerFor(combo, order) instanceof Offer offer) {
      take(combo, order, offer);
      any = true;
    }
    return any;
  }

  private boolean isFillable(NaiveCombo combo, NaiveOrder taker) {
    final List<List<Chunk>> books = books(combo, taker.ticket.side(), taker, true);
    final long[] gone = new long[combo.legs.size()];
    final List<NaiveOrder> queue =
        new ArrayList<>(combo.market.queue(taker.ticket.side().opposite()));
    queue.removeIf(o -> taker.sign() * (taker.limit - o.limit) < 0);
    final boolean passes = taker.ticket.selfMatchPrevention() == SelfMatchPrevention.CANCEL_OLDEST;
    long left = taker.open;
    while (left > 0) {
      Offer offer = offer(combo, books, gone);
      offer = offer != null && taker.sign() * (taker.limit - offer.price) >= 0 ? offer : null;
      final NaiveOrder maker = queue.isEmpty() ? null : queue.getFirst();
      if (maker != null && (offer == null || taker.sign() * (maker.limit - offer.price) <= 0)) {
        queue.removeFirst();
        if (!maker.isOwnOf(taker)) {
          if (NaiveLegPrices.of(combo, maker.limit) == null) {
            return false;
          }
          left -= maker.open;
        } else if (!passes) {
          return false;
        }
      } else if (offer == null || offer.own != null) {
        return false;
      } else {
        final long part = Math.min(left, offer.lots);
        left -= part;
        for (int i = 0; i < gone.length; i++) {
          gone[i] += part * combo.legs.get(i).lots();
        }
      }
    }
    return true;
  }

  private void take(NaiveCombo combo, NaiveOrder taker, Offer offer) {
    final NaiveOrder own = offer.own;
    if (own == null) {
      withLegs(combo, taker, offer.price, Math.min(offer.lots, taker.open));
      return;
    }
    final NaiveOrder newer = own.id > taker.id ? own : taker;
    if (newer.ticket.selfMatchPrevention() != SelfMatchPrevention.DECREMENT) {
      exchange.closing.preventSelfMatch(newer == own ? taker : own, newer);
      return;
    }
    final long ratio =
        combo.legs.stream()
            .filter(l -> l.market().resting.contains(own))
            .findFirst()
            .orElseThrow()
            .lots();
    final long combos = Math.min(taker.open, own.open / ratio);
    exchange.closing.less(own, combos == 0 ? own.open : combos * ratio);
    if (combos > 0) {
      exchange.closing.less(taker, combos);
    }
  }

  // ---- trades ------------------------------------------------------------------------------

  private void between(NaiveCombo combo, NaiveOrder maker, NaiveOrder taker, List<Long> prices) {
    final long price = maker.limit;
    final long lots = Math.min(maker.open, taker.open);
    final long tradeId = exchange.orders.nextTradeId++;
    final List<LegTrade> trades = new ArrayList<>();
    for (int i = 0; i < combo.legs.size(); i++) {
      final NaiveCombo.Leg leg = combo.legs.get(i);
      final long legLots = lots * leg.lots();
      final long id = exchange.orders.nextTradeId++;
      final long made = fill(maker, i, prices.get(i), legLots, true, id);
      final long taken = fill(taker, i, prices.get(i), legLots, false, id);
      trades.add(new LegTrade(leg, prices.get(i), legLots, null, made, taken));
    }
    count(combo, maker, price, lots);
    count(combo, taker, price, lots);
    tell(combo, tradeId, price, lots, maker, taker, trades);
  }

  private void withLegs(NaiveCombo combo, NaiveOrder taker, long price, long lots) {
    final long tradeId = exchange.orders.nextTradeId++;
    final List<LegTrade> trades = new ArrayList<>();
    final List<NaiveOrder> makers = new ArrayList<>();
    final List<Long> filled = new ArrayList<>();
    for (int i = 0; i < combo.legs.size(); i++) {
      final NaiveCombo.Leg leg = combo.legs.get(i);
      final NaiveMarket market = leg.market();
      long left = lots * leg.lots();
      while (left > 0) {
        final NaiveOrder maker = market.best(leg.side(taker.ticket.side()).opposite());
        if (maker == null) {
          throw new IllegalStateException("a leg has less than it offered");
        }
        if (exchange.closing.trim(market, maker)) {
          continue;
        }
        final long part = Math.min(left, maker.visible);
        final long legPrice = maker.limit;
        final long id = exchange.orders.nextTradeId++;
        final Event.Fill made = exchange.matching.fill(market, maker, legPrice, part, true, id);
        final long fee = fill(taker, i, legPrice, part, false, id);
        trades.add(new LegTrade(leg, legPrice, part, made, 0, fee));
        makers.add(maker);
        filled.add(part);
        exchange.matching.settleInQueue(market, maker);
        exchange.touched.add(market);
        left -= part;
      }
    }
    count(combo, taker, price, lots);
    tell(combo, tradeId, price, lots, null, taker, trades);
    exchange.quotes.tradedInLegs(makers, filled);
  }

  private long fill(NaiveOrder order, int leg, long price, long lots, boolean maker, long id) {
    final List<LegOrders.Leg> reserved = order.reservation;
    return exchange
        .clearing
        .legOrders()
        .fill(order.account, reserved.get(leg), price, lots, order.legMeters.get(leg), maker, id);
  }

  private void count(NaiveCombo combo, NaiveOrder order, long price, long lots) {
    order.open -= lots;
    order.visible -= lots;
    order.cum += lots;
    order.value += price * lots;
    if (combo.market.resting.contains(order)) {
      exchange.touched.add(combo.market);
      if (order.open == 0) {
        combo.market.resting.remove(order);
      }
    }
  }

  private void tell(
      NaiveCombo combo,
      long tradeId,
      long price,
      long lots,
      @Nullable NaiveOrder maker,
      NaiveOrder taker,
      List<LegTrade> trades) {
    combo.market.traded(price, false);
    exchange.touched.add(combo.market);
    final long made = trades.stream().mapToLong(LegTrade::makerFee).sum();
    final long taken = trades.stream().mapToLong(LegTrade::takerFee).sum();
    exchange.tell(
        new Event.ComboTrade(
            tradeId,
            combo.market.instrument.marketId(),
            price,
            lots,
            maker == null ? null : fillOf(maker, maker.ticket.side(), made),
            fillOf(taker, taker.ticket.side(), taken),
            trades.size()));
    long id = tradeId;
    for (LegTrade trade : trades) {
      final NaiveMarket market = trade.leg.market();
      Event.Fill makerFill = trade.maker;
      if (makerFill == null && maker != null) {
        makerFill = fillOf(maker, trade.leg.side(maker.ticket.side()), trade.makerFee);
      }
      if (makerFill == null) {
        throw new IllegalStateException("a trade without a maker");
      }
      market.traded(trade.price, false);
      market.tradesSinceStops.add(trade.price);
      exchange.touched.add(market);
      exchange.tell(
          new Event.Trade(
              ++id,
              market.instrument.marketId(),
              trade.price,
              trade.lots,
              makerFill,
              fillOf(taker, trade.leg.side(taker.ticket.side()), trade.takerFee),
              false));
    }
  }

  private static Event.Fill fillOf(NaiveOrder order, Side side, long fee) {
    return new Event.Fill(
        order.id, order.ticket.accountId(), side, fee, order.cum, order.open, order.value);
  }
}
