package com.ballastmarkets.fix.order;

import com.ballastmarkets.fix.FixLogin;
import com.ballastmarkets.fix.session.StoredSession;
import com.ballastmarkets.fix.session.Throttle;
import com.ballastmarkets.fix.session.ToldSession;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import quickfix.Message;
import quickfix.SessionID;

/** One order entry session: what it is told, and what it waits for. */
final class OrderSession {
  private final ToldSession told;
  private final long key;
  private final Throttle throttle;
  private final Deque<Runnable> afterAnswers = new ArrayDeque<>();
  private int unanswered;

  OrderSession(SessionID sessionId, StoredSession stored, Throttle throttle) {
    this.told = new ToldSession(sessionId, stored);
    this.key = key(sessionId);
    this.throttle = throttle;
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
    return told.sessionId();
  }

  StoredSession stored() {
    return told.stored();
  }

  Throttle throttle() {
    return throttle;
  }

  long key() {
    return key;
  }

  void admit(FixLogin admitted) {
    told.admit(admitted);
  }

  /** Whose session it is; null until its client was seen. */
  @Nullable FixLogin login() {
    return told.login();
  }

  /** Whether something is to be cancelled for a client that has gone. */
  boolean owesCancel() {
    return stored().owesCancel() || stored().owesQuoteCancel();
  }

  boolean isLive() {
    return told.isLive();
  }

  /** Tells of a place in the journal, unless that has been told. */
  void tell(long place, Message report) {
    told.tell(place, report);
  }

  /** Sends what waited; from now on reports go out as they happen. */
  void loggedOn() {
    told.loggedOn();
  }

  void loggedOut() {
    told.loggedOut();
  }

  /** Sends a message that tells of nothing in the journal. */
  void send(Message message) {
    told.send(message);
  }

  // ---- requests under way ----------------------------------------------------------------------

  void awaitAnswer(int msgSeqNum) {
    stored().awaitAnswer(msgSeqNum);
    synchronized (afterAnswers) {
      unanswered++;
    }
  }

  void answered(int msgSeqNum) {
    stored().answered(msgSeqNum);
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
