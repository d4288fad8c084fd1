package com.ballastmarkets.fix.marketdata;

import com.ballastmarkets.fix.FixLogin;
import com.ballastmarkets.fix.dictionary.MessageType;
import com.ballastmarkets.fix.dictionary.Messages;
import com.ballastmarkets.fix.dictionary.Tag;
import com.ballastmarkets.fix.marketdata.MarketDataRequest.Kind;
import com.ballastmarkets.fix.order.Fields;
import com.ballastmarkets.fix.session.LaneService;
import com.ballastmarkets.protocol.port.JournalEntry;
import com.ballastmarkets.protocol.port.JournalReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quickfix.FieldNotFound;
import quickfix.Message;
import quickfix.SessionID;
import quickfix.UnsupportedMessageType;

/** {@code BALLAST-MD}: answers requests, and publishes what each command changes. */
public final class MarketData extends LaneService implements JournalReader {
  private static final Logger LOG = LoggerFactory.getLogger(MarketData.class);

  /** What a client that cannot keep up is told before it is cut. */
  public static final String SLOW_CONSUMER =
      "SLOW_CONSUMER: too many messages are unread; log on and subscribe again";

  /** SecurityListRequestType (559). */
  private static final int BY_SYMBOL = 0;

  private static final int BY_TYPE = 1;
  private static final int ALL = 4;
  private static final int OTHER = 0;

  private final Executor lane;
  private final LongSupplier venueTimeNanos;
  private final int maxUnreadMessages;
  private final Markets markets = new Markets();
  private final ReferenceData reference = new ReferenceData(markets);
  private final Subscriptions subscriptions = new Subscriptions();
  private final Set<SessionID> silenced = ConcurrentHashMap.newKeySet();
  private long responses;

  /**
   * @param lane where everything happens
   * @param maxUnreadMessages how many messages may wait for a client before it is cut
   */
  public MarketData(
      Executor lane, LongSupplier venueTimeNanos, int messagesPerSecond, int maxUnreadMessages) {
    super("BALLAST-MD", messagesPerSecond);
    this.lane = lane;
    this.venueTimeNanos = venueTimeNanos;
    this.maxUnreadMessages = maxUnreadMessages;
  }

  /** What was published and missed is worth nothing: a new snapshot is. */
  @Override
  public boolean keepsMessages() {
    return false;
  }

  @Override
  public int maxUnreadMessages() {
    return maxUnreadMessages;
  }

  @Override
  public void fellBehind(SessionID sessionId, Runnable cut) {
    LOG.warn("{} does not read its market data and is cut", sessionId);
    lane.execute(() -> {
      subscriptions.drop(sessionId);
      final Message logout = Messages.of(MessageType.LOGOUT);
      logout.setString(Tag.TEXT, SLOW_CONSUMER);
      tell(sessionId, logout);
      silenced.add(sessionId);
      cut.run();
    });
  }

  @Override
  public void loggedOn(SessionID sessionId, boolean cancelOnDisconnect) {
    // Nothing is owed: a client subscribes anew at each logon.
    silenced.remove(sessionId);
  }

  @Override
  public void loggedOut(SessionID sessionId) {
    lane.execute(() -> subscriptions.drop(sessionId));
  }

  private void tell(SessionID sessionId, Message message) {
    if (!silenced.contains(sessionId)) {
      send(sessionId, message);
    }
  }

  // ---- the journal -----------------------------------------------------------------------------

  @Override
  public void onEntry(JournalEntry entry) {
    markets.onEntry(entry);
    if (entry.last()) {
      publish(entry.timeNanos());
      markets.commandOver();
    }
  }

  private void publish(long timeNanos) {
    for (final MarketView market : markets.listed()) {
      for (final Subscription listing : subscriptions.listings()) {
        tell(
            listing.sessionId(),
            reference.definition(listing.requestId(), nextResponseId(), market));
      }
    }
    for (final MarketView market : markets.newPhases()) {
      for (final Subscription watcher : subscriptions.watchers(market)) {
        tell(watcher.sessionId(), SecurityStatusMessages.status(watcher.requestId(), market, true));
      }
    }
    for (final MarketView market : markets.touched()) {
      for (final Feed feed : market.feeds().values()) {
        final List<Entry> entries = feed.changes(timeNanos);
        if (!entries.isEmpty()) {
          for (final Subscription subscription : feed.subscriptions()) {
            tell(
                subscription.sessionId(),
                MarketDataMessages.changes(
                    subscription.requestId(),
                    market.instrument().symbol(),
                    entries,
                    feed.rptSeq()));
          }
        }
      }
    }
  }

  // ---- requests --------------------------------------------------------------------------------

  @Override
  protected void requested(Message message, String msgType, SessionID sessionId, FixLogin login)
      throws FieldNotFound, UnsupportedMessageType {
    switch (msgType) {
      case MessageType.MARKET_DATA_REQUEST -> marketData(message, sessionId);
      case MessageType.SECURITY_LIST_REQUEST -> securityList(message, sessionId);
      case MessageType.SECURITY_DEFINITION_REQUEST -> securityDefinition(message, sessionId);
      case MessageType.SECURITY_STATUS_REQUEST -> securityStatus(message, sessionId);
      default -> throw new UnsupportedMessageType();
    }
  }

  private void marketData(Message message, SessionID sessionId) throws FieldNotFound {
    final String requestId = message.getString(Tag.MD_REQ_ID);
    try {
      final MarketDataRequest request = MarketDataRequest.read(message);
      lane.execute(() -> {
        try {
          answer(request, sessionId);
        } catch (MarketDataRefusal e) {
          tell(sessionId, MarketDataMessages.reject(requestId, e));
        }
      });
    } catch (MarketDataRefusal e) {
      tell(sessionId, MarketDataMessages.reject(requestId, e));
    }
  }

  private void answer(MarketDataRequest request, SessionID sessionId) throws MarketDataRefusal {
    final Subscription subscription = new Subscription(sessionId, request.requestId());
    if (request.kind() == Kind.UNSUBSCRIBE) {
      if (!subscriptions.unsubscribe(subscription)) {
        throw new MarketDataRefusal(
            MarketDataRefusal.UNSUPPORTED_SUBSCRIPTION,
            "UNKNOWN_REQUEST: there is no subscription " + request.requestId());
      }
      return;
    }
    final List<MarketView> asked = new ArrayList<>();
    for (final String symbol : request.symbols()) {
      final MarketView market = markets.find(symbol);
      if (market == null) {
        throw new MarketDataRefusal(
            MarketDataRefusal.UNKNOWN_SYMBOL, "MARKET_NOT_FOUND: " + symbol);
      }
      asked.add(market);
    }
    final long now = venueTimeNanos.getAsLong();
    if (request.kind() == Kind.SUBSCRIBE) {
      subscriptions.begin(subscription);
    }
    for (final MarketView market : asked) {
      final Feed feed =
          request.kind() == Kind.SUBSCRIBE
              ? subscriptions.subscribe(subscription, market, request.key())
              : market.feeds().getOrDefault(request.key(), new Feed(market, request.key()));
      tell(sessionId, MarketDataMessages.snapshot(request.requestId(), feed, now));
    }
  }

  private void securityList(Message message, SessionID sessionId) throws FieldNotFound {
    final String requestId = message.getString(Tag.SECURITY_REQ_ID);
    final int type = message.getInt(Tag.SECURITY_LIST_REQUEST_TYPE);
    final String symbol = Fields.text(message, Tag.SYMBOL, "");
    final String wantedType = Fields.text(message, Tag.SECURITY_TYPE, "");
    final String kind = Fields.text(message, Tag.SUBSCRIPTION_REQUEST_TYPE, "0");
    if (type == BY_SYMBOL && symbol.isEmpty()) {
      throw new FieldNotFound(Tag.SYMBOL);
    }
    if (type != BY_SYMBOL && type != BY_TYPE && type != ALL) {
      tell(
          sessionId,
          Messages.businessReject(
              message, OTHER, Tag.SECURITY_REQ_ID, "UNSUPPORTED_SCOPE: field 559 is 0, 1 or 4"));
      return;
    }
    lane.execute(() -> {
      final Subscription subscription = new Subscription(sessionId, requestId);
      if ("2".equals(kind)) {
        subscriptions.stopListings(subscription);
        return;
      }
      if ("1".equals(kind)) {
        subscriptions.startListings(subscription);
      }
      final List<MarketView> found =
          markets.all().stream()
              .filter(m -> type != BY_SYMBOL || m.instrument().symbol().equals(symbol))
              .filter(m -> type != BY_TYPE || ReferenceData.isOfType(m, wantedType))
              .filter(m -> type == BY_SYMBOL || !m.state().isClosed())
              .toList();
      reference.list(requestId, nextResponseId(), found).forEach(m -> tell(sessionId, m));
    });
  }

  private void securityDefinition(Message message, SessionID sessionId) throws FieldNotFound {
    final String requestId = message.getString(Tag.SECURITY_REQ_ID);
    final String symbol = Fields.text(message, Tag.SYMBOL, "");
    if (symbol.isEmpty()) {
      throw new FieldNotFound(Tag.SYMBOL);
    }
    lane.execute(() -> {
      final MarketView market = markets.find(symbol);
      tell(
          sessionId,
          market == null
              ? ReferenceData.unknown(requestId, nextResponseId(), symbol)
              : reference.definition(requestId, nextResponseId(), market));
    });
  }

  private void securityStatus(Message message, SessionID sessionId) throws FieldNotFound {
    final String requestId = message.getString(Tag.SECURITY_STATUS_REQ_ID);
    final String symbol = Fields.text(message, Tag.SYMBOL, "");
    final char kind = message.getChar(Tag.SUBSCRIPTION_REQUEST_TYPE);
    lane.execute(() -> {
      final Subscription watcher = new Subscription(sessionId, requestId);
      if (kind == '2') {
        subscriptions.stopWatching(watcher);
        return;
      }
      final MarketView market = markets.find(symbol);
      if (market == null) {
        tell(sessionId, SecurityStatusMessages.unknown(requestId, symbol));
        return;
      }
      if (kind == '1') {
        subscriptions.watch(watcher, market);
      }
      tell(sessionId, SecurityStatusMessages.status(requestId, market, false));
    });
  }

  private String nextResponseId() {
    responses++;
    return Long.toString(responses);
  }
}
