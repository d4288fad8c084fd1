package com.ballastmarkets.fix.session;

/**
 * A token bucket: so many messages a second, and at most one second's worth at once. One thread
 * uses it.
 */
public final class Throttle {
  private static final long NANOS_PER_SECOND = 1_000_000_000L;
  private final int perSecond;
  private double tokens;
  private long lastNanos;

  public Throttle(int perSecond, long nowNanos) {
    this.perSecond = perSecond;
    this.tokens = perSecond;
    this.lastNanos = nowNanos;
  }

  /**
   * Takes one message's token, if there is one.
   *
   * @param nowNanos of a monotonic clock
   */
  public boolean tryTake(long nowNanos) {
    tokens =
        Math.min(
            perSecond, tokens + (double) (nowNanos - lastNanos) * perSecond / NANOS_PER_SECOND);
    lastNanos = nowNanos;
    if (tokens < 1) {
      return false;
    }
    tokens--;
    return true;
  }
}
