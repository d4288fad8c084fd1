package com.ballastmarkets.backoffice.treasury.transfer;

/** A rail could not be used; nothing is known to have changed, and it may be tried again. */
public final class TransferRailException extends RuntimeException {
  public TransferRailException(String message) {
    super(message);
  }

  public TransferRailException(String message, Throwable cause) {
    super(message, cause);
  }
}
