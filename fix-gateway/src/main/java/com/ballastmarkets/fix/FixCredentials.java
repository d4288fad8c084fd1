package com.ballastmarkets.fix;

import java.util.Optional;

/**
 * Who may log on. Asked at every logon, and about every second for who is logged on: a change holds
 * at once, and who is no longer found is logged out.
 */
@FunctionalInterface
public interface FixCredentials {
  /**
   * The login of a SenderCompID (FIX 49 of the client), empty if there is none or it is locked.
   * Called on a network thread: answer within milliseconds.
   */
  Optional<FixLogin> find(String senderCompId);
}
