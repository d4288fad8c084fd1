package com.ballastmarkets.fix;

import java.util.Set;

/**
 * The terms of a client's sessions, as operations set them.
 *
 * @param messagesPerSecond how many application messages each session may send; 0: what the gateway
 *     is configured to
 * @param beginStrings the versions it may log on with, by BeginString (FIX 8); empty for all
 * @param onDisconnect what goes with a session whose Logon has no tag 8013
 */
public record FixTerms(int messagesPerSecond, Set<String> beginStrings, OnDisconnect onDisconnect) {

  /** What is cancelled when a session ends. */
  public enum OnDisconnect {
    NOTHING,
    QUOTES,
    ORDERS_AND_QUOTES
  }

  /** The terms of a client for whom nothing else was agreed. */
  public static final FixTerms STANDARD = new FixTerms(0, Set.of(), OnDisconnect.QUOTES);

  public FixTerms {
    if (messagesPerSecond < 0) {
      throw new IllegalArgumentException("a rate is not negative: " + messagesPerSecond);
    }
    beginStrings = Set.copyOf(beginStrings);
  }

  /** Whether a Logon of that version is let in. */
  public boolean allows(String beginString) {
    return beginStrings.isEmpty() || beginStrings.contains(beginString);
  }

  /** The session's rate. */
  public int messagesPerSecond(int standard) {
    return messagesPerSecond == 0 ? standard : messagesPerSecond;
  }
}
