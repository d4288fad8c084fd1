package com.ballastmarkets.fix.session;

import com.ballastmarkets.fix.logon.LogonGate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.mina.core.filterchain.IoFilterAdapter;
import org.apache.mina.core.session.AttributeKey;
import org.apache.mina.core.session.IoSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quickfix.SessionID;
import quickfix.mina.SessionConnector;

/**
 * Lets one connection at a time into a session. A client that logs on again right after a cut or a
 * logout is let in when all that its connection before has sent is done and its end seen, and not
 * earlier: else the end of the one would end the other.
 *
 * <pre>
 *   a Logon comes, and in the session is
 *     nobody                ─► in
 *     a closed connection   ─► waits until its end is done; then in
 *     an open connection    ─► it may be gone without our knowing yet: waits a moment; then cut
 * </pre>
 */
final class Turnstile extends IoFilterAdapter implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Turnstile.class);
  private static final AttributeKey DOOR = new AttributeKey(Turnstile.class, "door");
  private static final int PATIENCE_SECONDS = 2;

  private final Map<SessionID, Door> doors = new ConcurrentHashMap<>();
  private final ScheduledExecutorService patience =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("fix-turnstile").daemon().factory());

  /** A connection before the door, and what it has sent since. */
  private record Visitor(NextFilter next, IoSession connection, List<Object> messages) {
    void say(Object message) {
      next.messageReceived(connection, message);
    }
  }

  /** The door of one session. */
  private final class Door {
    private final Deque<Visitor> waiting = new ArrayDeque<>();
    private volatile @Nullable IoSession inside;

    boolean isInside(IoSession connection) {
      return inside == connection;
    }

    synchronized void received(NextFilter next, IoSession connection, Object message) {
      if (inside == null) {
        inside = connection;
      }
      if (isInside(connection)) {
        next.messageReceived(connection, message);
        return;
      }
      for (final Visitor visitor : waiting) {
        if (visitor.connection() == connection) {
          visitor.messages().add(message);
          return;
        }
      }
      final Visitor visitor = new Visitor(next, connection, new ArrayList<>(List.of(message)));
      waiting.addLast(visitor);
      connection.suspendRead();
      final var _ = patience.schedule(() -> lookAgain(visitor), PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** An open connection keeps its place; one that we are closing has had time for it. */
    private synchronized void lookAgain(Visitor visitor) {
      final IoSession before = inside;
      if (before == null || !waiting.contains(visitor)) {
        return;
      }
      if (before.isClosing()) {
        before.closeNow();
      } else {
        LOG.warn(
            "closing {}: its session is in use by {}",
            visitor.connection().getRemoteAddress(),
            before.getRemoteAddress());
        visitor.connection().closeNow();
      }
    }

    synchronized void closed(NextFilter next, IoSession connection) {
      final boolean reachedTheSession =
          connection.getAttribute(SessionConnector.QF_SESSION) != null;
      next.sessionClosed(connection);
      if (!isInside(connection)) {
        waiting.removeIf(visitor -> visitor.connection() == connection);
      } else if (!reachedTheSession) {
        letIn();
      }
    }

    synchronized void letIn() {
      final Visitor visitor = waiting.pollFirst();
      if (visitor != null) {
        visitor.connection().resumeRead();
        visitor.messages().forEach(visitor::say);
      }
      inside = visitor == null ? null : visitor.connection();
    }
  }

  @Override
  public void messageReceived(NextFilter next, IoSession connection, Object message) {
    if (connection.getAttribute(DOOR) instanceof Door door) {
      if (door.isInside(connection)) {
        next.messageReceived(connection, message);
      } else {
        door.received(next, connection, message);
      }
    } else if (connection.getAttribute(LogonGate.SESSION) instanceof SessionID sessionId) {
      final Door door = doors.computeIfAbsent(sessionId, id -> new Door());
      connection.setAttribute(DOOR, door);
      door.received(next, connection, message);
    }
  }

  @Override
  public void sessionClosed(NextFilter next, IoSession connection) {
    if (connection.getAttribute(DOOR) instanceof Door door) {
      door.closed(next, connection);
    } else {
      next.sessionClosed(connection);
    }
  }

  /** The end of the session's connection is done. */
  void ended(SessionID sessionId) {
    final Door door = doors.get(sessionId);
    if (door != null) {
      door.letIn();
    }
  }

  @Override
  public void close() {
    patience.shutdownNow();
  }
}
