package com.ballastmarkets.oracle.merkle;

/** Thrown for a Merkle proof that does not hold; the message says in words why. */
public final class InvalidProofException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  public InvalidProofException(String message) {
    super(message);
  }
}
