package com.ballastmarkets.engine.quote;

import com.ballastmarkets.clearing.ClearingHouse;
import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.command.OrderTicket;
import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.domain.instrument.Contract;
import com.ballastmarkets.domain.order.CancelReason;
import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.domain.order.TimeInForce;
import com.ballastmarkets.domain.quote.QuoteAnswer;
import com.ballastmarkets.domain.quote.QuoteEntry;
import com.ballastmarkets.engine.market.Market;
import com.ballastmarkets.engine.market.MarketRegistry;
import com.ballastmarkets.engine.order.Order;
import com.ballastmarkets.engine.order.QuoteOrders;
import org.jspecify.annotations.Nullable;

/**
 * Places one quote in the place of the last with its id: both sides, or neither. If it is refused,
 * the last one is withdrawn: its maker has said that it should not stand any more.
 */
final class QuotePlacer {
  private final ClearingHouse clearing;
  private final MarketRegistry markets;
  private final QuoteOrders orders;

  QuotePlacer(ClearingHouse clearing, MarketRegistry markets, QuoteOrders orders) {
    this.clearing = clearing;
    this.markets = markets;
    this.orders = orders;
  }

  /** One side of a quote as an order; what it may not have is left to be refused. */
  static OrderTicket ticket(Command.MassQuote request, QuoteEntry entry, Side side) {
    final boolean bid = side == Side.BUY;
    return OrderTicket.of(
            request.accountId(), entry.marketId(), side, bid ? entry.bidLots() : entry.askLots())
        .limit(bid ? entry.bidPriceMicros() : entry.askPriceMicros())
        .timeInForce(TimeInForce.DAY)
        .postOnly(request.postOnly())
        .selfMatch(request.selfMatchId(), request.selfMatchPrevention())
        .sessionId(request.sessionId())
        .build();
  }

  QuoteAnswer place(Command.MassQuote request, QuoteEntry entry, int account, QuoteGroup group) {
    final Quote known = group.quote(entry.quoteId());
    final Quote quote = known == null ? new Quote(group, entry.quoteId()) : known;
    if (entry.bidLots() == 0 && entry.askLots() == 0) {
      withdraw(quote);
      return new QuoteAnswer(entry.quoteId(), entry.marketId(), 0, 0, null, 0, 0);
    }
    final Market market = markets.get(entry.marketId());
    final OrderTicket bid = ticket(request, entry, Side.BUY);
    final OrderTicket ask = ticket(request, entry, Side.SELL);
    final RejectReason reason = check(group, market, bid, ask);
    if (reason != null || market == null) {
      return refuse(quote, entry, reason == null ? whyNoMarket(entry) : reason);
    }
    giveWay(quote, bid);
    giveWay(quote, ask);
    final OrderTicket bidNow = slid(market, quote, bid);
    final OrderTicket askNow = slid(market, quote, ask);
    if (bidNow == null || askNow == null) {
      return refuse(quote, entry, RejectReason.POST_ONLY_WOULD_TAKE);
    }
    return reserveAndEnter(entry, account, market, quote, bidNow, askNow);
  }

  private RejectReason whyNoMarket(QuoteEntry entry) {
    return markets.whyNot(entry.marketId(), RejectReason.MARKET_CLOSED);
  }

  /** What is wrong with an entry in a market that is there, its money aside. */
  private static @Nullable RejectReason check(
      QuoteGroup group, @Nullable Market market, OrderTicket bid, OrderTicket ask) {
    if (market == null) {
      return null;
    }
    if (!market.state().acceptsOrders()) {
      return RejectReason.MARKET_CLOSED;
    }
    final RejectReason wrongBid = check(market, bid);
    final RejectReason wrongAsk = check(market, ask);
    if (wrongBid != null || wrongAsk != null) {
      return first(wrongBid, wrongAsk);
    }
    final boolean crossed =
        bid.lots() > 0 && ask.lots() > 0 && bid.priceMicros() >= ask.priceMicros();
    if (crossed || market.instrument().contract() instanceof Contract.Combo) {
      return RejectReason.INVALID_ORDER;
    }
    return group.protection().isTripped() ? RejectReason.QUOTE_GROUP_PROTECTED : null;
  }

  private static @Nullable RejectReason check(Market market, OrderTicket ticket) {
    return ticket.lots() == 0
        ? null
        : QuoteOrders.check(market.instrument(), ticket.priceMicros(), ticket.lots());
  }

  /** The reason that has precedence. */
  private static @Nullable RejectReason first(@Nullable RejectReason a, @Nullable RejectReason b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return a.compareTo(b) <= 0 ? a : b;
  }

  /** A side that is withdrawn, or whose order can not become the new one, is cancelled. */
  private void giveWay(Quote quote, OrderTicket ticket) {
    final Order order = quote.side(ticket.side());
    if (order == null) {
      return;
    }
    if (ticket.lots() == 0 || !QuoteOrders.isSameKind(order, ticket)) {
      orders.cancel(order, CancelReason.QUOTE_REPLACED);
    } else if (!QuoteOrders.keepsPlace(order, ticket)) {
      orders.lift(order);
    }
  }

  /** The ticket at the price that post-only leaves it; null if that refuses it. */
  private static @Nullable OrderTicket slid(Market market, Quote quote, OrderTicket ticket) {
    final Order order = quote.side(ticket.side());
    if (ticket.lots() == 0 || (order != null && order.isResting())) {
      return ticket;
    }
    final Long limit = QuoteOrders.limit(market, ticket);
    return limit == null ? null : ticket.withPrice(limit);
  }

  private QuoteAnswer reserveAndEnter(
      QuoteEntry entry, int account, Market market, Quote quote, OrderTicket bid, OrderTicket ask) {
    RejectReason reason = reserve(account, market, quote, bid);
    if (reason == null) {
      reason = reserve(account, market, quote, ask);
      if (reason != null) {
        final long required = clearing.requiredMicros();
        final long available = clearing.availableMicros();
        undo(account, market, quote, bid);
        return refuse(quote, entry, reason, required, available);
      }
    }
    if (reason != null) {
      return refuse(quote, entry, reason, clearing.requiredMicros(), clearing.availableMicros());
    }
    // Both sides have their terms before either can match: what its trades do meets a whole quote.
    final Order bidOrder = enter(account, market, quote, bid);
    final Order askOrder = enter(account, market, quote, ask);
    start(bidOrder);
    start(askOrder);
    return new QuoteAnswer(
        entry.quoteId(), entry.marketId(), id(bidOrder), id(askOrder), null, 0, 0);
  }

  private @Nullable RejectReason reserve(
      int account, Market market, Quote quote, OrderTicket ticket) {
    final Order order = quote.side(ticket.side());
    if (ticket.lots() == 0 || (order != null && order.isResting())) {
      return null;
    }
    return orders.reserve(account, market, order, ticket);
  }

  private void undo(int account, Market market, Quote quote, OrderTicket ticket) {
    final Order order = quote.side(ticket.side());
    if (ticket.lots() > 0 && (order == null || !order.isResting())) {
      orders.abandon(account, market, order, ticket);
    }
  }

  private @Nullable Order enter(int account, Market market, Quote quote, OrderTicket ticket) {
    if (ticket.lots() == 0) {
      return null;
    }
    final Order order = quote.side(ticket.side());
    if (order == null) {
      final Order entered =
          orders.enter(ticket, account, market, quote, quote.group(), quote.quoteId());
      quote.enter(entered);
      return entered;
    }
    if (order.isResting()) {
      orders.keep(order, ticket);
    } else {
      orders.move(order, ticket);
    }
    return order;
  }

  /** An order that rests has kept its place. */
  private void start(@Nullable Order order) {
    if (order != null && !order.isResting()) {
      orders.start(order);
    }
  }

  private static long id(@Nullable Order order) {
    return order == null ? 0 : order.orderId();
  }

  private QuoteAnswer refuse(Quote quote, QuoteEntry entry, RejectReason reason) {
    return refuse(quote, entry, reason, 0, 0);
  }

  private QuoteAnswer refuse(
      Quote quote, QuoteEntry entry, RejectReason reason, long required, long available) {
    withdraw(quote);
    return new QuoteAnswer(entry.quoteId(), entry.marketId(), 0, 0, reason, required, available);
  }

  private void withdraw(Quote quote) {
    for (Side side : Side.values()) {
      final Order order = quote.side(side);
      if (order != null) {
        orders.cancel(order, CancelReason.QUOTE_REPLACED);
      }
    }
  }
}
