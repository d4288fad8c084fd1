package com.ballastmarkets.fix.session;

import com.ballastmarkets.fix.FixLogin;
import com.ballastmarkets.fix.dictionary.Messages;
import com.ballastmarkets.fix.dictionary.Tag;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import quickfix.FieldNotFound;
import quickfix.Message;
import quickfix.Session;
import quickfix.SessionID;
import quickfix.UnsupportedMessageType;

/**
 * What the services on the {@link Lane} have in common: requests are read on the session's thread,
 * where a missing field can still be answered, and done on the lane.
 */
public abstract class LaneService implements SessionService {
  private static final int THROTTLE_LIMIT_EXCEEDED = 8;

  private final String targetCompId;
  private final int messagesPerSecond;
  private final Map<SessionID, Throttle> throttles = new ConcurrentHashMap<>();
  private final Map<SessionID, FixLogin> logins = new ConcurrentHashMap<>();

  /**
   * @param messagesPerSecond of one session, unless its terms say otherwise
   */
  protected LaneService(String targetCompId, int messagesPerSecond) {
    this.targetCompId = targetCompId;
    this.messagesPerSecond = messagesPerSecond;
  }

  @Override
  public final String targetCompId() {
    return targetCompId;
  }

  @Override
  public void admitted(SessionID sessionId, FixLogin login) {
    logins.put(sessionId, login);
    throttle(sessionId).changeRate(login.terms().messagesPerSecond(messagesPerSecond));
  }

  private Throttle throttle(SessionID sessionId) {
    return throttles.computeIfAbsent(
        sessionId, id -> new Throttle(messagesPerSecond, System.nanoTime()));
  }

  @Override
  public final void received(Message message, SessionID sessionId)
      throws FieldNotFound, UnsupportedMessageType {
    final FixLogin login = logins.get(sessionId);
    if (login == null) {
      throw new IllegalStateException("a session without a login: " + sessionId);
    }
    if (!throttle(sessionId).tryTake(System.nanoTime())) {
      send(
          sessionId,
          Messages.businessReject(message, THROTTLE_LIMIT_EXCEEDED, 0, "RATE_LIMIT_EXCEEDED"));
      return;
    }
    requested(message, message.getHeader().getString(Tag.MSG_TYPE), sessionId, login);
  }

  /** Reads a request on the session's thread. */
  protected abstract void requested(
      Message message, String msgType, SessionID sessionId, FixLogin login)
      throws FieldNotFound, UnsupportedMessageType;

  /** Sends, if the session is there; a session that is not logged on gets nothing. */
  protected static void send(SessionID sessionId, Message message) {
    final Session session = Session.lookupSession(sessionId);
    if (session != null && session.isLoggedOn()) {
      session.send(message);
    }
  }
}
