package com.ballastmarkets.api.market;

/** Lots traded in the last 24 hours, to the minute. Time never goes back. */
final class RollingVolume {
  private static final int MINUTES = 24 * 60;
  private static final long MINUTE_NANOS = 60_000_000_000L;

  private final long[] byMinute = new long[MINUTES];
  private long minute;
  private long sum;

  void add(long timeNanos, long lots) {
    moveTo(timeNanos);
    byMinute[slot(minute)] += lots;
    sum += lots;
  }

  long at(long timeNanos) {
    moveTo(timeNanos);
    return sum;
  }

  private void moveTo(long timeNanos) {
    final long now = Math.floorDiv(timeNanos, MINUTE_NANOS);
    final long passed = Math.min(now - minute, MINUTES);
    for (long i = 1; i <= passed; i++) {
      final int slot = slot(now - passed + i);
      sum -= byMinute[slot];
      byMinute[slot] = 0;
    }
    minute = Math.max(minute, now);
  }

  private static int slot(long minute) {
    return (int) Math.floorMod(minute, (long) MINUTES);
  }
}
