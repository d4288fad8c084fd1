package com.ballastmarkets.engine.simulation;

import com.ballastmarkets.clearing.ClearingHouse;
import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.command.OrderTicket;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.domain.instrument.MarketState;
import com.ballastmarkets.domain.order.CancelReason;
import com.ballastmarkets.domain.order.OrderType;
import com.ballastmarkets.domain.order.PostOnly;
import com.ballastmarkets.domain.order.SelfMatchPrevention;
import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.domain.order.TimeInForce;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Orders of the naive exchange. Client order ids are never forgotten: a run is shorter than that.
 */
final class NaiveTrading {
  private record IdUse(Object content, long orderId) {}

  private final NaiveExchange exchange;
  private final ClearingHouse clearing;
  private final Map<String, IdUse> ids = new HashMap<>();
  private final Map<Long, Integer> owners = new HashMap<>();
  private final Set<Integer> killed = new HashSet<>();
  private long nextOrderId = 1;
  private long nextTradeId = 1;
  private long nextRank = 1;

  NaiveTrading(NaiveExchange exchange) {
    this.exchange = exchange;
    this.clearing = exchange.clearing;
  }

  // ---- entry -------------------------------------------------------------------------------

  void place(OrderTicket ticket) {
    final int account = clearing.account(ticket.accountId());
    final OrderTicket content = contentOf(ticket);
    final IdUse use = ticket.clOrdId().isEmpty() ? null : ids.get(account + ticket.clOrdId());
    if (account >= 0 && use != null && use.content.equals(content)) {
      exchange.tell(new Event.OrderRepeated(use.orderId, ticket));
      return;
    }
    final RejectReason wrong = firstWrong(ticket, account, use != null);
    if (wrong != null) {
      exchange.tell(new Event.OrderRejected(ticket, wrong, 0, 0));
      return;
    }
    final NaiveMarket market = exchange.market(ticket.marketId());
    long limit =
        ticket.type() == OrderType.MARKET ? market.collar(ticket.side()) : ticket.priceMicros();
    final Long rests = restingPrice(market, ticket.side(), ticket.postOnly(), limit);
    if (rests == null) {
      exchange.tell(new Event.OrderRejected(ticket, RejectReason.POST_ONLY_WOULD_TAKE, 0, 0));
      return;
    }
    limit = rests;
    if (!isStop(ticket)) {
      final RejectReason reason =
          clearing.reserve(account, market.handle, ticket.side(), limit, ticket.lots());
      if (reason != null) {
        exchange.tell(
            new Event.OrderRejected(
                ticket, reason, clearing.requiredMicros(), clearing.availableMicros()));
        return;
      }
    }
    final NaiveOrder order =
        new NaiveOrder(nextOrderId++, account, clearing.participantOf(account), ticket, limit);
    owners.put(order.id, account);
    if (!ticket.clOrdId().isEmpty()) {
      ids.put(account + ticket.clOrdId(), new IdUse(content, order.id));
    }
    if (ticket.timeInForce() == TimeInForce.GTD) {
      order.expires = ticket.expireTimeNanos();
    } else if (ticket.timeInForce() == TimeInForce.DAY) {
      order.expires = (exchange.now / NaiveExchange.DAY + 1) * NaiveExchange.DAY;
    }
    exchange.tell(
        new Event.OrderAccepted(
            order.id, ticket.postOnly() == PostOnly.SLIDE ? ticket.withPrice(limit) : ticket));
    start(market, order);
  }

  private static OrderTicket contentOf(OrderTicket t) {
    return new OrderTicket(
        0,
        "",
        t.marketId(),
        t.side(),
        t.type(),
        t.timeInForce(),
        t.priceMicros(),
        t.stopPriceMicros(),
        t.lots(),
        t.expireTimeNanos(),
        t.postOnly(),
        t.reduceOnly(),
        t.displayLots(),
        t.minLots(),
        t.selfMatchId(),
        t.selfMatchPrevention(),
        t.cancelOnHalt(),
        0);
  }

  private static boolean isStop(OrderTicket t) {
    return t.type() == OrderType.STOP || t.type() == OrderType.STOP_LIMIT;
  }

  private @Nullable RejectReason firstWrong(OrderTicket t, int account, boolean usedId) {
    if (account < 0) {
      return RejectReason.UNKNOWN_ACCOUNT;
    }
    if (killed.contains(account)) {
      return RejectReason.ACCOUNT_SUSPENDED;
    }
    final NaiveMarket market = exchange.markets.get(t.marketId());
    if (market == null) {
      return RejectReason.MARKET_NOT_FOUND;
    }
    final boolean now =
        t.type() == OrderType.MARKET
            || t.timeInForce() == TimeInForce.IOC
            || t.timeInForce() == TimeInForce.FOK;
    if (market.state != MarketState.CONTINUOUS && (market.state != MarketState.AUCTION || now)) {
      return RejectReason.MARKET_CLOSED;
    }
    if (usedId) {
      return RejectReason.DUPLICATE_CLIENT_ORDER_ID;
    }
    if (t.lots() < 1) {
      return RejectReason.ORDER_SIZE_TOO_SMALL;
    }
    if (t.lots() > market.instrument.maxOrderLots()) {
      return RejectReason.ORDER_SIZE_TOO_LARGE;
    }
    final boolean priced = t.type() == OrderType.LIMIT || t.type() == OrderType.STOP_LIMIT;
    if (priced && (t.priceMicros() < market.lo() || t.priceMicros() > market.hi())) {
      return RejectReason.PRICE_OUT_OF_RANGE;
    }
    if (priced && !market.grid().contains(t.priceMicros())) {
      return RejectReason.PRICE_OFF_TICK;
    }
    if (isStop(t) && !market.grid().contains(t.stopPriceMicros())) {
      return RejectReason.INVALID_STOP_PRICE;
    }
    if (t.timeInForce() == TimeInForce.GTD && t.expireTimeNanos() <= exchange.now) {
      return RejectReason.INVALID_EXPIRE_TIME;
    }
    if (t.displayLots() != 0 && (t.displayLots() < 0 || now || t.type() == OrderType.STOP)) {
      return RejectReason.INVALID_DISPLAY_SIZE;
    }
    if (t.minLots() != 0 && (t.minLots() < 0 || t.minLots() > t.lots() || !now)) {
      return RejectReason.INVALID_MINIMUM_SIZE;
    }
    final boolean postOnly = t.postOnly() != PostOnly.NONE;
    if ((postOnly && (now || isStop(t))) || (isStop(t) && now)) {
      return RejectReason.INVALID_ORDER;
    }
    if (t.reduceOnly() && reducible(account, market, t.side()) < t.lots()) {
      return RejectReason.REDUCE_ONLY_WOULD_INCREASE;
    }
    return null;
  }

  /** Where a post-only order may rest; null if nowhere. */
  private static @Nullable Long restingPrice(
      NaiveMarket market, Side side, PostOnly rule, long limit) {
    final NaiveOrder other = market.best(side.opposite());
    if (rule == PostOnly.NONE
        || market.state != MarketState.CONTINUOUS
        || other == null
        || side.sign() * (limit - other.limit) < 0) {
      return limit;
    }
    if (rule == PostOnly.REJECT) {
      return null;
    }
    final long price =
        side == Side.BUY
            ? market.instrument.ticks().below(other.limit)
            : market.instrument.ticks().above(other.limit);
    return price >= market.lo() && price <= market.hi() ? price : null;
  }

  // ---- work --------------------------------------------------------------------------------

  private void start(NaiveMarket market, NaiveOrder order) {
    if (order.waiting) {
      final Long last = market.last;
      if (market.state == MarketState.CONTINUOUS
          && last != null
          && order.sign() * (last - order.stop) >= 0) {
        trigger(market, order);
      } else {
        order.rank = nextRank++;
        market.waiting.add(order);
      }
    } else if (market.state == MarketState.CONTINUOUS) {
      work(market, order);
    } else {
      rest(market, order);
    }
    triggerStops(market);
  }

  private void rest(NaiveMarket market, NaiveOrder order) {
    order.rank = nextRank++;
    order.show();
    market.resting.add(order);
    exchange.touched.add(market);
  }

  private void work(NaiveMarket market, NaiveOrder order) {
    if (order.ticket.timeInForce() == TimeInForce.FOK && fillable(market, order) < order.open) {
      cancel(order, CancelReason.NOT_FILLABLE, "");
      return;
    }
    if (order.ticket.minLots() > 0 && fillable(market, order) < order.ticket.minLots()) {
      cancel(order, CancelReason.MINIMUM_NOT_MET, "");
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
        preventSelfMatch(maker, order);
      } else if (!trim(market, maker)) {
        trade(market, maker, order, maker.limit, Math.min(order.open, maker.visible), false);
      }
    }
    if (order.open > 0) {
      if (order.isImmediate()) {
        cancel(order, outside ? CancelReason.BAND : CancelReason.IMMEDIATE_REST, "");
      } else {
        rest(market, order);
      }
    }
    if (outside) {
      exchange.trip(market);
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
          long left = reducible(maker.account, market, maker.ticket.side());
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

  private void trade(
      NaiveMarket market,
      NaiveOrder maker,
      NaiveOrder taker,
      long price,
      long lots,
      boolean auction) {
    final long tradeId = nextTradeId++;
    final Event.Fill made = fill(market, maker, price, lots, true, tradeId);
    final Event.Fill taken = fill(market, taker, price, lots, auction, tradeId);
    market.last = price;
    market.tradesSinceStops.add(price);
    exchange.touched.add(market);
    exchange.tell(
        new Event.Trade(tradeId, market.instrument.marketId(), price, lots, made, taken, auction));
    settleInQueue(market, maker);
    settleInQueue(market, taker);
  }

  private Event.Fill fill(
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

  private void settleInQueue(NaiveMarket market, NaiveOrder order) {
    if (market.resting.contains(order) && order.visible == 0) {
      if (order.open == 0) {
        market.resting.remove(order);
      } else {
        order.rank = nextRank++;
        order.show();
      }
    }
  }

  void uncross(NaiveMarket market, long price) {
    while (true) {
      final NaiveOrder buy = market.best(Side.BUY);
      final NaiveOrder sell = market.best(Side.SELL);
      if (buy == null || sell == null || buy.limit < price || sell.limit > price) {
        return;
      }
      if (trim(market, buy) || trim(market, sell)) {
        continue;
      }
      if (buy.isOwnOf(sell)) {
        preventSelfMatch(buy.id < sell.id ? buy : sell, buy.id < sell.id ? sell : buy);
      } else {
        trade(market, buy, sell, price, Math.min(buy.visible, sell.visible), true);
      }
    }
  }

  // ---- stops -------------------------------------------------------------------------------

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
      cancel(order, CancelReason.MARGIN, "");
      return;
    }
    order.limit = limit;
    order.waiting = false;
    trim(market, order);
    if (order.open > 0) {
      work(market, order);
    }
  }

  // ---- shrinking and cancelling ------------------------------------------------------------

  private long reducible(int account, NaiveMarket market, Side side) {
    return Math.max(0, -side.sign() * clearing.positionLots(account, market.handle));
  }

  private boolean trim(NaiveMarket market, NaiveOrder order) {
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

  private void preventSelfMatch(NaiveOrder older, NaiveOrder newer) {
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

  private void shrink(NaiveOrder order, long lots) {
    final NaiveMarket market = exchange.market(order.ticket.marketId());
    order.open -= lots;
    order.lots -= lots;
    order.visible = Math.min(order.visible, order.open);
    clearing.release(order.account, market.handle, order.ticket.side(), order.limit, lots);
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
      clearing.release(order.account, market.handle, order.ticket.side(), order.limit, order.open);
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
  }

  void cancelAll(NaiveMarket market, CancelReason reason, Predicate<NaiveOrder> which) {
    final List<NaiveOrder> all = new ArrayList<>();
    all.addAll(market.queue(Side.BUY));
    all.addAll(market.queue(Side.SELL));
    all.addAll(market.stops(Side.BUY));
    all.addAll(market.stops(Side.SELL));
    all.stream().filter(which).forEach(o -> cancel(o, reason, ""));
  }

  // ---- requests ----------------------------------------------------------------------------

  private long meant(int account, long orderId, String origClOrdId) {
    if (orderId != 0) {
      return Integer.valueOf(account).equals(owners.get(orderId)) ? orderId : 0;
    }
    final IdUse use = origClOrdId.isEmpty() ? null : ids.get(account + origClOrdId);
    return use == null ? 0 : use.orderId;
  }

  private @Nullable NaiveOrder liveOf(long orderId) {
    return exchange.live().stream().filter(o -> o.id == orderId).findFirst().orElse(null);
  }

  void cancel(Command.CancelOrder request) {
    final int account = clearing.account(request.accountId());
    final long orderId = meant(account, request.orderId(), request.origClOrdId());
    final NaiveOrder order = liveOf(orderId);
    if (order == null) {
      exchange.tell(
          new Event.CancelRejected(
              request.accountId(),
              orderId,
              request.clOrdId(),
              request.origClOrdId(),
              orderId == 0 ? RejectReason.ORDER_NOT_FOUND : RejectReason.ORDER_CLOSED));
    } else {
      cancel(order, CancelReason.REQUESTED, request.clOrdId());
    }
  }

  void massCancel(Command.MassCancel request) {
    final int account = clearing.account(request.accountId());
    int canceled = 0;
    for (NaiveOrder order : exchange.live()) {
      final OrderTicket t = order.ticket;
      final boolean disconnect = request.cause() == Command.MassCancel.Cause.DISCONNECT;
      if (order.account == account
          && (request.marketId() == 0 || request.marketId() == t.marketId())
          && (request.side() == null || request.side() == t.side())
          && (request.sessionId() == 0 || request.sessionId() == t.sessionId())
          && (!disconnect || t.timeInForce() == TimeInForce.DAY)) {
        cancel(order, disconnect ? CancelReason.DISCONNECT : CancelReason.MASS_CANCEL, "");
        canceled++;
      }
    }
    exchange.tell(
        new Event.MassCanceled(
            request.accountId(), request.marketId(), request.clOrdId(), canceled));
  }

  void kill(Command.SetKillSwitch request) {
    final int account = clearing.account(request.accountId());
    if (request.engaged() ? !killed.add(account) : !killed.remove(account)) {
      exchange.tell(new Event.NothingToDo());
      return;
    }
    if (request.engaged()) {
      exchange.live().stream()
          .filter(o -> o.account == account)
          .forEach(o -> cancel(o, CancelReason.KILL_SWITCH, ""));
    }
    exchange.tell(new Event.KillSwitchChanged(request.accountId(), request.engaged()));
  }

  void replace(Command.ReplaceOrder request) {
    final int account = clearing.account(request.accountId());
    final Command.ReplaceOrder content =
        new Command.ReplaceOrder(
            0,
            request.orderId(),
            request.origClOrdId(),
            "",
            request.priceMicros(),
            request.stopPriceMicros(),
            request.lots());
    final IdUse use = request.clOrdId().isEmpty() ? null : ids.get(account + request.clOrdId());
    if (use != null && use.content.equals(content)) {
      exchange.tell(new Event.NothingToDo());
      return;
    }
    final long orderId = meant(account, request.orderId(), request.origClOrdId());
    final NaiveOrder order = liveOf(orderId);
    RejectReason reason =
        order != null
            ? wrongReplace(request, order, use != null)
            : orderId == 0 ? RejectReason.ORDER_NOT_FOUND : RejectReason.ORDER_CLOSED;
    if (order == null || reason != null) {
      rejectReplace(request, orderId, reason, 0, 0);
      return;
    }
    final NaiveMarket market = exchange.market(order.ticket.marketId());
    final long open = request.lots() - order.cum;
    final long stop = order.waiting ? request.stopPriceMicros() : order.stop;
    final long asked = order.ticket.type() == OrderType.STOP ? order.limit : request.priceMicros();
    final boolean samePrice = asked == order.limit && stop == order.stop;
    if (order.ticket.reduceOnly() && reducible(account, market, order.ticket.side()) < open) {
      rejectReplace(request, orderId, RejectReason.REDUCE_ONLY_WOULD_INCREASE, 0, 0);
      return;
    }
    final Long limit =
        samePrice
            ? Long.valueOf(asked)
            : restingPrice(market, order.ticket.side(), order.ticket.postOnly(), asked);
    if (limit == null) {
      rejectReplace(request, orderId, RejectReason.POST_ONLY_WOULD_TAKE, 0, 0);
      return;
    }
    if (!order.waiting) {
      reason =
          clearing.replace(
              account, market.handle, order.ticket.side(), order.limit, order.open, limit, open);
      if (reason != null) {
        rejectReplace(
            request, orderId, reason, clearing.requiredMicros(), clearing.availableMicros());
        return;
      }
    }
    final boolean kept = samePrice && open <= order.open;
    final String orig = order.clOrdId;
    if (!request.clOrdId().isEmpty()) {
      order.clOrdId = request.clOrdId();
      ids.put(account + request.clOrdId(), new IdUse(content, order.id));
    }
    order.limit = limit;
    order.stop = stop;
    order.lots = request.lots();
    order.open = open;
    if (!order.waiting) {
      exchange.touched.add(market);
    }
    if (kept) {
      order.visible = Math.min(order.visible, open);
      exchange.tell(order.replaced(orig, true));
    } else {
      market.resting.remove(order);
      market.waiting.remove(order);
      exchange.tell(order.replaced(orig, false));
      start(market, order);
    }
  }

  private @Nullable RejectReason wrongReplace(
      Command.ReplaceOrder request, NaiveOrder order, boolean usedId) {
    final NaiveMarket market = exchange.market(order.ticket.marketId());
    if (market.state != MarketState.CONTINUOUS && market.state != MarketState.AUCTION) {
      return RejectReason.MARKET_CLOSED;
    }
    if (usedId) {
      return RejectReason.DUPLICATE_CLIENT_ORDER_ID;
    }
    if (request.lots() < 1) {
      return RejectReason.ORDER_SIZE_TOO_SMALL;
    }
    if (request.lots() > market.instrument.maxOrderLots()) {
      return RejectReason.ORDER_SIZE_TOO_LARGE;
    }
    if (order.ticket.type() != OrderType.STOP) {
      if (request.priceMicros() < market.lo() || request.priceMicros() > market.hi()) {
        return RejectReason.PRICE_OUT_OF_RANGE;
      }
      if (!market.grid().contains(request.priceMicros())) {
        return RejectReason.PRICE_OFF_TICK;
      }
    }
    if (order.waiting && !market.grid().contains(request.stopPriceMicros())) {
      return RejectReason.INVALID_STOP_PRICE;
    }
    return request.lots() <= order.cum ? RejectReason.SIZE_BELOW_FILLED : null;
  }

  private void rejectReplace(
      Command.ReplaceOrder request,
      long orderId,
      @Nullable RejectReason reason,
      long required,
      long available) {
    if (reason == null) {
      throw new IllegalArgumentException("a reject has a reason");
    }
    exchange.tell(
        new Event.ReplaceRejected(
            request.accountId(),
            orderId,
            request.clOrdId(),
            request.origClOrdId(),
            reason,
            required,
            available));
  }
}
