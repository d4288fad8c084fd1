package com.ballastmarkets.oracle.telemetry;

/** Thrown for a telemetry file that cannot be read as a whole; the message says why, in words. */
public final class MalformedTelemetryException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  public MalformedTelemetryException(String message) {
    super(message);
  }
}
