package com.ballastmarkets.app.desk;

import java.time.Instant;

/** Venue time between its two forms: nanoseconds in the engine, instants in the back office. */
final class VenueInstants {
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private VenueInstants() {}

  static long nanos(Instant instant) {
    return Math.addExact(
        Math.multiplyExact(instant.getEpochSecond(), NANOS_PER_SECOND), instant.getNano());
  }

  static Instant instant(long nanos) {
    return Instant.ofEpochSecond(
        Math.floorDiv(nanos, NANOS_PER_SECOND), Math.floorMod(nanos, NANOS_PER_SECOND));
  }
}
