package com.ballastmarkets.backoffice.ledger;

import java.time.Duration;
import java.util.List;

/**
 * Postings that belong together and sum to zero.
 *
 * @param sequence of the first engine event in it
 * @param timeNanos venue time of the events
 * @param epochDay the UTC day that it is booked on
 */
record Journal(
    long sequence, PostingRule rule, long timeNanos, long epochDay, List<Posting> postings) {
  private static final long NANOS_PER_DAY = Duration.ofDays(1).toNanos();

  static long epochDay(long timeNanos) {
    return Math.floorDiv(timeNanos, NANOS_PER_DAY);
  }
}
