package com.ballastmarkets.fix;

import java.util.Optional;

/** Who may log on. Asked at every logon, so a change holds from the next logon on. */
@FunctionalInterface
public interface FixCredentials {
  /**
   * The login of a SenderCompID (FIX 49 of the client), empty if there is none or it is locked.
   * Called on a network thread: answer within milliseconds.
   */
  Optional<FixLogin> find(String senderCompId);
}
