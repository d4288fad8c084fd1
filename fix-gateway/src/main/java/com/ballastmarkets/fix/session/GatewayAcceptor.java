package com.ballastmarkets.fix.session;

import java.io.IOException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quickfix.ConfigError;
import quickfix.Session;
import quickfix.SessionFactory;
import quickfix.SessionID;
import quickfix.SessionSettings;
import quickfix.mina.EventHandlingStrategy;
import quickfix.mina.acceptor.AbstractSocketAcceptor;

/** The FIX engine's listener, with {@link SessionThreads} of our own. */
final class GatewayAcceptor extends AbstractSocketAcceptor {
  private static final Logger LOG = LoggerFactory.getLogger(GatewayAcceptor.class);

  private final SessionThreads threads;

  /**
   * @param ended is told when the end of a session's connection is done
   */
  GatewayAcceptor(SessionFactory factory, SessionSettings settings, Consumer<SessionID> ended)
      throws ConfigError {
    super(settings, factory);
    threads = new SessionThreads(this, ended);
  }

  @Override
  public void start() throws ConfigError {
    startAcceptingConnections();
  }

  /** Logs all sessions out, and waits until what they had sent is done. */
  @Override
  public void stop(boolean force) {
    logoutAllSessions(force);
    stopAcceptingConnections();
    stopSessionTimer();
    threads.stop();
    for (final Session session : getManagedSessions()) {
      try {
        session.close();
      } catch (IOException e) {
        LOG.warn("{} was not closed", session.getSessionID(), e);
      }
    }
    clearConnectorSessions();
  }

  @Override
  protected EventHandlingStrategy getEventHandlingStrategy() {
    return threads;
  }
}
