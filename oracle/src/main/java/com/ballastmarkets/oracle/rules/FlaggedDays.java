package com.ballastmarkets.oracle.rules;

/** What happens when days of the window could not be verified by two source classes. */
public enum FlaggedDays {
  /** A person reviews them before a value is published. */
  REVIEW,
  /**
   * They are published as they are, marked: for contracts on one source by design. A day without
   * any value is reviewed all the same, for the source may only be late.
   */
  ACCEPT
}
