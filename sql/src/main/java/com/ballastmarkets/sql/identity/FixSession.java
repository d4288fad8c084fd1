package com.ballastmarkets.sql.identity;

import java.util.List;

/**
 * The terms of a client's FIX sessions.
 *
 * @param senderCompId the client's CompID (FIX 49)
 * @param messagesPerSecond 0 for the gateway's own rate
 * @param beginStrings the versions it may log on with; empty for all
 * @param enabled whether it may be logged on
 */
public record FixSession(
    String senderCompId,
    int messagesPerSecond,
    List<String> beginStrings,
    OnDisconnect onDisconnect,
    boolean enabled) {

  /** What is cancelled when a session ends whose Logon does not say (tag 8013). */
  public enum OnDisconnect {
    NOTHING,
    QUOTES,
    ORDERS_AND_QUOTES
  }

  public FixSession {
    beginStrings = List.copyOf(beginStrings);
  }

  /** The terms of a client for whom nothing else was agreed. */
  public static FixSession standard(String senderCompId) {
    return new FixSession(senderCompId, 0, List.of(), OnDisconnect.QUOTES, true);
  }
}
