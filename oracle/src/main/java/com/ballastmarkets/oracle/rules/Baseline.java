package com.ballastmarkets.oracle.rules;

/**
 * The days that a window is compared with: those right before it, so that a closure cannot become
 * its own baseline.
 */
public enum Baseline {
  /** The mean of the 30 days before the window. */
  TRAILING_30(30),
  /** The mean of the 90 days before the window: the congestion index. */
  TRAILING_90(90),
  /** The mean of the 365 days before the window: slower to adapt to a crisis. */
  TRAILING_365(365);

  private final int days;

  Baseline(int days) {
    this.days = days;
  }

  public int days() {
    return days;
  }
}
