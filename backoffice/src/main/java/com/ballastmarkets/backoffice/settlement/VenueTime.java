package com.ballastmarkets.backoffice.settlement;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** The journal's nanoseconds and the database's microseconds. */
final class VenueTime {
  private static final long NANOS = 1_000_000_000L;

  private VenueTime() {}

  static Instant instant(long nanos) {
    return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS), Math.floorMod(nanos, NANOS));
  }

  static long nanos(Instant instant) {
    return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), NANOS), instant.getNano());
  }

  /** As the database keeps it: cut to microseconds. */
  static Instant stored(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MICROS);
  }

  static OffsetDateTime utc(Instant instant) {
    return stored(instant).atOffset(ZoneOffset.UTC);
  }
}
