package com.ballastmarkets.backoffice.treasury;

import com.ballastmarkets.domain.event.RejectReason;

/** The engine refused a command; nothing has changed. */
public final class CommandRefusedException extends RuntimeException {
  private final RejectReason reason;

  public CommandRefusedException(RejectReason reason) {
    super("the venue refused: " + reason);
    this.reason = reason;
  }

  public RejectReason reason() {
    return reason;
  }
}
