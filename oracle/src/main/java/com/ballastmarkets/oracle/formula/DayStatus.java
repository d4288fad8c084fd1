package com.ballastmarkets.oracle.formula;

/** How far a day's value is to be trusted. */
public enum DayStatus {
  /** At least two source classes agree within 10 % on the window's sums and both have the day. */
  VERIFIED,
  /** It has a value that two classes do not vouch for. */
  FLAGGED,
  /** No source had a value: the contract's fallback rule stands in. */
  FALLBACK
}
