package com.ballastmarkets.domain.quote;

/**
 * When a maker wants its quotes out of the market: as soon as the fills of a group's quotes within
 * a rolling interval reach one of these. Only fills of quotes count.
 *
 * @param intervalNanos the interval's length in venue time: a fill counts for so long, exclusive; 1
 *     nanosecond to 24 hours, or 0 if there is no limit
 * @param lots Σ lots; 0 for no limit
 * @param netDelta |Σ side × lots|; 0 for no limit
 * @param fills how many fills; 0 for no limit
 */
public record ProtectionLimits(long intervalNanos, long lots, long netDelta, long fills) {
  /** No protection. */
  public static final ProtectionLimits NONE = new ProtectionLimits(0, 0, 0, 0);

  private static final long DAY_NANOS = 86_400_000_000_000L;

  /** Whether there is anything to reach. */
  public boolean isNone() {
    return lots == 0 && netDelta == 0 && fills == 0;
  }

  /** Whether the figures make sense: none negative, and an interval if there is a limit. */
  public boolean isValid() {
    return lots >= 0
        && netDelta >= 0
        && fills >= 0
        && intervalNanos >= (isNone() ? 0 : 1)
        && intervalNanos <= DAY_NANOS;
  }
}
