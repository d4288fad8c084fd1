package com.ballastmarkets.fix.order;

import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.instrument.Contract;
import com.ballastmarkets.domain.instrument.Instrument;
import com.ballastmarkets.domain.order.CancelReason;
import com.ballastmarkets.fix.order.Order.Status;
import com.ballastmarkets.protocol.port.JournalEntry;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quickfix.Message;

/**
 * The orders and markets of the venue as the journal tells them: open orders, and closed ones for a
 * day. The journal's thread writes, session threads read.
 */
final class Orders {
  /** How long closed orders and answered requests are remembered, in venue time. */
  private static final long REMEMBERED_NANOS = 24L * 60 * 60 * 1_000_000_000;

  /** A client's own name for an order or a request. */
  private record ClientId(long accountId, String clOrdId) {}

  /**
   * @param replayed whether it was given before this gateway was there
   */
  private record Answer(long timeNanos, boolean replayed) {}

  private record Closed(long orderId, long timeNanos) {}

  private final Map<Long, Order> orders = new HashMap<>();
  private final Map<ClientId, Long> orderIds = new HashMap<>();
  private final Map<Long, Map<Integer, LegFills>> legFills = new HashMap<>();
  private final Deque<Closed> closed = new ArrayDeque<>();
  private final LinkedHashMap<ClientId, Answer> answered = new LinkedHashMap<>();
  private boolean replaying = true;
  private Order.@Nullable QuoteName quoted;
  private final Map<Integer, Instrument> markets = new HashMap<>();
  private final Map<String, Instrument> marketsBySymbol = new HashMap<>();
  private final Map<List<Contract.ComboLeg>, Instrument> combos = new HashMap<>();

  // ---- the journal's side ----------------------------------------------------------------------

  /** The journal has been read to its end: what comes now happens now. */
  synchronized void caughtUp() {
    replaying = false;
  }

  /** The markets and the open orders as they stand now. */
  synchronized Orders openOnes() {
    final Orders copy = new Orders();
    copy.markets.putAll(markets);
    copy.marketsBySymbol.putAll(marketsBySymbol);
    for (final Order order : orders.values()) {
      if (order.status().isOpen()) {
        copy.put(order);
        copy.name(order);
      }
    }
    return copy;
  }

  synchronized void listed(Instrument instrument) {
    markets.put(instrument.marketId(), instrument);
    marketsBySymbol.put(instrument.symbol(), instrument);
    if (instrument.contract() instanceof Contract.Combo combo) {
      combos.put(combo.legs(), instrument);
    }
  }

  /** The order that is accepted next is a side of a quote. */
  synchronized void quoted(Event.QuoteEntered event) {
    quoted = new Order.QuoteName(event.quoteGroup(), event.quoteId());
  }

  synchronized Order accepted(JournalEntry entry, Event.OrderAccepted event) {
    final Order plain =
        Order.accepted(
            event.orderId(),
            event.ticket(),
            symbol(event.ticket().marketId()),
            entry.sequence(),
            entry.timeNanos());
    final Order.QuoteName name = quoted;
    final Order order = name == null ? plain : plain.quoted(name);
    quoted = null;
    answered(order.ticket().accountId(), order.clOrdId(), entry.timeNanos());
    name(order);
    return put(order);
  }

  synchronized @Nullable Order filled(Event.Fill fill, long timeNanos) {
    final Order order = orders.get(fill.orderId());
    return order == null
        ? null
        : put(
            closing(
                order.filled(fill.cumLots(), fill.cumValueMicros(), fill.leavesLots()), timeNanos));
  }

  /** Counts the fill of a leg; null if the trade is in the order's own market. */
  synchronized @Nullable LegFills legFilled(Order order, Event.Trade trade) {
    if (order.ticket().marketId() == trade.marketId()) {
      return null;
    }
    final Instrument combo = markets.get(order.ticket().marketId());
    final Instrument leg = markets.get(trade.marketId());
    if (combo == null || leg == null) {
      return null;
    }
    return legFills
        .computeIfAbsent(order.orderId(), _ -> new HashMap<>())
        .merge(
            leg.marketId(),
            LegFills.first(order, combo, leg, trade),
            (before, now) -> before.and(order, trade));
  }

  synchronized @Nullable Order replaced(Event.OrderReplaced event, long timeNanos) {
    answered(event.accountId(), event.clOrdId(), timeNanos);
    final Order order = orders.get(event.orderId());
    if (order == null) {
      return null;
    }
    final Order replaced =
        order.replaced(
            event.clOrdId(),
            event.priceMicros(),
            event.stopPriceMicros(),
            event.lots(),
            event.leavesLots());
    name(replaced);
    return put(replaced);
  }

  synchronized @Nullable Order canceled(Event.OrderCanceled event, long timeNanos) {
    answered(event.accountId(), event.clOrdId(), timeNanos);
    final Order order = orders.get(event.orderId());
    return order == null ? null : put(closing(order.ended(statusAfter(event.reason())), timeNanos));
  }

  /** A request has its answer in the journal. */
  synchronized void answered(long accountId, String clOrdId, long timeNanos) {
    if (!clOrdId.isEmpty()) {
      answered.putLast(new ClientId(accountId, clOrdId), new Answer(timeNanos, replaying));
    }
    forget(timeNanos - REMEMBERED_NANOS);
  }

  static Status statusAfter(CancelReason reason) {
    return switch (reason) {
      case EXPIRED, MARKET_EXPIRED -> Status.EXPIRED;
      case REQUESTED,
          MASS_CANCEL,
          DISCONNECT,
          IMMEDIATE_REST,
          NOT_FILLABLE,
          MINIMUM_NOT_MET,
          SELF_MATCH,
          BAND,
          HALT,
          KILL_SWITCH,
          REDUCE_ONLY,
          LIQUIDATION,
          MARGIN,
          PROTECTION,
          QUOTE_REPLACED ->
          Status.CANCELED;
    };
  }

  private Order put(Order order) {
    orders.put(order.orderId(), order);
    return order;
  }

  private void name(Order order) {
    if (!order.clOrdId().isEmpty()) {
      orderIds.put(new ClientId(order.ticket().accountId(), order.clOrdId()), order.orderId());
    }
  }

  private Order closing(Order order, long timeNanos) {
    if (!order.status().isOpen()) {
      closed.addLast(new Closed(order.orderId(), timeNanos));
    }
    return order;
  }

  private void forget(long before) {
    while (!closed.isEmpty() && closed.getFirst().timeNanos() < before) {
      final Order order = orders.remove(closed.getFirst().orderId());
      legFills.remove(closed.removeFirst().orderId());
      if (order != null) {
        final long account = order.ticket().accountId();
        orderIds.remove(new ClientId(account, order.clOrdId()), order.orderId());
        orderIds.remove(new ClientId(account, order.ticket().clOrdId()), order.orderId());
      }
    }
    final Iterator<Answer> answers = answered.values().iterator();
    while (answers.hasNext() && answers.next().timeNanos() < before) {
      answers.remove();
    }
  }

  // ---- the sessions' side ----------------------------------------------------------------------

  synchronized Optional<Order> byId(long orderId) {
    return Optional.ofNullable(orders.get(orderId));
  }

  /** An order of that account, by any id that it had. */
  synchronized Optional<Order> byClOrdId(long accountId, String clOrdId) {
    return Optional.ofNullable(orderIds.get(new ClientId(accountId, clOrdId))).map(orders::get);
  }

  /** The open orders of an account, oldest first. */
  synchronized List<Order> openOf(long accountId) {
    return orders.values().stream()
        .filter(order -> order.ticket().accountId() == accountId && order.status().isOpen())
        .sorted(Comparator.comparingLong(Order::orderId))
        .toList();
  }

  /** Whether a request was answered before this gateway was there. */
  synchronized boolean wasAnswered(long accountId, String clOrdId) {
    final Answer answer = answered.get(new ClientId(accountId, clOrdId));
    return answer != null && answer.replayed();
  }

  /** The combo of these legs in their canonical form, if it was ever defined: the latest. */
  synchronized Optional<Instrument> combo(List<Contract.ComboLeg> legs) {
    return Optional.ofNullable(combos.get(legs));
  }

  /** The market's number, 0 if there is no such market. */
  synchronized int marketId(String symbol) {
    final Instrument instrument = marketsBySymbol.get(symbol);
    return instrument == null ? 0 : instrument.marketId();
  }

  /** The market's terms, if there is such a market. */
  synchronized Optional<Instrument> market(int marketId) {
    return Optional.ofNullable(markets.get(marketId));
  }

  /** Has a report of a combo's order name the legs, unless it is a leg's itself. */
  synchronized void tellLegs(Order order, Message report) {
    final Instrument instrument = markets.get(order.ticket().marketId());
    if (instrument != null && instrument.contract() instanceof Contract.Combo combo) {
      LegFills.tellLegs(report, combo, this::symbol);
    }
  }

  /** The market's public id. */
  synchronized String symbol(int marketId) {
    final Instrument instrument = markets.get(marketId);
    return instrument == null ? "" : instrument.symbol();
  }
}
