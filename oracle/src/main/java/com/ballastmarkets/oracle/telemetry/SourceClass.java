package com.ballastmarkets.oracle.telemetry;

/** How a source sees: two sources of different classes are independent of each other. */
public enum SourceClass {
  /** Positions that vessels broadcast, through any provider. */
  AIS,
  /** A port or canal authority's own count. */
  AUTHORITY,
  /** Counts on satellite images. */
  SATELLITE,
  /** Published history, PortWatch above all: late and revised, for baselines and cross-checks. */
  REFERENCE
}
