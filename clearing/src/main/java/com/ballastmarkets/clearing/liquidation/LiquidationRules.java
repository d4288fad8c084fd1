package com.ballastmarkets.clearing.liquidation;

import java.time.Duration;

/** The numbers of the ladder. */
public final class LiquidationRules {
  public static final int NOTICE_PERCENT = 60;
  public static final int REDUCE_ONLY_PERCENT = 70;
  public static final int LIQUIDATION_PERCENT = 80;

  /** A liquidation ends when usage is below this. */
  public static final int TARGET_PERCENT = 60;

  /** A slice is this part of the position that is there, rounded up: a fifth. */
  public static final long SLICES = 5;

  /** One slice per market in this time. */
  public static final long SLICE_INTERVAL_NANOS = Duration.ofSeconds(1).toNanos();

  /** What the book has not taken by then is taken over by the insurance fund. */
  public static final long TAKEOVER_AFTER_NANOS = Duration.ofSeconds(30).toNanos();

  /** The liquidation fee of a slice, in ppm of the face of the lots filled: a quarter percent. */
  public static final long FEE_PPM = 2_500;

  private LiquidationRules() {}
}
