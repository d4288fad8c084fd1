package com.ballastmarkets.fix.session;

/**
 * A token bucket: so many messages a second, and at most one second's worth at once. One thread
 * takes from it; any may change its rate.
 */
public final class Throttle {
  private static final long NANOS_PER_SECOND = 1_000_000_000L;
  private volatile long nanosPerMessage;
  private long creditNanos = NANOS_PER_SECOND;
  private long lastNanos;

  /**
   * @param perSecond at most a thousand million
   * @param nowNanos of a monotonic clock
   */
  public Throttle(int perSecond, long nowNanos) {
    this.nanosPerMessage = nanosPerMessage(perSecond);
    this.lastNanos = nowNanos;
  }

  private static long nanosPerMessage(int perSecond) {
    return Math.max(1, NANOS_PER_SECOND / perSecond);
  }

  /** So many a second from now on. */
  public void changeRate(int perSecond) {
    nanosPerMessage = nanosPerMessage(perSecond);
  }

  /**
   * Takes one message's token, if there is one.
   *
   * @param nowNanos of the same clock
   */
  public boolean tryTake(long nowNanos) {
    creditNanos = Math.min(NANOS_PER_SECOND, creditNanos + (nowNanos - lastNanos));
    lastNanos = nowNanos;
    if (creditNanos < nanosPerMessage) {
      return false;
    }
    creditNanos -= nanosPerMessage;
    return true;
  }
}
