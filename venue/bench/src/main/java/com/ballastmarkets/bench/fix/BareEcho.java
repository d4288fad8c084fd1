package com.ballastmarkets.bench.fix;

import java.net.InetSocketAddress;
import quickfix.Acceptor;
import quickfix.ApplicationAdapter;
import quickfix.ConfigError;
import quickfix.DefaultMessageFactory;
import quickfix.FieldNotFound;
import quickfix.Log;
import quickfix.MemoryStoreFactory;
import quickfix.Message;
import quickfix.Session;
import quickfix.SessionFactory;
import quickfix.SessionID;
import quickfix.SessionNotFound;
import quickfix.SessionSettings;
import quickfix.ThreadedSocketAcceptor;

/** The reference: a QuickFIX/J acceptor with a memory store that answers each order at once. */
final class BareEcho implements AutoCloseable {
  /** Sessions of one process are known by their names: the venue's is another. */
  static final String COMP_ID = "ECHO";

  private final ThreadedSocketAcceptor acceptor;
  private final int port;

  BareEcho(int port) throws ConfigError {
    this.port = port;
    final SessionSettings settings = new SessionSettings();
    settings.setString(SessionFactory.SETTING_CONNECTION_TYPE, "acceptor");
    settings.setString(Acceptor.SETTING_SOCKET_ACCEPT_ADDRESS, "127.0.0.1");
    settings.setString(Acceptor.SETTING_SOCKET_ACCEPT_PORT, Integer.toString(port));
    settings.setString("SocketTcpNoDelay", "Y");
    settings.setString(Session.SETTING_NON_STOP_SESSION, "Y");
    settings.setString(Session.SETTING_USE_DATA_DICTIONARY, "N");
    final SessionID session = new SessionID("FIX.4.4", COMP_ID, "BENCH");
    settings.setString(session, SessionSettings.BEGINSTRING, "FIX.4.4");
    settings.setString(session, SessionSettings.SENDERCOMPID, COMP_ID);
    settings.setString(session, SessionSettings.TARGETCOMPID, "BENCH");
    acceptor =
        new ThreadedSocketAcceptor(
            new Echo(),
            new MemoryStoreFactory(),
            settings,
            sessionId -> new Silent(),
            new DefaultMessageFactory());
    acceptor.start();
  }

  InetSocketAddress address() {
    return new InetSocketAddress("127.0.0.1", port);
  }

  @Override
  public void close() {
    acceptor.stop(true);
  }

  /** As cheap as a log can be. */
  private static final class Silent implements Log {
    @Override
    public void clear() {}

    @Override
    public void onIncoming(String message) {}

    @Override
    public void onOutgoing(String message) {}

    @Override
    public void onEvent(String text) {}

    @Override
    public void onErrorEvent(String text) {}
  }

  private static final class Echo extends ApplicationAdapter {
    private long executions;

    @Override
    public void fromApp(Message order, SessionID session) throws FieldNotFound {
      final Message report = new Message();
      report.getHeader().setString(35, "8");
      executions++;
      report.setString(37, Long.toString(executions));
      report.setString(17, Long.toString(executions));
      report.setString(150, "0");
      report.setString(39, "0");
      for (final int tag : new int[] {11, 55, 54, 38, 40, 44, 59}) {
        report.setString(tag, order.getString(tag));
      }
      report.setString(151, order.getString(38));
      report.setString(14, "0");
      report.setString(6, "0");
      try {
        Session.sendToTarget(report, session);
      } catch (SessionNotFound e) {
        throw new IllegalStateException("the session that has just sent is there", e);
      }
    }
  }
}
