package com.ballastmarkets.fix.session;

import com.ballastmarkets.fix.FixLogin;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import quickfix.Message;
import quickfix.Session;
import quickfix.SessionID;

/**
 * A session that is told of the journal: everything once, in order, and what happened while its
 * client was away when it is back.
 *
 * <p>What happens while the client is away waits here and is sent, under new numbers, when it is
 * back. What was sent and did not arrive is resent by the FIX engine on request.
 */
public final class ToldSession {
  /** A message and the place in the journal that it tells of. */
  private record Waiting(long place, Message message) {}

  private final SessionID sessionId;
  private final StoredSession stored;
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private long lastPlace;
  private volatile boolean live;
  private volatile @Nullable FixLogin login;

  public ToldSession(SessionID sessionId, StoredSession stored) {
    this.sessionId = sessionId;
    this.stored = stored;
    this.lastPlace = stored.journalPlace();
  }

  public SessionID sessionId() {
    return sessionId;
  }

  public StoredSession stored() {
    return stored;
  }

  public void admit(FixLogin admitted) {
    login = admitted;
  }

  /** Whose session it is; null until its client was seen. */
  public @Nullable FixLogin login() {
    return login;
  }

  public boolean isLive() {
    return live;
  }

  /** Whether a place in the journal has been told, or lies before the session's beginning. */
  public synchronized boolean isTold(long place) {
    return place <= lastPlace;
  }

  /** What happened up to that place is not told to this session. */
  public synchronized void beginAfter(long place) {
    lastPlace = Math.max(lastPlace, place);
  }

  /** Tells of a place in the journal, unless that has been told. */
  public void tell(long place, Message message) {
    tell(place, () -> message);
  }

  /** Tells of a place in the journal, unless that has been told; the message is made if it is. */
  public synchronized void tell(long place, Supplier<Message> message) {
    if (place <= lastPlace) {
      return;
    }
    lastPlace = place;
    if (live) {
      sendOf(place, message.get());
    } else {
      waiting.addLast(new Waiting(place, message.get()));
    }
  }

  /** Sends what waited; from now on everything goes out as it happens. */
  public synchronized void loggedOn() {
    live = true;
    for (Waiting next = waiting.pollFirst(); next != null; next = waiting.pollFirst()) {
      sendOf(next.place(), next.message());
    }
  }

  /** Must not wait for {@link #tell}, which may be the one that found the connection broken. */
  public void loggedOut() {
    live = false;
  }

  private void sendOf(long place, Message message) {
    stored.sendingOf(place, () -> send(message));
  }

  /** Sends a message that tells of nothing in the journal. */
  public void send(Message message) {
    final Session session = Session.lookupSession(sessionId);
    if (session == null) {
      throw new IllegalStateException("a session that is logged on is known: " + sessionId);
    }
    session.send(message);
  }
}
