package com.ballastmarkets.oracle.telemetry;

/** A normalised daily series of a place. */
public enum Metric {
  /** Vessels that called at a port. */
  CALLS("calls"),
  /** Deadweight or cargo that passed. */
  TONNAGE("t"),
  /** Σ vessel-hours at anchor ÷ 24. */
  QUEUE_DAYS("vessel-days"),
  /** Passages of a chokepoint, stamped at the exit gate. */
  TRANSITS("transits"),
  /** Median hours from anchorage to berth of the vessels that berthed that day. */
  WAIT_HOURS("h"),
  /** Mean of the hourly counts of vessels at anchor. */
  ANCHORED_COUNT("vessels");

  private final String unit;

  Metric(String unit) {
    this.unit = unit;
  }

  /** The unit of its values. */
  public String unit() {
    return unit;
  }
}
