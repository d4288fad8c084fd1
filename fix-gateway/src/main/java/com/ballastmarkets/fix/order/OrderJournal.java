package com.ballastmarkets.fix.order;

import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.instrument.Instrument;
import com.ballastmarkets.fix.FixLogin;
import com.ballastmarkets.fix.multileg.SecurityDefinitions;
import com.ballastmarkets.fix.order.Order.Status;
import com.ballastmarkets.fix.quote.QuoteReports;
import com.ballastmarkets.protocol.port.JournalEntry;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quickfix.Message;

/**
 * Turns journal entries into reports. What happens to an order is told to the session that placed
 * it, and to the one that asked for it if that is another; a refusal is told to the one that asked.
 *
 * <p>Used by the journal's thread; requests under way are noted by session threads.
 */
final class OrderJournal {
  private static final Logger LOG = LoggerFactory.getLogger(OrderJournal.class);

  /** A place in the journal is its sequence × 4 + which report of the entry. */
  private static final int REPORTS_PER_ENTRY_BITS = 2;

  private final long sourceId;
  private final Orders orders;
  private final OrderSessions sessions;
  private final Executions executions;
  private final Map<Long, Request> underWay = new ConcurrentHashMap<>();

  OrderJournal(long sourceId, Orders orders, OrderSessions sessions, Executions executions) {
    this.sourceId = sourceId;
    this.orders = orders;
    this.sessions = sessions;
    this.executions = executions;
  }

  void expect(long correlationId, Request request) {
    underWay.put(correlationId, request);
  }

  void forget(long correlationId) {
    underWay.remove(correlationId);
  }

  void onEntry(JournalEntry entry) {
    final Request request =
        entry.sourceId() == sourceId ? underWay.get(entry.correlationId()) : null;
    tell(entry, request);
    if (request != null && entry.last()) {
      underWay.remove(entry.correlationId());
      done(request);
    }
  }

  private static void done(Request request) {
    if (request.kind() != Request.Kind.DISCONNECT) {
      request.session().answered(request.msgSeqNum());
    } else if (!request.session().isLive()) {
      try {
        request.session().stored().gone();
      } catch (IOException e) {
        LOG.error("a client's absence was not kept; its cancel is sent again", e);
      }
    }
  }

  private void tell(JournalEntry entry, @Nullable Request request) {
    switch (entry.event()) {
      case Event.AccountOpened event -> executions.opened(event);
      case Event.MarketListed listed -> orders.listed(listed.instrument());
      case Event.OrderAccepted event -> {
        final Order order = orders.accepted(entry, event);
        owner(order, entry, 0, ExecutionReports.accepted(order));
      }
      case Event.OrderRejected event -> rejected(entry, event, request);
      case Event.OrderRepeated event ->
          owner(
              event.ticket().sessionId(),
              entry,
              0,
              ExecutionReports.accepted(
                  orders
                      .byId(event.orderId())
                      .orElseGet(() ->
                          Order.accepted(
                              event.orderId(),
                              event.ticket(),
                              orders.symbol(event.ticket().marketId()),
                              entry.sequence(),
                              entry.timeNanos()))));
      case Event.OrderTriggered event ->
          orders
              .byId(event.orderId())
              .ifPresent(order -> owner(order, entry, 0, ExecutionReports.triggered(entry, order)));
      case Event.OrderReplaced event -> {
        final Order order = orders.replaced(event, entry.timeNanos());
        if (order != null) {
          changed(
              order,
              entry,
              request,
              () -> ExecutionReports.replaced(entry, order, event.origClOrdId()));
        }
      }
      case Event.OrderCanceled event -> {
        final Order order = orders.canceled(event, entry.timeNanos());
        if (order != null) {
          changed(
              order,
              entry,
              request,
              () -> ExecutionReports.canceled(entry, order, event.clOrdId(), event.reason()));
        }
      }
      case Event.Trade event -> {
        filled(entry, event, true);
        filled(entry, event, false);
      }
      case Event.ComboTrade event -> {
        if (event.maker() instanceof Event.Fill maker) {
          filled(entry, event, maker, true);
        }
        filled(entry, event, event.taker(), false);
      }
      case Event.CancelRejected event -> {
        orders.answered(event.accountId(), event.clOrdId(), entry.timeNanos());
        asker(
            request,
            event.accountId(),
            event.orderId(),
            entry,
            ExecutionReports.cancelRejected(entry, event, statusOf(event.orderId())));
      }
      case Event.ReplaceRejected event -> {
        orders.answered(event.accountId(), event.clOrdId(), entry.timeNanos());
        asker(
            request,
            event.accountId(),
            event.orderId(),
            entry,
            ExecutionReports.replaceRejected(entry, event, statusOf(event.orderId())));
      }
      case Event.MassCanceled event -> massCanceled(entry, event, request);
      case Event.ComboDefined event -> defined(entry, event, request);
      case Event.QuoteEntered event -> orders.quoted(event);
      case Event.LadderPlaced event -> {
        if (event.repeated() && request != null) {
          repeated(event, request);
        }
      }
      case Event.LadderRejected event ->
          asker(request, event.accountId(), 0, entry, ladderRejected(event, request));
      case Event.MassQuoteTaken event ->
          asker(request, event.accountId(), 0, entry, QuoteReports.taken(event, orders::symbol));
      case Event.MassQuoteRejected event ->
          asker(
              request,
              event.accountId(),
              0,
              entry,
              QuoteReports.answer(event.requestId(), event.quoteGroup(), event.reason()));
      case Event.MassQuoteRepeated event ->
          asker(
              request,
              event.accountId(),
              0,
              entry,
              QuoteReports.answer(event.requestId(), event.quoteGroup(), null));
      case Event.QuotesCanceled event -> {
        if (request != null && request.kind() != Request.Kind.DISCONNECT) {
          request.session().tell(place(entry, 0), canceled(entry, event, request));
        }
      }
      case Event.KillSwitchChanged _,
          Event.ParticipantKillSwitchChanged _,
          Event.ProtectionChanged _ -> {
        if (request != null && request.kind() == Request.Kind.PARTY_ACTION) {
          request.session().tell(place(entry, 0), partyAction(entry, request, null));
        }
      }
      case Event.CommandRejected event -> {
        if (request != null && request.kind() == Request.Kind.DEFINE_COMBO) {
          request
              .session()
              .tell(
                  place(entry, 0),
                  SecurityDefinitions.rejected(
                      request.clOrdId(), entry.sequence() + "D", event.reason().name()));
        }
        if (request != null && request.kind() == Request.Kind.MASS_CANCEL) {
          request
              .session()
              .tell(
                  place(entry, 0),
                  ExecutionReports.massCancelRejected(
                      entry,
                      request.clOrdId(),
                      request.massCancelType(),
                      request.symbol(),
                      event.reason()));
        } else if (request != null && request.kind() == Request.Kind.PARTY_ACTION) {
          request
              .session()
              .tell(place(entry, 0), partyAction(entry, request, event.reason().name()));
        }
      }
      case Event.NothingToDo _ -> {
        if (request != null && request.kind() == Request.Kind.PARTY_ACTION) {
          request.session().tell(place(entry, 0), partyAction(entry, request, null));
        } else if (request != null && request.kind() == Request.Kind.REPLACE) {
          repeated(entry, request);
        }
      }
      case Event.Clearing _,
          Event.MarketStateChanged _,
          Event.MarketData _,
          Event.Settlement _,
          Event.ClockAdvanced _,
          Event.Liquidation _,
          Event.Limits _,
          Event.NewsHaltDeclared _,
          Event.ProtectionTripped _ -> {
        // Nothing that order entry tells.
      }
    }
  }

  /** Told to who asked; everybody knows the market from its listing. */
  private void defined(JournalEntry entry, Event.ComboDefined event, @Nullable Request request) {
    final Instrument combo = orders.market(event.marketId()).orElse(null);
    if (request != null && combo != null) {
      request
          .session()
          .tell(
              place(entry, 0),
              SecurityDefinitions.defined(
                  request.clOrdId(),
                  entry.sequence() + "D",
                  combo,
                  event.reversed(),
                  orders::symbol));
    }
  }

  private void rejected(JournalEntry entry, Event.OrderRejected event, @Nullable Request request) {
    orders.answered(event.ticket().accountId(), event.ticket().clOrdId(), entry.timeNanos());
    final String symbol =
        request == null ? orders.symbol(event.ticket().marketId()) : request.symbol();
    final Message report = ExecutionReports.rejected(entry, event, symbol);
    executions.executed(entry, event.ticket().accountId(), report);
    owner(event.ticket().sessionId(), entry, 0, report);
  }

  /** The same replacement again was done before: the answer is where the order stands. */
  private void repeated(JournalEntry entry, Request request) {
    final FixLogin login = request.session().login();
    if (login != null) {
      orders
          .byClOrdId(login.accountId(), request.clOrdId())
          .ifPresent(order ->
              request
                  .session()
                  .tell(place(entry, 0), ExecutionReports.status(order, entry.timeNanos())));
    }
  }

  private void filled(JournalEntry entry, Event.Trade trade, boolean maker) {
    final Order order = orders.filled(maker ? trade.maker() : trade.taker(), entry.timeNanos());
    if (order == null) {
      return;
    }
    final Message report = ExecutionReports.trade(entry, order, trade, maker);
    final LegFills leg = orders.legFilled(order, trade);
    if (leg != null) {
      leg.tell(report, entry, maker ? trade.maker() : trade.taker());
    }
    owner(order, entry, maker ? 0 : 1, report);
  }

  private void filled(JournalEntry entry, Event.ComboTrade trade, Event.Fill fill, boolean maker) {
    final Order order = orders.filled(fill, entry.timeNanos());
    if (order != null) {
      owner(order, entry, maker ? 0 : 1, ExecutionReports.comboTrade(entry, order, trade, maker));
    }
  }

  private void massCanceled(
      JournalEntry entry, Event.MassCanceled event, @Nullable Request request) {
    orders.answered(event.accountId(), event.clOrdId(), entry.timeNanos());
    if (event.clOrdId().isEmpty()) {
      // Nobody asked: a lost session's cancel, or operations.
      return;
    }
    asker(
        request,
        event.accountId(),
        0,
        entry,
        ExecutionReports.massCanceled(
            entry,
            event.clOrdId(),
            event.marketId() == 0 ? '7' : '1',
            orders.symbol(event.marketId()),
            event.orders()));
  }

  /** The same list again was placed before: its orders as they were accepted then. */
  private void repeated(Event.LadderPlaced event, Request request) {
    for (int i = 0; i < event.orders(); i++) {
      orders
          .byId(event.firstOrderId() + i)
          .ifPresent(order -> request.session().send(ExecutionReports.accepted(order)));
    }
  }

  private static Message ladderRejected(Event.LadderRejected event, @Nullable Request request) {
    return QuoteReports.listRejected(
        event.listId(),
        request == null ? List.of(event.listId()) : request.clOrdIds(),
        event.position(),
        RejectCodes.ordRejReason(event.reason()),
        event.reason().name());
  }

  private Message canceled(JournalEntry entry, Event.QuotesCanceled event, Request request) {
    final String symbol = orders.symbol(event.marketId());
    return request.kind() == Request.Kind.GROUP_CANCEL
        ? ExecutionReports.massCanceled(
            entry, event.requestId(), request.massCancelType(), symbol, event.quotes())
        : QuoteReports.canceled(event, symbol);
  }

  private static Message partyAction(JournalEntry entry, Request request, @Nullable String code) {
    return QuoteReports.partyAction(
        entry.sequence() + "P", request.clOrdId(), String.valueOf(request.massCancelType()), code);
  }

  private Status statusOf(long orderId) {
    return orders.byId(orderId).map(Order::status).orElse(Status.REJECTED);
  }

  // ---- who is told -----------------------------------------------------------------------------

  private void owner(Order order, JournalEntry entry, int which, Message report) {
    orders.tellLegs(order, report);
    executions.executed(entry, order.ticket().accountId(), report);
    final OrderSession session = sessions.byKey(order.ticket().sessionId());
    if (session != null) {
      OrderAttributes.write(report, session.stored().attributes(order.ticket().clOrdId()));
    }
    owner(order.ticket().sessionId(), entry, which, report);
  }

  private void owner(long sessionKey, JournalEntry entry, int which, Message report) {
    final OrderSession session = sessions.byKey(sessionKey);
    if (session != null) {
      session.tell(place(entry, which), report);
    }
  }

  private void changed(
      Order order, JournalEntry entry, @Nullable Request request, Supplier<Message> report) {
    owner(order, entry, 0, report.get());
    if (request != null
        && (request.kind() == Request.Kind.CANCEL || request.kind() == Request.Kind.REPLACE)
        && request.session().key() != order.ticket().sessionId()) {
      final Message copy = report.get();
      orders.tellLegs(order, copy);
      request.session().tell(place(entry, 1), copy);
    }
  }

  /** After a restart nobody remembers who asked: then the order's session, or the only one. */
  private void asker(
      @Nullable Request request, long accountId, long orderId, JournalEntry entry, Message report) {
    OrderSession session = request == null ? null : request.session();
    if (session == null) {
      session = orders.byId(orderId).map(o -> sessions.byKey(o.ticket().sessionId())).orElse(null);
    }
    if (session == null) {
      session = sessions.onlyOf(accountId);
    }
    if (session != null) {
      session.tell(place(entry, 0), report);
    }
  }

  private static long place(JournalEntry entry, int which) {
    return entry.sequence() << REPORTS_PER_ENTRY_BITS | which;
  }
}
