package com.ballastmarkets.node.cluster;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.agrona.concurrent.IdleStrategy;

/**
 * Spins and yields for a moment, then sleeps longer and longer up to a limit, and after a quiet
 * second up to a longer one: a venue at rest should not warm the room. The first command after a
 * rest waits some ten milliseconds more.
 */
final class PatientIdleStrategy implements IdleStrategy {
  private static final int SPINS = 10;
  private static final int YIELDS = 10;
  private static final long MIN_PARK_NANOS = 1_000;
  private static final long QUIET_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final long REST_PARK_NANOS = TimeUnit.MILLISECONDS.toNanos(4);

  private final long maxParkNanos;
  private int idles;
  private long parkNanos = MIN_PARK_NANOS;
  private long quietSinceNanos;

  /**
   * @param maxParkNanos the longest sleep while there was work a moment ago
   */
  PatientIdleStrategy(long maxParkNanos) {
    this.maxParkNanos = maxParkNanos;
  }

  @Override
  public void idle(int workCount) {
    if (workCount > 0) {
      reset();
    } else {
      idle();
    }
  }

  @Override
  public void idle() {
    if (idles < SPINS) {
      idles++;
      Thread.onSpinWait();
    } else if (idles < SPINS + YIELDS) {
      idles++;
      Thread.yield();
    } else {
      park();
    }
  }

  private void park() {
    if (parkNanos == MIN_PARK_NANOS) {
      quietSinceNanos = System.nanoTime();
    }
    LockSupport.parkNanos(parkNanos);
    if (parkNanos < maxParkNanos) {
      parkNanos = Math.min(parkNanos << 1, maxParkNanos);
    } else if (parkNanos < REST_PARK_NANOS && System.nanoTime() - quietSinceNanos > QUIET_NANOS) {
      parkNanos = REST_PARK_NANOS;
    }
  }

  @Override
  public void reset() {
    idles = 0;
    parkNanos = MIN_PARK_NANOS;
  }

  @Override
  public String alias() {
    return "patient";
  }
}
