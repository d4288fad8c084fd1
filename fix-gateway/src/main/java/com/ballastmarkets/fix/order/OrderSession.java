package com.ballastmarkets.fix.order;

import com.ballastmarkets.fix.FixLogin;
import com.ballastmarkets.fix.session.StoredSession;
import com.ballastmarkets.fix.session.Throttle;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import quickfix.Message;
import quickfix.Session;
import quickfix.SessionID;

/**
 * One order entry session: what it is owed while its client is away, and what it waits for.
 *
 * <p>Reports that happen while the client is away wait here and are sent, under new numbers, when
 * it is back. Reports that were sent and did not arrive are resent by the FIX engine on request.
 */
final class OrderSession {
  /** A report and the place in the journal that it tells of. */
  private record Waiting(long place, Message report) {}

  private final SessionID sessionId;
  private final StoredSession stored;
  private final Throttle throttle;
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private final Deque<Runnable> afterAnswers = new ArrayDeque<>();
  private int unanswered;
  private long lastPlace;
  private volatile boolean live;
  private volatile @Nullable FixLogin login;

  OrderSession(SessionID sessionId, StoredSession stored, Throttle throttle) {
    this.sessionId = sessionId;
    this.stored = stored;
    this.throttle = throttle;
    this.lastPlace = stored.journalPlace();
  }

  /** The id under which a session's orders stand in the journal: 63 bits of its name's SHA-256. */
  static long key(SessionID sessionId) {
    try {
      final byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(sessionId.toString().getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(digest).getLong() & Long.MAX_VALUE;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  SessionID sessionId() {
    return sessionId;
  }

  StoredSession stored() {
    return stored;
  }

  Throttle throttle() {
    return throttle;
  }

  long key() {
    return key(sessionId);
  }

  void admit(FixLogin admitted) {
    login = admitted;
  }

  /** Whose session it is; null until its client was seen. */
  @Nullable FixLogin login() {
    return login;
  }

  boolean isLive() {
    return live;
  }

  /** Tells of a place in the journal, unless that has been told. */
  synchronized void tell(long place, Message report) {
    if (place <= lastPlace) {
      return;
    }
    lastPlace = place;
    if (live) {
      sendOf(place, report);
    } else {
      waiting.addLast(new Waiting(place, report));
    }
  }

  /** Sends what waited; from now on reports go out as they happen. */
  synchronized void loggedOn() {
    live = true;
    for (Waiting next = waiting.pollFirst(); next != null; next = waiting.pollFirst()) {
      sendOf(next.place(), next.report());
    }
  }

  /** Must not wait for {@link #tell}, which may be the one that found the connection broken. */
  void loggedOut() {
    live = false;
  }

  private void sendOf(long place, Message report) {
    stored.sendingOf(place, () -> send(report));
  }

  /** Sends a message that tells of nothing in the journal. */
  void send(Message message) {
    final Session session = Session.lookupSession(sessionId);
    if (session == null) {
      throw new IllegalStateException("a session that is logged on is known: " + sessionId);
    }
    session.send(message);
  }

  // ---- requests under way ----------------------------------------------------------------------

  void awaitAnswer(int msgSeqNum) {
    stored.awaitAnswer(msgSeqNum);
    synchronized (afterAnswers) {
      unanswered++;
    }
  }

  void answered(int msgSeqNum) {
    stored.answered(msgSeqNum);
    synchronized (afterAnswers) {
      unanswered--;
      if (unanswered == 0) {
        afterAnswers.forEach(Runnable::run);
        afterAnswers.clear();
      }
    }
  }

  /** Runs it when every request so far has its answer, perhaps at once. */
  void afterAnswers(Runnable then) {
    synchronized (afterAnswers) {
      if (unanswered > 0) {
        afterAnswers.addLast(then);
        return;
      }
    }
    then.run();
  }
}
