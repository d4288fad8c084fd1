package com.ballastmarkets.fix.session;

import com.ballastmarkets.fix.FixCredentials;
import com.ballastmarkets.fix.FixLogin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongUnaryOperator;
import quickfix.SessionID;

/**
 * The sessions of one service that are told of what happens to their participants. A session's
 * place is the number of the last thing it was told of; a new session begins with what happens
 * after its first logon.
 */
public final class ParticipantSessions {
  private final SessionLog log;
  private final LongUnaryOperator numberNow;
  private final Map<SessionID, ToldSession> sessions = new ConcurrentHashMap<>();
  private final Map<Long, List<ToldSession>> ofParticipant = new ConcurrentHashMap<>();

  /**
   * Finds the sessions that ever were.
   *
   * @param numberNow how many things have happened to a participant
   */
  public ParticipantSessions(
      String targetCompId,
      SessionLog log,
      FixCredentials credentials,
      LongUnaryOperator numberNow) {
    this.log = log;
    this.numberNow = numberNow;
    for (final StoredSession stored : log.sessions()) {
      final SessionID sessionId = new SessionID(stored.name());
      if (sessionId.getSenderCompID().equals(targetCompId)) {
        final ToldSession session = new ToldSession(sessionId, stored);
        sessions.put(sessionId, session);
        credentials.find(sessionId.getTargetCompID()).ifPresent(login -> admit(session, login));
      }
    }
  }

  /** The client has proved who it is. */
  public void admitted(SessionID sessionId, FixLogin login) {
    admit(sessions.computeIfAbsent(sessionId, id -> begin(id, login)), login);
  }

  private ToldSession begin(SessionID sessionId, FixLogin login) {
    try {
      final StoredSession stored = log.session(sessionId.toString());
      stored.startAt(numberNow.applyAsLong(login.participantId()));
      return new ToldSession(sessionId, stored);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A CompID that was given to another participant takes its session along. */
  private void admit(ToldSession session, FixLogin login) {
    final FixLogin before = session.login();
    session.admit(login);
    if (before != null) {
      if (before.participantId() == login.participantId()) {
        return;
      }
      mutable(before.participantId()).remove(session);
    }
    mutable(login.participantId()).add(session);
  }

  private List<ToldSession> mutable(long participantId) {
    return ofParticipant.computeIfAbsent(participantId, id -> new CopyOnWriteArrayList<>());
  }

  /** A participant's sessions, as they are whenever this is looked at. */
  public List<ToldSession> of(long participantId) {
    final List<ToldSession> found = ofParticipant.get(participantId);
    return found == null ? List.of() : found;
  }

  public void loggedOn(SessionID sessionId) {
    final ToldSession session = sessions.get(sessionId);
    if (session != null) {
      session.loggedOn();
    }
  }

  public void loggedOut(SessionID sessionId) {
    final ToldSession session = sessions.get(sessionId);
    if (session != null) {
      session.loggedOut();
    }
  }
}
