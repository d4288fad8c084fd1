package com.ballastmarkets.fix;

/** The gateway cannot start or go on. The message says what to mend. */
public final class FixGatewayException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public FixGatewayException(String message, Throwable cause) {
    super(message, cause);
  }

  public FixGatewayException(String message) {
    super(message);
  }
}
