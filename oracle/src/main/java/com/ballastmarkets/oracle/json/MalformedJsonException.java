package com.ballastmarkets.oracle.json;

/**
 * Thrown for text that is not the JSON it should be; the message names what was wrong, in words.
 */
public final class MalformedJsonException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  public MalformedJsonException(String message) {
    super(message);
  }
}
