package com.ballastmarkets.fix.session;

import com.ballastmarkets.fix.FixLogin;
import com.ballastmarkets.fix.FixTerms;
import com.ballastmarkets.fix.dictionary.MessageType;
import com.ballastmarkets.fix.dictionary.Tag;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import quickfix.Application;
import quickfix.FieldNotFound;
import quickfix.Message;
import quickfix.RejectLogon;
import quickfix.SessionID;
import quickfix.UnsupportedMessageType;
import quickfix.field.DefaultApplVerID;

/** Hands what the FIX engine says of a session to the service that the session is for. */
public final class GatewayApplication implements Application {
  private static final String FIX50SP2 = "9";

  private final Map<String, SessionService> services;
  private final boolean sandbox;

  /**
   * Tag 8013 of the Logon, where it was there: its absence means other things to other services.
   */
  private final Map<SessionID, Boolean> cancelOnDisconnect = new ConcurrentHashMap<>();

  private final Map<SessionID, FixTerms> terms = new ConcurrentHashMap<>();

  /**
   * @param services by TargetCompID
   * @param sandbox whether logons are marked as test sessions
   */
  public GatewayApplication(Map<String, SessionService> services, boolean sandbox) {
    this.services = Map.copyOf(services);
    this.sandbox = sandbox;
  }

  private SessionService service(SessionID sessionId) {
    final SessionService service = services.get(sessionId.getSenderCompID());
    if (service == null) {
      throw new IllegalStateException("no service for " + sessionId);
    }
    return service;
  }

  /** The client has proved who it is. */
  void admitted(SessionID sessionId, FixLogin login) {
    terms.put(sessionId, login.terms());
    service(sessionId).admitted(sessionId, login);
  }

  @Override
  public void onCreate(SessionID sessionId) {
    // A session exists before its client is there; nothing is owed to it yet.
  }

  @Override
  public void onLogon(SessionID sessionId) {
    final FixTerms.OnDisconnect agreed =
        terms.getOrDefault(sessionId, FixTerms.STANDARD).onDisconnect();
    service(sessionId)
        .loggedOn(
            sessionId,
            cancelOnDisconnect.getOrDefault(
                sessionId, agreed == FixTerms.OnDisconnect.ORDERS_AND_QUOTES),
            cancelOnDisconnect.getOrDefault(sessionId, agreed != FixTerms.OnDisconnect.NOTHING));
  }

  @Override
  public void onLogout(SessionID sessionId) {
    service(sessionId).loggedOut(sessionId);
  }

  @Override
  public void toAdmin(Message message, SessionID sessionId) {
    if (sandbox && isLogon(message)) {
      message.setBoolean(Tag.TEST_MESSAGE_INDICATOR, true);
    }
  }

  @Override
  public void fromAdmin(Message message, SessionID sessionId) throws FieldNotFound, RejectLogon {
    if (!isLogon(message)) {
      return;
    }
    if (sessionId.isFIXT() && !FIX50SP2.equals(message.getString(DefaultApplVerID.FIELD))) {
      throw new RejectLogon("DefaultApplVerID (1137) is 9 here");
    }
    if (!sandbox
        && message.isSetField(Tag.TEST_MESSAGE_INDICATOR)
        && message.getBoolean(Tag.TEST_MESSAGE_INDICATOR)) {
      throw new RejectLogon("TestMessageIndicator (464) does not fit: this is not the sandbox");
    }
    if (message.isSetField(Tag.CANCEL_ON_DISCONNECT)) {
      cancelOnDisconnect.put(sessionId, message.getBoolean(Tag.CANCEL_ON_DISCONNECT));
    } else {
      cancelOnDisconnect.remove(sessionId);
    }
  }

  @Override
  public void toApp(Message message, SessionID sessionId) {
    // Sent as it is: what a resent report says was true when it happened.
  }

  @Override
  public void fromApp(Message message, SessionID sessionId)
      throws FieldNotFound, UnsupportedMessageType {
    service(sessionId).received(message, sessionId);
  }

  private static boolean isLogon(Message message) {
    return message.getHeader().isSetField(Tag.MSG_TYPE)
        && MessageType.LOGON.equals(message.getHeader().getOptionalString(Tag.MSG_TYPE).orElse(""));
  }
}
