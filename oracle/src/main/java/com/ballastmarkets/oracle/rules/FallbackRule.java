package com.ballastmarkets.oracle.rules;

/** What stands in for a day of the window for which no source has a value. */
public enum FallbackRule {
  /** The value of the nearest earlier day that has one, in the window or its baseline. */
  LAST_KNOWN,
  /** The day leaves the window: what is left is compared with as many baseline days. */
  EXCLUDE
}
