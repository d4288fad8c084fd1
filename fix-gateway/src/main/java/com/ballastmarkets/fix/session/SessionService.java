package com.ballastmarkets.fix.session;

import com.ballastmarkets.fix.FixLogin;
import quickfix.FieldNotFound;
import quickfix.Message;
import quickfix.SessionID;
import quickfix.UnsupportedMessageType;

/** What a TargetCompID of the venue does with its sessions. Called on the sessions' threads. */
public interface SessionService {
  /** The name that clients send to (FIX 56 of the client). */
  String targetCompId();

  /** The client has proved who it is; the session is about to see its Logon. */
  void admitted(SessionID sessionId, FixLogin login);

  /**
   * Both sides are logged on.
   *
   * @param cancelOnDisconnect tag 8013 of the Logon
   */
  void loggedOn(SessionID sessionId, boolean cancelOnDisconnect);

  /**
   * As {@link #loggedOn(SessionID, boolean)}, for a service that has quotes.
   *
   * @param cancelQuotes whether quotes go with the session: so unless tag 8013 is N
   */
  default void loggedOn(SessionID sessionId, boolean cancelOnDisconnect, boolean cancelQuotes) {
    loggedOn(sessionId, cancelOnDisconnect);
  }

  /** The session has ended: by Logout, by a cut connection or by a missing heartbeat. */
  void loggedOut(SessionID sessionId);

  /**
   * An application message that fits the dictionary, in sequence.
   *
   * @throws FieldNotFound answered with a business reject that names the field
   * @throws UnsupportedMessageType answered with a business reject
   */
  void received(Message message, SessionID sessionId) throws FieldNotFound, UnsupportedMessageType;

  /**
   * Whether sent messages are kept, so that a client can have them resent; if not, it gets gap
   * fills and asks the service itself for what it missed.
   */
  default boolean keepsMessages() {
    return true;
  }

  /** How many messages may wait for a client that does not read; 0 leaves it to the FIX engine. */
  default int maxUnreadMessages() {
    return 0;
  }

  /**
   * More than {@link #maxUnreadMessages} wait for the client. Called once for a connection, on
   * whatever thread has written.
   *
   * @param cut closes the connection when what was written is read, or some seconds later
   */
  default void fellBehind(SessionID sessionId, Runnable cut) {}
}
