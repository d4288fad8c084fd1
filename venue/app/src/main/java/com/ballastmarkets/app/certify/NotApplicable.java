package com.ballastmarkets.app.certify;

/** The case cannot be run against this target, and why. */
final class NotApplicable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotApplicable(String reason) {
    super(reason);
  }
}
