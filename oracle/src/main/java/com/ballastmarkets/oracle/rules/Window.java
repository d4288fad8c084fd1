package com.ballastmarkets.oracle.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * An observation window of whole UTC days, half-open.
 *
 * @param from the first day
 * @param until the day after the last; its start is E
 */
public record Window(LocalDate from, LocalDate until) {
  public Window {
    if (!from.isBefore(until)) {
      throw new IllegalArgumentException("a window has at least one day");
    }
  }

  /** When it opens. */
  public Instant opens() {
    return from.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** E: when it ends and trading stops. */
  public Instant expiry() {
    return until.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  public List<LocalDate> days() {
    return from.datesUntil(until).toList();
  }

  public int length() {
    return Math.toIntExact(ChronoUnit.DAYS.between(from, until));
  }

  /** The days right before it. */
  public Window before(int days) {
    return new Window(from.minusDays(days), from);
  }

  public boolean contains(LocalDate day) {
    return !day.isBefore(from) && day.isBefore(until);
  }
}
