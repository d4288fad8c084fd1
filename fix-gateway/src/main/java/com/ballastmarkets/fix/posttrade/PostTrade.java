package com.ballastmarkets.fix.posttrade;

import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.fix.FixCredentials;
import com.ballastmarkets.fix.FixLogin;
import com.ballastmarkets.fix.SettlementPapers;
import com.ballastmarkets.fix.dictionary.MessageType;
import com.ballastmarkets.fix.dictionary.Tag;
import com.ballastmarkets.fix.order.ExecutionHistory;
import com.ballastmarkets.fix.order.Executions;
import com.ballastmarkets.fix.order.Fields;
import com.ballastmarkets.fix.order.RefusedRequest;
import com.ballastmarkets.fix.posttrade.Accounts.Position;
import com.ballastmarkets.fix.posttrade.Settlements.Settlement;
import com.ballastmarkets.fix.session.LaneService;
import com.ballastmarkets.fix.session.ParticipantSessions;
import com.ballastmarkets.fix.session.SessionLog;
import com.ballastmarkets.fix.session.ToldSession;
import com.ballastmarkets.protocol.port.JournalEntry;
import com.ballastmarkets.protocol.port.JournalReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quickfix.FieldNotFound;
import quickfix.Message;
import quickfix.SessionID;
import quickfix.UnsupportedMessageType;

/** {@code BALLAST-PT}: positions, trades, collateral and settlements of a participant. */
public final class PostTrade extends LaneService implements JournalReader {
  private static final Logger LOG = LoggerFactory.getLogger(PostTrade.class);

  private final Executor lane;
  private final LongSupplier venueTimeNanos;
  private final SettlementPapers papers;
  private final Accounts accounts = new Accounts();
  private final Settlements settlements = new Settlements();
  private final Map<Long, Long> settlementCounts = new ConcurrentHashMap<>();
  private final ParticipantSessions sessions;
  private final Trades trades;
  private final Map<PositionRequest, Long> positionRequests = new LinkedHashMap<>();
  private long answers;

  /**
   * A session's wish to hear of positions.
   *
   * @param account its account's number, empty for all of the participant
   */
  private record PositionRequest(SessionID sessionId, String requestId, String account) {}

  public PostTrade(
      SessionLog log,
      FixCredentials credentials,
      Executor lane,
      LongSupplier venueTimeNanos,
      Executions executions,
      ExecutionHistory history,
      SettlementPapers papers,
      int messagesPerSecond) {
    super("BALLAST-PT", messagesPerSecond);
    this.lane = lane;
    this.venueTimeNanos = venueTimeNanos;
    this.papers = papers;
    this.trades = new Trades(executions, history, LaneService::send);
    this.sessions =
        new ParticipantSessions(
            targetCompId(),
            log,
            credentials,
            participantId -> settlementCounts.getOrDefault(participantId, 0L));
  }

  // ---- sessions --------------------------------------------------------------------------------

  @Override
  public void admitted(SessionID sessionId, FixLogin login) {
    super.admitted(sessionId, login);
    sessions.admitted(sessionId, login);
  }

  @Override
  public void loggedOn(SessionID sessionId, boolean cancelOnDisconnect) {
    sessions.loggedOn(sessionId);
  }

  @Override
  public void loggedOut(SessionID sessionId) {
    sessions.loggedOut(sessionId);
    trades.drop(sessionId);
    lane.execute(
        () -> positionRequests.keySet().removeIf(request -> request.sessionId().equals(sessionId)));
  }

  // ---- the journal -----------------------------------------------------------------------------

  @Override
  public void onEntry(JournalEntry entry) {
    accounts.onEntry(entry);
    final Settlement settlement = settlements.onEntry(entry);
    if (settlement != null) {
      settled(entry, settlement);
    }
    if (entry.last()) {
      positionsChanged(entry);
      accounts.commandOver();
    }
  }

  private void settled(JournalEntry entry, Settlement settlement) {
    for (final Position holding : accounts.holdersBefore(settlement.marketId())) {
      final long participantId = accounts.participantOf(holding.accountId());
      final long number = settlementCounts.merge(participantId, 1L, Long::sum);
      final long paid = accounts.settlementCash(holding.accountId(), settlement.marketId());
      for (final ToldSession session : sessions.of(participantId)) {
        session.tell(
            number,
            () ->
                SettlementMessages.report(
                    entry,
                    settlement,
                    holding,
                    participantId,
                    paid,
                    computation(holding.market().symbol())));
      }
    }
  }

  private Optional<SettlementPapers.Computation> computation(String symbol) {
    try {
      return papers.find(symbol);
    } catch (RuntimeException e) {
      LOG.warn("the papers of {} cannot be read; its report goes out without", symbol, e);
      return Optional.empty();
    }
  }

  private void positionsChanged(JournalEntry entry) {
    if (positionRequests.isEmpty()) {
      return;
    }
    for (final Position position : accounts.changed()) {
      final long participantId = accounts.participantOf(position.accountId());
      positionRequests.forEach((request, asker) -> {
        if (asker == participantId
            && (request.account().isEmpty()
                || request.account().equals(Long.toString(position.accountId())))) {
          send(
              request.sessionId(),
              PostTradeMessages.position(
                  entry.sequence()
                      + "P"
                      + position.accountId()
                      + "-"
                      + position.market().marketId(),
                  request.requestId(),
                  position,
                  participantId,
                  0,
                  entry.timeNanos()));
        }
      });
    }
  }

  // ---- requests --------------------------------------------------------------------------------

  @Override
  protected void requested(Message message, String msgType, SessionID sessionId, FixLogin login)
      throws FieldNotFound, UnsupportedMessageType {
    switch (msgType) {
      case MessageType.REQUEST_FOR_POSITIONS -> positions(message, sessionId, login);
      case MessageType.TRADE_CAPTURE_REPORT_REQUEST -> trades(message, sessionId, login);
      case MessageType.COLLATERAL_INQUIRY -> collateral(message, sessionId, login);
      default -> throw new UnsupportedMessageType();
    }
  }

  private void positions(Message message, SessionID sessionId, FixLogin login)
      throws FieldNotFound {
    final String requestId = message.getString(Tag.POS_REQ_ID);
    final int type = message.getInt(Tag.POS_REQ_TYPE);
    final String account = account(message, login);
    final String kind = Fields.text(message, Tag.SUBSCRIPTION_REQUEST_TYPE, "0");
    final long participantId = login.participantId();
    lane.execute(() -> {
      final PositionRequest request = new PositionRequest(sessionId, requestId, account);
      if ("2".equals(kind)) {
        positionRequests
            .keySet()
            .removeIf(r -> r.sessionId().equals(sessionId) && r.requestId().equals(requestId));
        return;
      }
      final List<Long> wanted = accountsOf(account, participantId);
      if (type != 0 || wanted.isEmpty()) {
        send(
            sessionId,
            PostTradeMessages.positionsAck(
                requestId,
                account,
                participantId,
                0,
                type == 0 ? PostTradeMessages.NOT_AUTHORIZED : PostTradeMessages.NOT_SUPPORTED));
        return;
      }
      if ("1".equals(kind)) {
        positionRequests.put(request, participantId);
      }
      final List<Position> held =
          wanted.stream().flatMap(id -> accounts.positionsOf(id).stream()).toList();
      send(
          sessionId,
          PostTradeMessages.positionsAck(
              requestId,
              account,
              participantId,
              held.size(),
              held.isEmpty() ? PostTradeMessages.NO_POSITIONS : PostTradeMessages.VALID));
      for (final Position position : held) {
        send(
            sessionId,
            PostTradeMessages.position(
                nextAnswerId(),
                requestId,
                position,
                participantId,
                held.size(),
                venueTimeNanos.getAsLong()));
      }
    });
  }

  private void trades(Message message, SessionID sessionId, FixLogin login) throws FieldNotFound {
    final String requestId = message.getString(Tag.TRADE_REQUEST_ID);
    final int type = message.getInt(Tag.TRADE_REQUEST_TYPE);
    if ("2".equals(Fields.text(message, Tag.SUBSCRIPTION_REQUEST_TYPE, "0"))) {
      trades.end(sessionId, requestId);
      return;
    }
    try {
      if (type != 0 && type != 1) {
        throw new RefusedRequest("UNSUPPORTED_REQUEST", 99, "field 569 is 0 or 1 here");
      }
      trades.begin(
          TradeSubscription.read(
              message, sessionId, login.participantId(), venueTimeNanos.getAsLong()));
    } catch (RefusedRequest e) {
      trades.reject(sessionId, requestId, type, e.code() + ": " + e.explanation());
    }
  }

  private void collateral(Message message, SessionID sessionId, FixLogin login)
      throws FieldNotFound {
    final String inquiryId = Fields.text(message, Tag.COLL_INQUIRY_ID, "");
    final String account = account(message, login);
    final long participantId = login.participantId();
    lane.execute(() -> {
      final List<Event.AccountUpdated> found = new ArrayList<>();
      for (final Long accountId : accountsOf(account, participantId)) {
        final Event.AccountUpdated money = accounts.money(accountId);
        found.add(money == null ? new Event.AccountUpdated(accountId, 0, 0, 0, 0, 0) : money);
      }
      if (found.isEmpty()) {
        send(sessionId, PostTradeMessages.collateralRefused(inquiryId, "UNKNOWN_ACCOUNT"));
      }
      for (int i = 0; i < found.size(); i++) {
        send(
            sessionId,
            PostTradeMessages.collateral(
                nextAnswerId(),
                inquiryId,
                found.get(i),
                participantId,
                found.size(),
                i == found.size() - 1));
      }
    });
  }

  /** Field 1 as an account's number; the client's own name for its account is understood too. */
  private static String account(Message message, FixLogin login) throws FieldNotFound {
    final String account = Fields.text(message, Tag.ACCOUNT, "");
    return account.equals(login.account()) ? Long.toString(login.accountId()) : account;
  }

  /** The accounts that are meant: none if the account is not the participant's. */
  private List<Long> accountsOf(String account, long participantId) {
    return accounts.accountsOf(participantId).stream()
        .filter(id -> account.isEmpty() || account.equals(Long.toString(id)))
        .toList();
  }

  private String nextAnswerId() {
    answers++;
    return "A" + Long.toString(venueTimeNanos.getAsLong(), 36) + "-" + answers;
  }
}
