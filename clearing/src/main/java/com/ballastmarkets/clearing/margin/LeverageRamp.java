package com.ballastmarkets.clearing.margin;

import com.ballastmarkets.clearing.portfolio.Proportion;
import com.ballastmarkets.clearing.product.Underlying;
import java.time.Duration;

/**
 * Leverage that falls linearly to 1 over the 24 hours before E, for underlyings whose value can
 * jump at the end: a liquidation can not work through a jump.
 *
 * <p>Example: L = 10, 12 hours before E: 1 + 9 × ½ = 5.5. 1,100 USDC of face margin 200.
 */
public final class LeverageRamp {
  private static final long RAMP_SECONDS = Duration.ofHours(24).toSeconds();
  private static final long NANOS = 1_000_000_000L;

  private LeverageRamp() {}

  /** From when on the leverage of what can jump falls. */
  public static long beginNanos(Underlying underlying) {
    return Math.subtractExact(underlying.expiryNanos(), RAMP_SECONDS * NANOS);
  }

  /**
   * The face amount ÷ the leverage that holds now, rounded up to a whole U. The time left counts in
   * whole seconds, rounded down.
   */
  public static long marginOf(
      long faceMicros, int leverage, Underlying underlying, long timeNanos) {
    long left = RAMP_SECONDS;
    if (underlying.jumps()) {
      final long untilExpiry = Math.subtractExact(underlying.expiryNanos(), timeNanos);
      left = Math.clamp(Math.floorDiv(untilExpiry, NANOS), 0, RAMP_SECONDS);
    }
    // face ÷ (1 + (L − 1) × left ÷ ramp) = face × ramp ÷ (ramp + (L − 1) × left)
    return Proportion.ceiling(faceMicros, RAMP_SECONDS, RAMP_SECONDS + (leverage - 1) * left);
  }
}
