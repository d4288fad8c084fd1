package com.ballastmarkets.clearing.maker;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An ISO week, Monday 00:00 UTC to Monday 00:00.
 *
 * @param number weeks since that of 1970-01-01
 */
public record RewardWeek(long number) implements Comparable<RewardWeek> {
  private static final long SECONDS = 7 * 24 * 3600;

  /** 1970-01-01 was a Thursday. */
  private static final long FIRST_MONDAY_SECONDS = -3 * 24 * 3600;

  private static final long NANOS = 1_000_000_000L;
  private static final Pattern TEXT = Pattern.compile("(\\d{4})-W(\\d{2})");

  /** The week of a whole second since 1970. */
  static RewardWeek ofSecond(long second) {
    return new RewardWeek(Math.floorDiv(second - FIRST_MONDAY_SECONDS, SECONDS));
  }

  /** The week of a time in nanoseconds since 1970. */
  public static RewardWeek of(long timeNanos) {
    return ofSecond(Math.floorDiv(timeNanos, NANOS));
  }

  /**
   * Reads {@code 2026-W47}.
   *
   * @throws IllegalArgumentException if it is no ISO week
   */
  public static RewardWeek parse(String text) {
    final Matcher matcher = TEXT.matcher(text);
    if (matcher.matches()) {
      final RewardWeek week =
          of(
              Math.multiplyExact(
                  LocalDate.of(Integer.parseInt(matcher.group(1)), 1, 4)
                          .plusWeeks(Integer.parseInt(matcher.group(2)) - 1L)
                          .toEpochDay()
                      * 24L
                      * 3600L,
                  NANOS));
      if (week.toString().equals(text)) {
        return week;
      }
    }
    throw new IllegalArgumentException("a week is like 2026-W47: " + text);
  }

  /** Its first second. */
  long firstSecond() {
    return number * SECONDS + FIRST_MONDAY_SECONDS;
  }

  /** Where it ends, in nanoseconds since 1970. */
  public long endNanos() {
    return Math.multiplyExact(next().firstSecond(), NANOS);
  }

  public LocalDate monday() {
    return LocalDate.ofEpochDay(Math.floorDiv(firstSecond(), 24 * 3600));
  }

  public RewardWeek next() {
    return new RewardWeek(number + 1);
  }

  @Override
  public int compareTo(RewardWeek other) {
    return Long.compare(number, other.number);
  }

  @Override
  public String toString() {
    final LocalDate monday = monday();
    return "%d-W%02d"
        .formatted(
            monday.get(IsoFields.WEEK_BASED_YEAR), monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
  }
}
