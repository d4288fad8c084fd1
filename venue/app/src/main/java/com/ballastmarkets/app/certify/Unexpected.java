package com.ballastmarkets.app.certify;

/** The venue did something else than the case expects. */
final class Unexpected extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String expected;
  private final String seen;

  Unexpected(String expected, String seen) {
    super("expected " + expected + ", saw " + seen);
    this.expected = expected;
    this.seen = seen;
  }

  String expected() {
    return expected;
  }

  String seen() {
    return seen;
  }
}
