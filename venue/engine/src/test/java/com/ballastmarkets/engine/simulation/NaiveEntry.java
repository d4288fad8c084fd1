package com.ballastmarkets.engine.simulation;

import com.ballastmarkets.clearing.ClearingHouse;
import com.ballastmarkets.clearing.LegOrders;
import com.ballastmarkets.domain.command.OrderTicket;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.domain.instrument.MarketState;
import com.ballastmarkets.domain.order.OrderType;
import com.ballastmarkets.domain.order.PostOnly;
import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.domain.order.TimeInForce;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** New orders: repeated, rejected for the first thing that is wrong, or accepted. */
final class NaiveEntry {
  private final NaiveExchange exchange;
  private final ClearingHouse clearing;

  NaiveEntry(NaiveExchange exchange) {
    this.exchange = exchange;
    this.clearing = exchange.clearing;
  }

  void place(OrderTicket ticket) {
    final int account = clearing.account(ticket.accountId());
    final OrderTicket content = contentOf(ticket);
    final NaiveOrders.IdUse use = exchange.orders.use(account, ticket.clOrdId());
    if (account >= 0 && use != null && use.content().equals(content)) {
      exchange.tell(new Event.OrderRepeated(use.orderId(), ticket));
      return;
    }
    final RejectReason wrong = firstWrong(ticket, account, use != null);
    if (wrong != null) {
      final boolean display = wrong == RejectReason.DISPLAY_TOO_SMALL;
      exchange.tell(
          new Event.OrderRejected(
              ticket,
              wrong,
              display ? (ticket.lots() + 499) / 500 : 0,
              display ? ticket.displayLots() : 0));
      return;
    }
    final NaiveMarket market = exchange.market(ticket.marketId());
    final NaiveCombo combo = exchange.combos.of(market);
    long limit = ticket.priceMicros();
    if (ticket.type() == OrderType.MARKET) {
      limit = combo == null ? market.collar(ticket.side()) : combo.collar(ticket.side());
    }
    final Long rests = restingPrice(exchange, market, ticket.side(), ticket.postOnly(), limit);
    if (rests == null) {
      exchange.tell(new Event.OrderRejected(ticket, RejectReason.POST_ONLY_WOULD_TAKE, 0, 0));
      return;
    }
    limit = rests;
    final List<LegOrders.Leg> inLegs =
        combo == null ? List.of() : combo.reservation(ticket.side(), limit);
    if (!isStop(ticket)) {
      final RejectReason reason =
          combo == null
              ? clearing.reserve(account, market.handle, ticket.side(), limit, ticket.lots())
              : clearing.legOrders().reserve(account, inLegs, ticket.lots());
      if (reason != null) {
        exchange.tell(
            new Event.OrderRejected(
                ticket, reason, clearing.requiredMicros(), clearing.availableMicros()));
        return;
      }
    }
    final long orderId = exchange.orders.assign(account);
    final NaiveOrder order =
        new NaiveOrder(orderId, account, clearing.participantOf(account), ticket, limit);
    exchange.orders.remember(account, ticket.clOrdId(), content, orderId);
    if (combo != null) {
      order.reservation = inLegs;
      order.legMeters = combo.meters();
    }
    if (ticket.timeInForce() == TimeInForce.GTD) {
      order.expires = ticket.expireTimeNanos();
    } else if (ticket.timeInForce() == TimeInForce.DAY) {
      order.expires = (exchange.now / NaiveExchange.DAY + 1) * NaiveExchange.DAY;
    }
    exchange.tell(
        new Event.OrderAccepted(
            order.id, ticket.postOnly() == PostOnly.SLIDE ? ticket.withPrice(limit) : ticket));
    exchange.stops.start(market, order);
  }

  static OrderTicket contentOf(OrderTicket t) {
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

  static boolean isStop(OrderTicket t) {
    return t.type() == OrderType.STOP || t.type() == OrderType.STOP_LIMIT;
  }

  @Nullable RejectReason firstWrong(OrderTicket t, int account, boolean usedId) {
    if (account < 0) {
      return RejectReason.UNKNOWN_ACCOUNT;
    }
    if (exchange.orders.isKilled(account)) {
      return RejectReason.ACCOUNT_SUSPENDED;
    }
    final NaiveMarket market = exchange.markets.get(t.marketId());
    if (market == null) {
      return exchange.listing.whyNot(t.marketId(), RejectReason.MARKET_CLOSED);
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
    if (exchange.combos.of(market) != null
        && (isStop(t) || t.reduceOnly() || t.displayLots() != 0 || t.minLots() != 0)) {
      return RejectReason.COMBO_ORDER_UNSUPPORTED;
    }
    if (t.timeInForce() == TimeInForce.GTD && t.expireTimeNanos() <= exchange.now) {
      return RejectReason.INVALID_EXPIRE_TIME;
    }
    if (t.displayLots() != 0 && (t.displayLots() < 0 || now || t.type() == OrderType.STOP)) {
      return RejectReason.INVALID_DISPLAY_SIZE;
    }
    if (t.displayLots() != 0 && t.lots() > 500 * t.displayLots()) {
      return RejectReason.DISPLAY_TOO_SMALL;
    }
    if (t.minLots() != 0 && (t.minLots() < 0 || t.minLots() > t.lots() || !now)) {
      return RejectReason.INVALID_MINIMUM_SIZE;
    }
    final boolean postOnly = t.postOnly() != PostOnly.NONE;
    if ((postOnly && (now || isStop(t))) || (isStop(t) && now)) {
      return RejectReason.INVALID_ORDER;
    }
    if (t.reduceOnly() && exchange.closing.reducible(account, market, t.side()) < t.lots()) {
      return RejectReason.REDUCE_ONLY_WOULD_INCREASE;
    }
    return null;
  }

  /** Where a post-only order may rest; null if nowhere. */
  static @Nullable Long restingPrice(
      NaiveExchange exchange, NaiveMarket market, Side side, PostOnly rule, long limit) {
    if (exchange.combos.of(market) instanceof NaiveCombo combo) {
      return restingPrice(exchange, combo, side, rule, limit);
    }
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

  private static @Nullable Long restingPrice(
      NaiveExchange exchange, NaiveCombo combo, Side side, PostOnly rule, long limit) {
    final Long best = exchange.comboMatching.bestAgainst(combo, side);
    if (rule == PostOnly.NONE || best == null || side.sign() * (limit - best) < 0) {
      return limit;
    }
    if (rule == PostOnly.REJECT) {
      return null;
    }
    return combo.market.grid().stream()
        .filter(p -> side.sign() * (best - p) > 0)
        .reduce((a, b) -> side == Side.BUY ? Math.max(a, b) : Math.min(a, b))
        .orElse(null);
  }
}
