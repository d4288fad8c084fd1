package com.ballastmarkets.fix.session;

import com.ballastmarkets.fix.FixCredentials;
import com.ballastmarkets.fix.FixLogin;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quickfix.SessionID;

/**
 * Looks every second at whoever is logged on: new terms hold at once, and who may no longer be
 * there is logged out.
 */
final class SessionWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SessionWatch.class);
  private static final int EVERY_SECONDS = 1;

  /** Learns that a client was let in, or is on other terms now. */
  @FunctionalInterface
  interface Admitted {
    void admitted(SessionID sessionId, FixLogin login);
  }

  private final FixCredentials credentials;
  private final GatewaySessions sessions;
  private final Admitted admitted;
  private final Map<SessionID, FixLogin> logins = new ConcurrentHashMap<>();
  private final ScheduledExecutorService looking =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("fix-session-watch").daemon().factory());

  SessionWatch(FixCredentials credentials, GatewaySessions sessions, Admitted admitted) {
    this.credentials = credentials;
    this.sessions = sessions;
    this.admitted = admitted;
  }

  void start() {
    final var _ =
        looking.scheduleWithFixedDelay(this::look, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
  }

  /** A client is let in. */
  void admitted(SessionID sessionId, FixLogin login) {
    logins.put(sessionId, login);
    admitted.admitted(sessionId, login);
  }

  private void look() {
    for (final SessionID sessionId : sessions.connected()) {
      try {
        look(sessionId);
      } catch (RuntimeException e) {
        LOG.error("{} could not be looked after", sessionId, e);
      }
    }
  }

  private void look(SessionID sessionId) {
    final FixLogin before = logins.get(sessionId);
    final Optional<FixLogin> now = credentials.find(sessionId.getTargetCompID());
    if (before == null || now.equals(Optional.of(before))) {
      return;
    }
    final boolean stays =
        now.isPresent()
            && now.get().apiKey().equals(before.apiKey())
            && now.get().accountId() == before.accountId()
            && now.get().terms().allows(sessionId.getBeginString());
    if (stays) {
      admitted(sessionId, now.get());
    } else {
      LOG.warn("{} may no longer be logged on", sessionId);
      sessions.end(sessionId, "Session disabled");
    }
  }

  @Override
  public void close() {
    looking.shutdownNow();
  }
}
