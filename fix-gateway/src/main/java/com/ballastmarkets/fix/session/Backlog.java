package com.ballastmarkets.fix.session;

import com.ballastmarkets.fix.logon.LogonGate;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.mina.core.filterchain.IoFilterAdapter;
import org.apache.mina.core.session.AttributeKey;
import org.apache.mina.core.session.IoSession;
import org.apache.mina.core.write.WriteRequest;
import quickfix.SessionID;

/** Watches how much waits for clients that do not read, and tells their services. */
final class Backlog extends IoFilterAdapter implements AutoCloseable {
  private static final AttributeKey BEHIND = new AttributeKey(Backlog.class, "behind");
  private static final int READ_WITHIN_SECONDS = 30;
  private static final int LOOK_EVERY_MILLIS = 1_000;

  private final Function<String, SessionService> services;
  private final ScheduledExecutorService cuts =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("fix-backlog").daemon().factory());

  /**
   * @param services by TargetCompID
   */
  Backlog(Function<String, SessionService> services) {
    this.services = services;
  }

  @Override
  public void filterWrite(NextFilter next, IoSession session, WriteRequest request)
      throws Exception {
    next.filterWrite(session, request);
    if (session.getAttribute(LogonGate.SESSION) instanceof SessionID sessionId) {
      final SessionService service = services.apply(sessionId.getSenderCompID());
      final int limit = service.maxUnreadMessages();
      if (limit > 0
          && session.getScheduledWriteMessages() > limit
          && session.setAttributeIfAbsent(BEHIND, true) == null) {
        service.fellBehind(sessionId, () -> cut(session));
      }
    }
  }

  /**
   * Closing at once would throw away what the client has not read, the reason for the cut with it:
   * the connection stays until all is read and the client has had a moment to leave by itself.
   */
  private void cut(IoSession session) {
    final long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(READ_WITHIN_SECONDS);
    later(() -> look(session, deadline));
  }

  private void later(Runnable task) {
    final var _ = cuts.schedule(task, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void look(IoSession session, long deadline) {
    if (System.nanoTime() > deadline) {
      session.closeNow();
    } else if (session.isConnected()) {
      final boolean isRead = session.getScheduledWriteMessages() == 0;
      later(isRead ? session::closeNow : () -> look(session, deadline));
    }
  }

  @Override
  public void close() {
    cuts.shutdownNow();
  }
}
