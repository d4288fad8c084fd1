package com.ballastmarkets.oracle.telemetry;

/** What an observation says about its value. */
public enum Qualifier {
  /** A first value. */
  OBSERVED,
  /** The source has no value for the day; this is not 0. */
  MISSING,
  /** A value that replaces one of an earlier vintage. */
  REVISED
}
