package com.ballastmarkets.fix.order;

import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.fix.FixCredentials;
import com.ballastmarkets.fix.FixLogin;
import com.ballastmarkets.fix.dictionary.MessageType;
import com.ballastmarkets.fix.dictionary.Tag;
import com.ballastmarkets.fix.multileg.SecurityDefinitions;
import com.ballastmarkets.fix.order.Order.Status;
import com.ballastmarkets.fix.quote.QuoteReports;
import com.ballastmarkets.fix.quote.QuoteRequests;
import com.ballastmarkets.fix.session.SessionLog;
import com.ballastmarkets.fix.session.SessionService;
import com.ballastmarkets.fix.session.StoredSession;
import com.ballastmarkets.fix.session.Throttle;
import com.ballastmarkets.protocol.port.JournalEntry;
import com.ballastmarkets.protocol.port.JournalReader;
import com.ballastmarkets.protocol.port.VenuePort;
import com.ballastmarkets.protocol.port.VenueUnavailableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quickfix.FieldNotFound;
import quickfix.Message;
import quickfix.SessionID;
import quickfix.UnsupportedMessageType;

/**
 * {@code BALLAST-OE}: requests become commands, the journal becomes reports.
 *
 * <p>Requests are handled on the sessions' threads and reports on the journal's. Nothing is
 * reported from the request itself, so what a client reads is what is durable.
 */
public final class OrderEntry implements SessionService, JournalReader, AutoCloseable {
  /** Business reject reasons, FIX 380. */
  private static final int APPLICATION_NOT_AVAILABLE = 4;

  private static final int THROTTLE_LIMIT_EXCEEDED = 8;
  private static final long RETRY_MILLIS = 250;
  private static final Logger LOG = LoggerFactory.getLogger(OrderEntry.class);

  private final VenuePort venue;
  private final SessionLog log;
  private final int messagesPerSecond;
  private final Orders orders = new Orders();
  private final OrderRequests requests = new OrderRequests(orders);
  private final QuoteRequests quoteRequests = new QuoteRequests(orders::marketId);
  private final OrderSessions sessions = new OrderSessions();
  private final Executions executions = new Executions();
  private final ExecutionHistory history;
  private final OrderJournal journal;
  private final AtomicLong refusals = new AtomicLong();
  private final String refusalPrefix;
  private final ScheduledExecutorService retries =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("fix-disconnect").daemon().factory());

  /**
   * @param messagesPerSecond of one session, unless its terms say otherwise
   */
  public OrderEntry(
      VenuePort venue, SessionLog log, FixCredentials credentials, int messagesPerSecond)
      throws IOException {
    this.venue = venue;
    this.log = log;
    this.messagesPerSecond = messagesPerSecond;
    this.refusalPrefix = "R" + Long.toString(System.currentTimeMillis(), 36) + "-";
    for (final StoredSession stored : log.sessions()) {
      final SessionID sessionId = new SessionID(stored.name());
      if (sessionId.getSenderCompID().equals(targetCompId())) {
        final OrderSession session = session(sessionId);
        credentials.find(sessionId.getTargetCompID()).ifPresent(session::admit);
      }
    }
    this.history = new ExecutionHistory(venue, retries);
    this.journal = new OrderJournal(venue.sourceId(), orders, sessions, executions);
  }

  @Override
  public String targetCompId() {
    return "BALLAST-OE";
  }

  /** The journal has been read to its end: what clients left undone is done now. */
  public void caughtUp() {
    orders.caughtUp();
    for (final OrderSession session : sessions.all()) {
      if (session.owesCancel()) {
        cancelForGone(session);
      }
    }
  }

  @Override
  public void onEntry(JournalEntry entry) {
    history.before(entry, orders, executions);
    journal.onEntry(entry);
    history.after(entry);
  }

  /** All executions as they happen. */
  public Executions executions() {
    return executions;
  }

  /** All executions that ever happened. */
  public ExecutionHistory history() {
    return history;
  }

  // ---- sessions --------------------------------------------------------------------------------

  private OrderSession session(SessionID sessionId) throws IOException {
    return sessions.get(
        sessionId,
        () ->
            new OrderSession(
                sessionId,
                log.session(sessionId.toString()),
                new Throttle(messagesPerSecond, System.nanoTime())));
  }

  private OrderSession known(SessionID sessionId) {
    try {
      return session(sessionId);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void admitted(SessionID sessionId, FixLogin login) {
    final OrderSession session = known(sessionId);
    session.admit(login);
    session.throttle().changeRate(login.terms().messagesPerSecond(messagesPerSecond));
  }

  @Override
  public void loggedOn(SessionID sessionId, boolean cancelOnDisconnect) {
    loggedOn(sessionId, cancelOnDisconnect, true);
  }

  @Override
  public void loggedOn(SessionID sessionId, boolean cancelOnDisconnect, boolean cancelQuotes) {
    final OrderSession session = known(sessionId);
    try {
      session.stored().present(cancelOnDisconnect, cancelQuotes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    session.loggedOn();
  }

  @Override
  public void loggedOut(SessionID sessionId) {
    final OrderSession session = known(sessionId);
    session.loggedOut();
    if (session.owesCancel()) {
      cancelForGone(session);
    }
  }

  /** Tried until the venue takes it; a client that is back in time keeps its orders. */
  private void cancelForGone(OrderSession session) {
    final FixLogin login = session.login();
    if (login == null || session.isLive()) {
      return;
    }
    final Command.MassCancel.Cause cause = Command.MassCancel.Cause.DISCONNECT;
    // Quotes are day orders: they go with those.
    final Command command =
        session.stored().owesCancel()
            ? new Command.MassCancel(login.accountId(), 0, null, session.key(), cause, "")
            : new Command.CancelQuotes(login.accountId(), "", "", 0, session.key(), cause, "");
    final Request request = new Request(session, Request.Kind.DISCONNECT, 0, "", "", '7');
    final long correlationId = venue.nextCorrelationId();
    journal.expect(correlationId, request);
    try {
      venue.submit(correlationId, command);
    } catch (VenueUnavailableException e) {
      journal.forget(correlationId);
      LOG.warn("orders of {} are not cancelled yet: {}", session.sessionId(), e.getMessage());
      final var _ =
          retries.schedule(() -> cancelForGone(session), RETRY_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  // ---- requests --------------------------------------------------------------------------------

  @Override
  public void received(Message message, SessionID sessionId)
      throws FieldNotFound, UnsupportedMessageType {
    final OrderSession session = known(sessionId);
    final FixLogin login = session.login();
    if (login == null) {
      throw new IllegalStateException("a session without a login: " + sessionId);
    }
    final String msgType = message.getHeader().getString(Tag.MSG_TYPE);
    if (!session.throttle().tryTake(System.nanoTime())) {
      session.send(
          businessReject(message, msgType, THROTTLE_LIMIT_EXCEEDED, "RATE_LIMIT_EXCEEDED"));
      return;
    }
    if (isAnsweredDuplicate(message, login)) {
      return;
    }
    switch (msgType) {
      case MessageType.NEW_ORDER_SINGLE -> place(message, session, login);
      case MessageType.ORDER_CANCEL_REQUEST -> cancel(message, session, login);
      case MessageType.ORDER_CANCEL_REPLACE_REQUEST, MessageType.MULTILEG_ORDER_CANCEL_REPLACE ->
          replace(message, session, login);
      case MessageType.NEW_ORDER_MULTILEG -> placeMultileg(message, session, login);
      case MessageType.SECURITY_DEFINITION_REQUEST -> define(message, session, login);
      case MessageType.ORDER_STATUS_REQUEST -> status(message, session, login);
      case MessageType.ORDER_MASS_STATUS_REQUEST -> massStatus(message, session, login);
      case MessageType.ORDER_MASS_CANCEL_REQUEST -> {
        if (message.isSetField(Tag.QUOTE_SET_ID)) {
          cancelGroup(message, session, login);
        } else {
          massCancel(message, session, login);
        }
      }
      case MessageType.NEW_ORDER_LIST -> placeList(message, session, login);
      case MessageType.MASS_QUOTE -> quote(message, session, login);
      case MessageType.QUOTE_CANCEL -> cancelQuotes(message, session, login);
      case MessageType.PARTY_ACTION_REQUEST -> partyAction(message, session, login);
      default -> throw new UnsupportedMessageType();
    }
  }

  /**
   * After a crash the gateway asks for requests again whose answers it may have sent: one that was
   * answered in the journal before this gateway was there has its answer among the reports.
   */
  private boolean isAnsweredDuplicate(Message message, FixLogin login) throws FieldNotFound {
    return message.getHeader().isSetField(Tag.POSS_DUP_FLAG)
        && message.getHeader().getBoolean(Tag.POSS_DUP_FLAG)
        && message.isSetField(Tag.CL_ORD_ID)
        && orders.wasAnswered(login.accountId(), message.getString(Tag.CL_ORD_ID));
  }

  private void place(Message message, OrderSession session, FixLogin login) throws FieldNotFound {
    try {
      final Command command = requests.newOrder(message, login, session.key());
      final String attributes = OrderAttributes.read(message);
      if (!attributes.isEmpty()) {
        session.stored().keepAttributes(message.getString(Tag.CL_ORD_ID), attributes);
      }
      submit(command, message, session, Request.Kind.NEW);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RefusedRequest e) {
      session.send(refusedOrder(message, e));
    }
  }

  private void placeMultileg(Message message, OrderSession session, FixLogin login)
      throws FieldNotFound {
    try {
      submit(
          requests.newMultileg(message, login, session.key()), message, session, Request.Kind.NEW);
    } catch (RefusedRequest e) {
      session.send(refusedOrder(message, e));
    }
  }

  private void define(Message message, OrderSession session, FixLogin login) throws FieldNotFound {
    final String requestId = message.getString(Tag.SECURITY_REQ_ID);
    try {
      final Command.DefineCombo command = requests.define(message, login);
      final int msgSeqNum = message.getHeader().getInt(Tag.MSG_SEQ_NUM);
      submit(
          command,
          message,
          new Request(session, Request.Kind.DEFINE_COMBO, msgSeqNum, requestId, "", '7'));
    } catch (RefusedRequest e) {
      session.send(SecurityDefinitions.rejected(requestId, nextRefusalId(), e.code()));
    }
  }

  private void cancel(Message message, OrderSession session, FixLogin login) throws FieldNotFound {
    try {
      submit(requests.cancel(message, login), message, session, Request.Kind.CANCEL);
    } catch (RefusedRequest e) {
      session.send(refusedChange(message, login, e, '1'));
    }
  }

  private void replace(Message message, OrderSession session, FixLogin login) throws FieldNotFound {
    try {
      submit(requests.replace(message, login), message, session, Request.Kind.REPLACE);
    } catch (RefusedRequest e) {
      session.send(refusedChange(message, login, e, '2'));
    }
  }

  private void massCancel(Message message, OrderSession session, FixLogin login)
      throws FieldNotFound {
    try {
      submit(requests.massCancel(message, login), message, session, Request.Kind.MASS_CANCEL);
    } catch (RefusedRequest e) {
      session.send(refusedMassCancel(message, e));
    }
  }

  private Message refusedMassCancel(Message message, RefusedRequest refused) throws FieldNotFound {
    final Message report = ExecutionReports.message(MessageType.ORDER_MASS_CANCEL_REPORT);
    final String id = nextRefusalId();
    report.setString(Tag.ORDER_ID, id);
    report.setString(Tag.MASS_ACTION_REPORT_ID, id);
    report.setString(Tag.CL_ORD_ID, message.getString(Tag.CL_ORD_ID));
    report.setChar(Tag.MASS_CANCEL_REQUEST_TYPE, message.getChar(Tag.MASS_CANCEL_REQUEST_TYPE));
    report.setChar(Tag.MASS_CANCEL_RESPONSE, '0');
    report.setInt(Tag.MASS_CANCEL_REJECT_REASON, refused.ordRejReason());
    refuse(report, refused);
    return report;
  }

  // ---- lists, quotes, kill switches ------------------------------------------------------------

  private void placeList(Message message, OrderSession session, FixLogin login)
      throws FieldNotFound {
    final String listId = message.getString(Tag.LIST_ID);
    final List<String> clOrdIds = new ArrayList<>();
    for (int i = 1; i <= message.getGroupCount(Tag.NO_ORDERS); i++) {
      clOrdIds.add(message.getGroup(i, Tag.NO_ORDERS).getString(Tag.CL_ORD_ID));
    }
    try {
      final Command command = requests.newList(message, login, session.key());
      submit(
          command, message, request(message, session, Request.Kind.LADDER, listId, '0', clOrdIds));
    } catch (RefusedRequest e) {
      session.send(
          QuoteReports.listRejected(
              listId, clOrdIds, 0, e.ordRejReason(), e.code() + ", " + e.explanation()));
    }
  }

  private void quote(Message message, OrderSession session, FixLogin login) throws FieldNotFound {
    final String requestId = message.getString(Tag.QUOTE_ID);
    try {
      final Command command = quoteRequests.massQuote(message, login, session.key());
      submit(
          command,
          message,
          request(message, session, Request.Kind.MASS_QUOTE, requestId, '0', List.of()));
    } catch (RefusedRequest e) {
      session.send(QuoteReports.refused(requestId, e.code(), e.explanation()));
    }
  }

  private void cancelQuotes(Message message, OrderSession session, FixLogin login)
      throws FieldNotFound {
    final String requestId = Fields.text(message, Tag.QUOTE_ID, "");
    try {
      final Command command = quoteRequests.cancel(message, login);
      submit(
          command,
          message,
          request(message, session, Request.Kind.QUOTE_CANCEL, requestId, '0', List.of()));
    } catch (RefusedRequest e) {
      session.send(QuoteReports.refused(requestId, e.code(), e.explanation()));
    }
  }

  private void cancelGroup(Message message, OrderSession session, FixLogin login)
      throws FieldNotFound {
    try {
      final Command command = quoteRequests.massCancel(message, login);
      submit(
          command,
          message,
          request(
              message,
              session,
              Request.Kind.GROUP_CANCEL,
              message.getString(Tag.CL_ORD_ID),
              message.getChar(Tag.MASS_CANCEL_REQUEST_TYPE),
              List.of()));
    } catch (RefusedRequest e) {
      session.send(refusedMassCancel(message, e));
    }
  }

  private void partyAction(Message message, OrderSession session, FixLogin login)
      throws FieldNotFound {
    final String requestId = message.getString(Tag.PARTY_ACTION_REQUEST_ID);
    final String action = message.getString(Tag.PARTY_ACTION_TYPE);
    try {
      final Command command = quoteRequests.partyAction(message, login);
      submit(
          command,
          message,
          request(
              message, session, Request.Kind.PARTY_ACTION, requestId, action.charAt(0), List.of()));
    } catch (RefusedRequest e) {
      session.send(QuoteReports.partyAction(nextRefusalId(), requestId, action, e.code()));
    }
  }

  private static Request request(
      Message message,
      OrderSession session,
      Request.Kind kind,
      String id,
      char type,
      List<String> clOrdIds)
      throws FieldNotFound {
    return new Request(
        session, kind, message.getHeader().getInt(Tag.MSG_SEQ_NUM), id, "", type, clOrdIds);
  }

  /** Answered when all requests before it are, so that it tells of them too. */
  private void status(Message message, OrderSession session, FixLogin login) throws FieldNotFound {
    final char side = message.getChar(Tag.SIDE);
    final String clOrdId = Fields.text(message, Tag.CL_ORD_ID, "");
    final String symbol = OrderRequests.symbol(message);
    final String requestId = Fields.text(message, Tag.ORD_STATUS_REQ_ID, "");
    if (clOrdId.isEmpty() && !message.isSetField(Tag.ORDER_ID)) {
      throw new FieldNotFound(Tag.CL_ORD_ID);
    }
    session.afterAnswers(() -> {
      final Message report =
          asked(message, login)
              .map(order -> ExecutionReports.status(order, venue.venueTimeNanos()))
              .orElseGet(() -> unknownOrder(clOrdId, symbol, side));
      ExecutionReports.setText(report, Tag.ORD_STATUS_REQ_ID, requestId);
      session.send(report);
    });
  }

  private void massStatus(Message message, OrderSession session, FixLogin login)
      throws FieldNotFound {
    try {
      final MassStatus asked = MassStatus.read(message, orders);
      session.afterAnswers(
          () -> asked.answer(orders, login, venue.venueTimeNanos()).forEach(session::send));
    } catch (RefusedRequest e) {
      session.send(
          MassStatus.refused(
              message.getString(Tag.MASS_STATUS_REQ_ID), "", e.code(), venue.venueTimeNanos()));
    }
  }

  private Optional<Order> asked(Message message, FixLogin login) {
    try {
      return requests.asked(message, login);
    } catch (FieldNotFound | RefusedRequest e) {
      return Optional.empty();
    }
  }

  private void submit(Command command, Message message, OrderSession session, Request.Kind kind)
      throws FieldNotFound {
    submit(
        command,
        message,
        new Request(
            session,
            kind,
            message.getHeader().getInt(Tag.MSG_SEQ_NUM),
            message.getString(Tag.CL_ORD_ID),
            Fields.text(message, Tag.SYMBOL, ""),
            kind == Request.Kind.MASS_CANCEL
                ? message.getChar(Tag.MASS_CANCEL_REQUEST_TYPE)
                : '7'));
  }

  private void submit(Command command, Message message, Request request) throws FieldNotFound {
    final OrderSession session = request.session();
    final int msgSeqNum = request.msgSeqNum();
    final long correlationId = venue.nextCorrelationId();
    session.awaitAnswer(msgSeqNum);
    journal.expect(correlationId, request);
    try {
      venue.submit(correlationId, command);
    } catch (VenueUnavailableException e) {
      if (e.isOutcomeUnknown()) {
        // The journal tells when the venue is back; until then the number stays open.
        return;
      }
      journal.forget(correlationId);
      session.answered(msgSeqNum);
      session.send(
          businessReject(
              message,
              message.getHeader().getString(Tag.MSG_TYPE),
              APPLICATION_NOT_AVAILABLE,
              "VENUE_UNAVAILABLE: not applied"));
    }
  }

  // ---- refusals of the gateway's own -----------------------------------------------------------

  private String nextRefusalId() {
    return refusalPrefix + refusals.incrementAndGet();
  }

  private Message refusedOrder(Message message, RefusedRequest refused) throws FieldNotFound {
    final Message report =
        rejectedReport(
            message.getString(Tag.CL_ORD_ID),
            Fields.text(message, Tag.SYMBOL, ""),
            message.getChar(Tag.SIDE));
    report.setString(Tag.EXEC_ID, nextRefusalId());
    report.setChar(Tag.EXEC_TYPE, Status.REJECTED.code());
    for (final int tag : new int[] {Tag.ORDER_QTY, Tag.PRICE, Tag.STOP_PX, Tag.ORD_TYPE}) {
      ExecutionReports.setText(report, tag, Fields.text(message, tag, ""));
    }
    report.setInt(Tag.ORD_REJ_REASON, refused.ordRejReason());
    refuse(report, refused);
    return report;
  }

  private Message unknownOrder(String clOrdId, String symbol, char side) {
    final Message report = rejectedReport(clOrdId, symbol, side);
    report.setString(Tag.EXEC_ID, "0");
    report.setChar(Tag.EXEC_TYPE, 'I');
    report.setInt(Tag.ORD_REJ_REASON, RejectCodes.UNKNOWN_ORDER);
    report.setString(Tag.TEXT, "ORDER_NOT_FOUND");
    return report;
  }

  private Message rejectedReport(String clOrdId, String symbol, char side) {
    final Message report = ExecutionReports.message(MessageType.EXECUTION_REPORT);
    report.setString(Tag.ORDER_ID, "NONE");
    report.setChar(Tag.ORD_STATUS, Status.REJECTED.code());
    ExecutionReports.setText(report, Tag.CL_ORD_ID, clOrdId);
    report.setString(Tag.SYMBOL, symbol.isEmpty() ? "[N/A]" : symbol);
    report.setChar(Tag.SIDE, side);
    report.setInt(Tag.LEAVES_QTY, 0);
    report.setInt(Tag.CUM_QTY, 0);
    report.setInt(Tag.AVG_PX, 0);
    report.setString(Tag.TRANSACT_TIME, Fields.time(venue.venueTimeNanos()));
    return report;
  }

  private Message refusedChange(
      Message message, FixLogin login, RefusedRequest refused, char responseTo)
      throws FieldNotFound {
    final String origClOrdId = Fields.text(message, Tag.ORIG_CL_ORD_ID, "");
    final @Nullable Order order = orders.byClOrdId(login.accountId(), origClOrdId).orElse(null);
    final Message report =
        ExecutionReports.cancelReject(
            order == null ? 0 : order.orderId(),
            message.getString(Tag.CL_ORD_ID),
            origClOrdId,
            order == null ? Status.REJECTED : order.status(),
            responseTo);
    report.setInt(
        Tag.CXL_REJ_REASON,
        refused.ordRejReason() == RejectCodes.UNKNOWN_ORDER ? 1 : RejectCodes.OTHER);
    refuse(report, refused);
    return report;
  }

  private static void refuse(Message report, RefusedRequest refused) {
    report.setString(Tag.TEXT, refused.code());
    report.setString(Tag.REJECT_TEXT, refused.explanation());
  }

  private static Message businessReject(Message message, String msgType, int reason, String text)
      throws FieldNotFound {
    final Message reject = ExecutionReports.message(MessageType.BUSINESS_MESSAGE_REJECT);
    reject.setInt(Tag.REF_SEQ_NUM, message.getHeader().getInt(Tag.MSG_SEQ_NUM));
    reject.setString(Tag.REF_MSG_TYPE, msgType);
    ExecutionReports.setText(
        reject, Tag.BUSINESS_REJECT_REF_ID, Fields.text(message, Tag.CL_ORD_ID, ""));
    reject.setInt(Tag.BUSINESS_REJECT_REASON, reason);
    reject.setString(Tag.TEXT, text);
    return reject;
  }

  @Override
  public void close() {
    retries.shutdownNow();
  }
}
