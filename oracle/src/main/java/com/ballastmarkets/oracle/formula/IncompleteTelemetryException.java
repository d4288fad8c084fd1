package com.ballastmarkets.oracle.formula;

/** Thrown when there are too few observations to compute a value; the message says what lacks. */
public final class IncompleteTelemetryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public IncompleteTelemetryException(String message) {
    super(message);
  }
}
