package com.ballastmarkets.fix.session;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import quickfix.ConfigError;
import quickfix.Session;
import quickfix.SessionFactory;
import quickfix.SessionID;
import quickfix.SessionSettings;
import quickfix.mina.SessionConnector;
import quickfix.mina.acceptor.AcceptorSessionProvider;

/**
 * The FIX engine's sessions, made when a client is first let in. A session is named by version,
 * venue and client; SubIDs that a client adds do not make another session.
 *
 * <p>Whether a session speaks NextExpectedMsgSeqNum (789) is the client's choice at each logon, so
 * an idle session is made anew when the client changes its mind. Its numbers live in the log.
 */
public final class GatewaySessions implements AcceptorSessionProvider {
  private final SessionFactory factory;
  private final Map<String, SessionSettings> settings;
  private final Map<SessionID, Made> sessions = new ConcurrentHashMap<>();
  private final Set<SessionID> wantsNextExpected = ConcurrentHashMap.newKeySet();
  private final Set<SessionID> endedByUs = ConcurrentHashMap.newKeySet();

  private record Made(Session session, boolean nextExpected) {}

  /**
   * @param settings by BeginString
   */
  public GatewaySessions(SessionFactory factory, Map<String, SessionSettings> settings) {
    this.factory = factory;
    this.settings = Map.copyOf(settings);
  }

  /** The client that is about to log on uses 789, or does not. */
  public void expect(SessionID sessionId, boolean nextExpectedMsgSeqNum) {
    if (nextExpectedMsgSeqNum) {
      wantsNextExpected.add(sessionId);
    } else {
      wantsNextExpected.remove(sessionId);
    }
  }

  /** The sessions that have a connection. */
  List<SessionID> connected() {
    return sessions.entrySet().stream()
        .filter(made -> made.getValue().session().hasResponder())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Logs a client out, and tells it why; it may log on again when the gate lets it in. */
  void end(SessionID sessionId, String why) {
    final Made made = sessions.get(sessionId);
    if (made != null && endedByUs.add(sessionId)) {
      made.session().logout(why);
    }
  }

  @Override
  public synchronized @Nullable Session getSession(
      SessionID requested, SessionConnector connector) {
    final SessionID sessionId =
        new SessionID(
            requested.getBeginString(), requested.getSenderCompID(), requested.getTargetCompID());
    final SessionSettings profile = settings.get(sessionId.getBeginString());
    if (profile == null) {
      return null;
    }
    final boolean nextExpected = wantsNextExpected.contains(sessionId);
    final Made made = sessions.get(sessionId);
    if (made != null && (made.nextExpected() == nextExpected || made.session().hasResponder())) {
      if (endedByUs.remove(sessionId)) {
        made.session().logon();
      }
      return made.session();
    }
    try {
      profile.setBool(sessionId, Session.SETTING_ENABLE_NEXT_EXPECTED_MSG_SEQ_NUM, nextExpected);
      final Session session = factory.create(sessionId, profile);
      connector.addDynamicSession(session);
      sessions.put(sessionId, new Made(session, nextExpected));
      endedByUs.remove(sessionId);
      return session;
    } catch (ConfigError e) {
      throw new IllegalStateException("a session of " + sessionId + " cannot be made", e);
    }
  }
}
