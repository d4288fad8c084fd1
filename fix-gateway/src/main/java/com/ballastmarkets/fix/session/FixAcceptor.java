package com.ballastmarkets.fix.session;

import com.ballastmarkets.fix.FixConfig;
import com.ballastmarkets.fix.FixCredentials;
import com.ballastmarkets.fix.FixGatewayException;
import com.ballastmarkets.fix.dictionary.Dictionaries;
import com.ballastmarkets.fix.dictionary.Profile;
import com.ballastmarkets.fix.logon.LogonGate;
import com.ballastmarkets.fix.logon.WireLimit;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.mina.core.filterchain.IoFilterChain;
import org.apache.mina.filter.ssl.SslFilter;
import org.jspecify.annotations.Nullable;
import quickfix.Acceptor;
import quickfix.ConfigError;
import quickfix.DefaultSessionFactory;
import quickfix.MessageStoreFactory;
import quickfix.RuntimeError;
import quickfix.Session;
import quickfix.SessionFactory;
import quickfix.SessionID;
import quickfix.SessionSettings;

/** The FIX engine: one listener for all profiles and services, a thread for each session. */
public final class FixAcceptor implements AutoCloseable {
  /** A client that has not read so many messages is cut; it has them resent when it is back. */
  private static final String MAX_UNREAD_MESSAGES = "100000";

  private final GatewayAcceptor acceptor;
  private final Turnstile turnstile = new Turnstile();
  private final Backlog backlog;
  private final SessionWatch watch;
  private boolean started;

  /**
   * @param services by TargetCompID
   * @param credentials to look after who is logged on
   * @param gate makes the gate that tells of admitted clients
   */
  public FixAcceptor(
      FixConfig config,
      Dictionaries dictionaries,
      SessionLog log,
      Map<String, SessionService> services,
      FixCredentials credentials,
      Function<LogonGate.Admission, LogonGate> gate) {
    final MessageStoreFactory stores =
        sessionId -> store(log, sessionId, serviceOf(services, sessionId.getSenderCompID()));
    final GatewayApplication application = new GatewayApplication(services, config.sandbox());
    final SessionFactory factory =
        new DefaultSessionFactory(application, stores, MessageLog.factory(), new PlainMessages());
    final Map<String, SessionSettings> profiles = new LinkedHashMap<>();
    for (final Profile profile : Profile.values()) {
      profiles.put(profile.beginString(), settings(dictionaries, profile));
    }
    final GatewaySessions sessions = new GatewaySessions(factory, profiles);
    watch = new SessionWatch(credentials, sessions, application::admitted);
    final LogonGate logonGate =
        gate.apply((beginString, login, targetCompId, nextExpected) -> {
          final SessionID sessionId =
              new SessionID(beginString, targetCompId, login.senderCompId());
          sessions.expect(sessionId, nextExpected);
          watch.admitted(sessionId, login);
        });
    backlog = new Backlog(name -> serviceOf(services, name));
    try {
      acceptor = new GatewayAcceptor(factory, listener(config), turnstile::ended);
    } catch (ConfigError e) {
      throw new FixGatewayException("the FIX listener is not configured", e);
    }
    acceptor.setSessionProvider(address(config), sessions);
    final FixConfig.Tls tls = config.tls();
    final @Nullable SslFilter encryption = tls == null ? null : Encryption.filter(tls);
    acceptor.setIoFilterChainBuilder(chain -> {
      guard(chain, encryption, logonGate);
      chain.addLast("turnstile", turnstile);
      chain.addLast("backlog", backlog);
    });
  }

  /** From the wire inwards: limit, TLS, the codec that is there already, gate. */
  private static void guard(IoFilterChain chain, @Nullable SslFilter encryption, LogonGate gate) {
    if (encryption != null) {
      chain.addFirst("tls", encryption);
    }
    chain.addFirst("wire-limit", new WireLimit());
    chain.addLast("logon-gate", gate);
  }

  private static SessionService serviceOf(Map<String, SessionService> services, String name) {
    final SessionService service = services.get(name);
    if (service == null) {
      throw new IllegalStateException("the gate lets nobody in for " + name);
    }
    return service;
  }

  private static StoredSession store(SessionLog log, SessionID sessionId, SessionService service) {
    try {
      final StoredSession stored = log.session(sessionId.toString());
      if (!service.keepsMessages()) {
        stored.keepNumbersOnly();
      }
      return stored;
    } catch (IOException e) {
      throw new RuntimeError(e);
    }
  }

  private static InetSocketAddress address(FixConfig config) {
    return new InetSocketAddress(config.host(), config.port());
  }

  /** The engine wants one session to listen for; this one nobody can log on to. */
  private static SessionSettings listener(FixConfig config) {
    final SessionSettings settings = new SessionSettings();
    final SessionID template = new SessionID(Profile.FIX44.beginString(), "template", "template");
    settings.setString(template, SessionFactory.SETTING_CONNECTION_TYPE, "acceptor");
    settings.setString(template, Acceptor.SETTING_ACCEPTOR_TEMPLATE, "Y");
    settings.setString(template, Acceptor.SETTING_SOCKET_ACCEPT_ADDRESS, config.host());
    settings.setString(
        template, Acceptor.SETTING_SOCKET_ACCEPT_PORT, Integer.toString(config.port()));
    settings.setString("SocketTcpNoDelay", "Y");
    settings.setString("SocketReuseAddress", "Y");
    settings.setString(Session.SETTING_LOG_MESSAGE_WHEN_SESSION_NOT_FOUND, "N");
    return settings;
  }

  private static SessionSettings settings(Dictionaries dictionaries, Profile profile) {
    final SessionSettings settings = new SessionSettings();
    settings.setString(SessionFactory.SETTING_CONNECTION_TYPE, "acceptor");
    settings.setString(Session.SETTING_NON_STOP_SESSION, "Y");
    settings.setString(Session.SETTING_TIMESTAMP_PRECISION, "MILLIS");
    settings.setString(Session.SETTING_VALIDATE_USER_DEFINED_FIELDS, "Y");
    settings.setString(Session.SETTING_REJECT_MESSAGE_ON_UNHANDLED_EXCEPTION, "Y");
    settings.setString(Session.SETTING_MAX_SCHEDULED_WRITE_REQUESTS, MAX_UNREAD_MESSAGES);
    switch (profile) {
      case FIX44 ->
          settings.setString(Session.SETTING_DATA_DICTIONARY, dictionaries.fix44().toString());
      case FIX50SP2 -> {
        settings.setString(Session.SETTING_DEFAULT_APPL_VER_ID, "FIX.5.0SP2");
        settings.setString(
            Session.SETTING_TRANSPORT_DATA_DICTIONARY, dictionaries.fixt11().toString());
        settings.setString(Session.SETTING_APP_DATA_DICTIONARY, dictionaries.fix50sp2().toString());
      }
    }
    return settings;
  }

  /** Listens from now on. */
  public void start() {
    try {
      acceptor.start();
      started = true;
      watch.start();
    } catch (ConfigError | RuntimeError e) {
      throw new FixGatewayException("the FIX listener cannot start: " + reason(e), e);
    }
  }

  private static String reason(Throwable e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage());
  }

  /** The port that is listened on. */
  public int port() {
    final var endpoint = acceptor.getEndpoints().iterator().next();
    return ((InetSocketAddress) endpoint.getLocalAddress()).getPort();
  }

  @Override
  public void close() {
    watch.close();
    if (started) {
      started = false;
      acceptor.stop();
    }
    turnstile.close();
    backlog.close();
  }
}
