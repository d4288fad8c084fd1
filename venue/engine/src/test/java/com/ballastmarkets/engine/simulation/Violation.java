package com.ballastmarkets.engine.simulation;

/** Something that must hold does not. */
final class Violation extends AssertionError {
  private static final long serialVersionUID = 1L;

  private Violation(String what) {
    super(what);
  }

  /** Throws unless it holds; the words are put together only then. */
  static void unless(boolean holds, String what, Object... details) {
    if (!holds) {
      throw new Violation(what.formatted(details));
    }
  }

  /** Throws unless both are equal. */
  static void unlessEqual(long found, long expected, String what, Object about) {
    if (found != expected) {
      throw new Violation(
          "%s: %d, and not %d as it should be: %s".formatted(what, found, expected, about));
    }
  }
}
