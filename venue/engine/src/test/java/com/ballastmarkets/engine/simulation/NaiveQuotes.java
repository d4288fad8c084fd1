package com.ballastmarkets.engine.simulation;

import com.ballastmarkets.clearing.ClearingHouse;
import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.command.OrderTicket;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.domain.instrument.Contract;
import com.ballastmarkets.domain.order.CancelReason;
import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.domain.order.TimeInForce;
import com.ballastmarkets.domain.quote.ProtectionCause;
import com.ballastmarkets.domain.quote.ProtectionLimits;
import com.ballastmarkets.domain.quote.QuoteAnswer;
import com.ballastmarkets.domain.quote.QuoteEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Quotes and their protection, as lists that are searched from the beginning. */
final class NaiveQuotes {
  private static final String REQUEST = "\u0000quote ";

  private final NaiveExchange exchange;
  private final ClearingHouse clearing;
  private final List<Group> groups = new ArrayList<>();

  /** A fill of a group's quote. */
  private record Filled(long time, long lots, long delta) {}

  /** An account's quotes of one name. */
  private static final class Group {
    final int account;
    final String name;
    final List<Quote> quotes = new ArrayList<>();
    final List<Filled> fills = new ArrayList<>();
    ProtectionLimits limits = ProtectionLimits.NONE;
    boolean tripped;

    Group(int account, String name) {
      this.account = account;
      this.name = name;
    }
  }

  /** A quote; a side that is not open is none. */
  private static final class Quote {
    final String id;
    final NaiveOrder[] sides = new NaiveOrder[2];

    Quote(String id) {
      this.id = id;
    }

    @Nullable NaiveOrder side(Side side) {
      final NaiveOrder order = sides[side.ordinal()];
      return order == null || order.open == 0 ? null : order;
    }
  }

  NaiveQuotes(NaiveExchange exchange) {
    this.exchange = exchange;
    this.clearing = exchange.clearing;
  }

  private @Nullable Group find(int account, String name) {
    return groups.stream()
        .filter(g -> g.account == account && g.name.equals(name))
        .findFirst()
        .orElse(null);
  }

  /** Forgets quotes without sides and groups without anything. */
  void tidy() {
    for (Group group : groups) {
      group.quotes.removeIf(q -> q.side(Side.BUY) == null && q.side(Side.SELL) == null);
    }
    groups.removeIf(g -> g.quotes.isEmpty() && g.limits.isNone() && !g.tripped);
  }

  // ---- mass quotes -------------------------------------------------------------------------

  void quote(Command.MassQuote request) {
    final int account = clearing.account(request.accountId());
    final boolean named = !request.requestId().isEmpty();
    final NaiveOrders.IdUse use =
        account >= 0 && named ? exchange.orders.use(account, REQUEST + request.requestId()) : null;
    final Command.MassQuote content = content(request);
    if (use != null && use.content().equals(content)) {
      exchange.tell(
          new Event.MassQuoteRepeated(
              request.accountId(), request.quoteGroup(), request.requestId()));
      return;
    }
    final Group known = find(account, request.quoteGroup());
    RejectReason reason = null;
    if (account < 0) {
      reason = RejectReason.UNKNOWN_ACCOUNT;
    } else if (exchange.orders.isKilled(account)) {
      reason = RejectReason.ACCOUNT_SUSPENDED;
    } else if (use != null) {
      reason = RejectReason.DUPLICATE_CLIENT_ORDER_ID;
    } else if (known != null && known.tripped) {
      reason = RejectReason.QUOTE_GROUP_PROTECTED;
    } else if (!isFit(request)) {
      reason = RejectReason.INVALID_MASS_QUOTE;
    }
    if (reason != null) {
      exchange.tell(
          new Event.MassQuoteRejected(
              request.accountId(), request.quoteGroup(), request.requestId(), reason));
      return;
    }
    if (named) {
      exchange.orders.remember(account, REQUEST + request.requestId(), content, 0);
    }
    final Group group = known == null ? new Group(account, request.quoteGroup()) : known;
    for (QuoteEntry entry : request.entries()) {
      liftMoving(request, entry, group);
    }
    final List<QuoteAnswer> answers = new ArrayList<>();
    for (QuoteEntry entry : request.entries()) {
      answers.add(place(request, entry, group));
    }
    exchange.tell(
        new Event.MassQuoteTaken(
            request.accountId(), request.quoteGroup(), request.requestId(), answers));
  }

  private static Command.MassQuote content(Command.MassQuote r) {
    return new Command.MassQuote(
        0,
        "",
        r.quoteGroup(),
        r.postOnly(),
        r.selfMatchId(),
        r.selfMatchPrevention(),
        0,
        r.entries());
  }

  private static boolean isFit(Command.MassQuote request) {
    final List<String> ids = request.entries().stream().map(QuoteEntry::quoteId).toList();
    return isName(request.quoteGroup())
        && !ids.isEmpty()
        && ids.size() <= 100
        && ids.stream().allMatch(NaiveQuotes::isName)
        && ids.stream().distinct().count() == ids.size();
  }

  private static boolean isName(String text) {
    return !text.isBlank() && text.length() <= 64;
  }

  private static OrderTicket ticket(Command.MassQuote request, QuoteEntry entry, Side side) {
    return OrderTicket.of(
            request.accountId(),
            entry.marketId(),
            side,
            side == Side.BUY ? entry.bidLots() : entry.askLots())
        .limit(side == Side.BUY ? entry.bidPriceMicros() : entry.askPriceMicros())
        .timeInForce(TimeInForce.DAY)
        .postOnly(request.postOnly())
        .selfMatch(request.selfMatchId(), request.selfMatchPrevention())
        .sessionId(request.sessionId())
        .build();
  }

  private static Quote quoteOf(Group group, String id) {
    return group.quotes.stream()
        .filter(q -> q.id.equals(id))
        .findFirst()
        .orElseGet(() -> new Quote(id));
  }

  private boolean rests(NaiveOrder order) {
    return exchange.market(order.ticket.marketId()).resting.contains(order);
  }

  private void lift(NaiveOrder order) {
    final NaiveMarket market = exchange.market(order.ticket.marketId());
    if (market.resting.remove(order)) {
      exchange.touched.add(market);
    }
  }

  private static boolean isSameKind(NaiveOrder order, OrderTicket t) {
    return order.ticket.marketId() == t.marketId()
        && order.ticket.postOnly() == t.postOnly()
        && order.ticket.selfMatchId() == t.selfMatchId()
        && order.ticket.selfMatchPrevention() == t.selfMatchPrevention()
        && order.ticket.sessionId() == t.sessionId();
  }

  private boolean keepsPlace(NaiveOrder order, OrderTicket t) {
    return rests(order)
        && isSameKind(order, t)
        && order.limit == t.priceMicros()
        && t.lots() <= order.open;
  }

  private void liftMoving(Command.MassQuote request, QuoteEntry entry, Group group) {
    final Quote quote = quoteOf(group, entry.quoteId());
    for (Side side : Side.values()) {
      final NaiveOrder order = quote.side(side);
      if (order != null && !keepsPlace(order, ticket(request, entry, side))) {
        lift(order);
      }
    }
  }

  private QuoteAnswer place(Command.MassQuote request, QuoteEntry entry, Group group) {
    final Quote quote = quoteOf(group, entry.quoteId());
    final List<OrderTicket> wanted = new ArrayList<>();
    for (Side side : Side.values()) {
      if (ticket(request, entry, side).lots() != 0) {
        wanted.add(ticket(request, entry, side));
      }
    }
    if (wanted.isEmpty()) {
      withdraw(quote);
      return new QuoteAnswer(entry.quoteId(), entry.marketId(), 0, 0, null, 0, 0);
    }
    RejectReason reason = firstWrong(entry, wanted, group);
    if (reason != null) {
      return refuse(quote, entry, reason, 0, 0);
    }
    final NaiveMarket market = exchange.market(entry.marketId());
    for (Side side : Side.values()) {
      giveWay(quote, ticket(request, entry, side));
    }
    final List<OrderTicket> tickets = new ArrayList<>();
    for (OrderTicket t : wanted) {
      final NaiveOrder order = quote.side(t.side());
      final Long limit =
          order != null && rests(order)
              ? Long.valueOf(t.priceMicros())
              : NaiveEntry.restingPrice(exchange, market, t.side(), t.postOnly(), t.priceMicros());
      if (limit == null) {
        return refuse(quote, entry, RejectReason.POST_ONLY_WOULD_TAKE, 0, 0);
      }
      tickets.add(t.withPrice(limit));
    }
    final List<OrderTicket> reserved = new ArrayList<>();
    for (OrderTicket t : tickets) {
      final NaiveOrder order = quote.side(t.side());
      if (order == null || !rests(order)) {
        reason = reserve(group.account, market, order, t);
        if (reason != null) {
          final long required = clearing.requiredMicros();
          final long available = clearing.availableMicros();
          reserved.forEach(r -> undo(group.account, market, quote, r));
          return refuse(quote, entry, reason, required, available);
        }
        reserved.add(t);
      }
    }
    final List<NaiveOrder> started = new ArrayList<>();
    for (OrderTicket t : tickets) {
      enter(group, market, quote, t, started);
    }
    final long bid = idOf(quote, Side.BUY, tickets);
    final long ask = idOf(quote, Side.SELL, tickets);
    for (NaiveOrder order : started) {
      if (order.open > 0) {
        exchange.stops.start(market, order);
      }
    }
    return new QuoteAnswer(entry.quoteId(), entry.marketId(), bid, ask, null, 0, 0);
  }

  private static long idOf(Quote quote, Side side, List<OrderTicket> tickets) {
    final NaiveOrder order = quote.side(side);
    return order != null && tickets.stream().anyMatch(t -> t.side() == side) ? order.id : 0;
  }

  private @Nullable RejectReason firstWrong(
      QuoteEntry entry, List<OrderTicket> wanted, Group group) {
    final NaiveMarket market = exchange.markets.get(entry.marketId());
    if (market == null) {
      return exchange.listing.whyNot(entry.marketId(), RejectReason.MARKET_CLOSED);
    }
    if (!market.state.acceptsOrders()) {
      return RejectReason.MARKET_CLOSED;
    }
    final RejectReason wrong =
        wanted.stream()
            .map(t -> firstWrong(market, t))
            .filter(Objects::nonNull)
            .sorted()
            .findFirst()
            .orElse(null);
    if (wrong != null) {
      return wrong;
    }
    final boolean crossed =
        wanted.size() == 2 && wanted.getFirst().priceMicros() >= wanted.getLast().priceMicros();
    if (crossed || market.instrument.contract() instanceof Contract.Combo) {
      return RejectReason.INVALID_ORDER;
    }
    return group.tripped ? RejectReason.QUOTE_GROUP_PROTECTED : null;
  }

  private static @Nullable RejectReason firstWrong(NaiveMarket market, OrderTicket t) {
    if (t.lots() < 1) {
      return RejectReason.ORDER_SIZE_TOO_SMALL;
    }
    if (t.lots() > market.instrument.maxOrderLots()) {
      return RejectReason.ORDER_SIZE_TOO_LARGE;
    }
    if (t.priceMicros() < market.lo() || t.priceMicros() > market.hi()) {
      return RejectReason.PRICE_OUT_OF_RANGE;
    }
    return market.grid().contains(t.priceMicros()) ? null : RejectReason.PRICE_OFF_TICK;
  }

  private void giveWay(Quote quote, OrderTicket t) {
    final NaiveOrder order = quote.side(t.side());
    if (order != null && (t.lots() == 0 || !isSameKind(order, t))) {
      exchange.closing.cancel(order, CancelReason.QUOTE_REPLACED, "");
    } else if (order != null && !keepsPlace(order, t)) {
      lift(order);
    }
  }

  private @Nullable RejectReason reserve(
      int account, NaiveMarket market, @Nullable NaiveOrder order, OrderTicket t) {
    return order == null
        ? clearing.reserve(account, market.handle, t.side(), t.priceMicros(), t.lots())
        : clearing.replace(
            account, market.handle, t.side(), order.limit, order.open, t.priceMicros(), t.lots());
  }

  private void undo(int account, NaiveMarket market, Quote quote, OrderTicket t) {
    clearing.release(account, market.handle, t.side(), t.priceMicros(), t.lots());
    final NaiveOrder order = quote.side(t.side());
    if (order != null) {
      exchange.closing.drop(order, CancelReason.QUOTE_REPLACED);
    }
  }

  private void enter(
      Group group, NaiveMarket market, Quote quote, OrderTicket t, List<NaiveOrder> started) {
    final NaiveOrder order = quote.side(t.side());
    if (order == null) {
      final long id = exchange.orders.assign(group.account);
      final NaiveOrder entered =
          new NaiveOrder(
              id, group.account, clearing.participantOf(group.account), t, t.priceMicros());
      entered.expires = (exchange.now / NaiveExchange.DAY + 1) * NaiveExchange.DAY;
      exchange.tell(
          new Event.QuoteEntered(id, t.accountId(), t.marketId(), t.side(), group.name, quote.id));
      exchange.tell(new Event.OrderAccepted(id, t));
      quote.sides[t.side().ordinal()] = entered;
      if (!group.quotes.contains(quote)) {
        group.quotes.add(quote);
      }
      if (!groups.contains(group)) {
        groups.add(group);
      }
      started.add(entered);
    } else if (!rests(order)) {
      order.clOrdId = "";
      order.stop = 0;
      order.limit = t.priceMicros();
      order.open = t.lots();
      order.lots = order.cum + order.open;
      exchange.tell(order.replaced("", false));
      started.add(order);
    } else if (t.lots() < order.open) {
      clearing.release(group.account, market.handle, t.side(), order.limit, order.open - t.lots());
      order.clOrdId = "";
      order.open = t.lots();
      order.visible = order.open;
      order.lots = order.cum + order.open;
      exchange.touched.add(market);
      exchange.tell(order.replaced("", true));
    }
  }

  private void withdraw(Quote quote) {
    for (Side side : Side.values()) {
      final NaiveOrder order = quote.side(side);
      if (order != null) {
        exchange.closing.cancel(order, CancelReason.QUOTE_REPLACED, "");
      }
    }
  }

  private QuoteAnswer refuse(
      Quote quote, QuoteEntry entry, RejectReason reason, long required, long available) {
    withdraw(quote);
    return new QuoteAnswer(entry.quoteId(), entry.marketId(), 0, 0, reason, required, available);
  }

  // ---- cancels and protection --------------------------------------------------------------

  void cancel(Command.CancelQuotes request) {
    final int account = clearing.account(request.accountId());
    if (account < 0) {
      exchange.reject(RejectReason.UNKNOWN_ACCOUNT);
      return;
    }
    final CancelReason reason =
        request.cause() == Command.MassCancel.Cause.DISCONNECT
            ? CancelReason.DISCONNECT
            : request.cause() == Command.MassCancel.Cause.REQUEST && !request.quoteId().isEmpty()
                ? CancelReason.REQUESTED
                : CancelReason.MASS_CANCEL;
    int canceled = 0;
    for (Group group : List.copyOf(groups)) {
      if (group.account == account
          && (request.quoteGroup().isEmpty() || group.name.equals(request.quoteGroup()))) {
        canceled +=
            cancel(
                group,
                reason,
                q -> request.quoteId().isEmpty() || q.id.equals(request.quoteId()),
                o ->
                    (request.marketId() == 0 || request.marketId() == o.ticket.marketId())
                        && (request.sessionId() == 0
                            || request.sessionId() == o.ticket.sessionId()));
      }
    }
    exchange.tell(
        new Event.QuotesCanceled(
            request.accountId(),
            request.quoteGroup(),
            request.quoteId(),
            request.marketId(),
            request.requestId(),
            canceled));
  }

  private int cancel(
      Group group, CancelReason reason, Predicate<Quote> quotes, Predicate<NaiveOrder> orders) {
    int canceled = 0;
    for (Quote quote : List.copyOf(group.quotes)) {
      boolean any = false;
      for (Side side : Side.values()) {
        final NaiveOrder order = quote.side(side);
        if (order != null && quotes.test(quote) && orders.test(order)) {
          exchange.closing.cancel(order, reason, "");
          any = true;
        }
      }
      canceled += any ? 1 : 0;
    }
    return canceled;
  }

  void protect(Command.SetProtection request) {
    final int account = clearing.account(request.accountId());
    final ProtectionLimits limits = request.limits();
    if (account < 0) {
      exchange.reject(RejectReason.UNKNOWN_ACCOUNT);
    } else if (!limits.isValid() || !isName(request.quoteGroup())) {
      exchange.reject(RejectReason.INVALID_PROTECTION);
    } else {
      Group group = find(account, request.quoteGroup());
      if (group == null) {
        group = new Group(account, request.quoteGroup());
      }
      if (group.limits.equals(limits)) {
        exchange.tell(new Event.NothingToDo());
        return;
      }
      if (!groups.contains(group)) {
        groups.add(group);
      }
      group.limits = limits;
      forgetFills(group);
      tidy();
      tellProtection(request.accountId(), group);
    }
  }

  void reset(Command.ResetProtection request) {
    final int account = clearing.account(request.accountId());
    final Group group = find(account, request.quoteGroup());
    if (account < 0) {
      exchange.reject(RejectReason.UNKNOWN_ACCOUNT);
    } else if (group == null || !group.tripped) {
      exchange.tell(new Event.NothingToDo());
    } else {
      group.tripped = false;
      group.fills.clear();
      tidy();
      tellProtection(request.accountId(), group);
    }
  }

  private void tellProtection(long accountId, Group group) {
    exchange.tell(new Event.ProtectionChanged(accountId, group.name, group.limits, group.tripped));
  }

  private void forgetFills(Group group) {
    group.fills.removeIf(
        f -> group.limits.isNone() || exchange.now - f.time >= group.limits.intervalNanos());
  }

  /** Two orders have traded: counts where one is, or was until now, a side of a quote. */
  void traded(NaiveOrder maker, NaiveOrder taker, long lots) {
    final Group makers = groupOf(maker);
    final Group takers = groupOf(taker);
    tidy();
    count(makers, maker, lots);
    count(takers, taker, lots);
  }

  /** Orders have traded as legs of one combo: counted after all of it, as above. */
  void tradedInLegs(List<NaiveOrder> makers, List<Long> lots) {
    final List<Group> found = new ArrayList<>();
    makers.forEach(maker -> found.add(groupOf(maker)));
    tidy();
    for (int i = 0; i < makers.size(); i++) {
      count(found.get(i), makers.get(i), lots.get(i));
    }
  }

  private @Nullable Group groupOf(NaiveOrder order) {
    return groups.stream()
        .filter(
            g -> g.quotes.stream().anyMatch(q -> q.sides[order.ticket.side().ordinal()] == order))
        .findFirst()
        .orElse(null);
  }

  private void count(@Nullable Group group, NaiveOrder order, long lots) {
    if (group != null && !group.limits.isNone() && !group.tripped) {
      forgetFills(group);
      group.fills.add(new Filled(exchange.now, lots, order.sign() * lots));
      trip(group);
    }
  }

  private void trip(Group group) {
    final long lots = group.fills.stream().mapToLong(Filled::lots).sum();
    final long delta = group.fills.stream().mapToLong(Filled::delta).sum();
    final long fills = group.fills.size();
    final ProtectionLimits limits = group.limits;
    ProtectionCause cause = null;
    if (limits.fills() > 0 && fills >= limits.fills()) {
      cause = ProtectionCause.FILLS;
    }
    if (limits.netDelta() > 0 && Math.abs(delta) >= limits.netDelta()) {
      cause = ProtectionCause.NET_DELTA;
    }
    if (limits.lots() > 0 && lots >= limits.lots()) {
      cause = ProtectionCause.LOTS;
    }
    if (cause != null) {
      group.tripped = true;
      exchange.tell(
          new Event.ProtectionTripped(
              clearing.accountId(group.account), group.name, cause, lots, delta, fills));
      cancel(group, CancelReason.PROTECTION, q -> true, o -> true);
    }
  }
}
