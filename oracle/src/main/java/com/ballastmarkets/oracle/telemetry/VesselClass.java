package com.ballastmarkets.oracle.telemetry;

import java.util.Locale;

/** Which vessels a series counts, in PortWatch's classes. */
public enum VesselClass {
  CONTAINER,
  DRY_BULK,
  GENERAL_CARGO,
  RORO,
  TANKER,
  /** Container, dry bulk, general cargo and ro-ro together. */
  CARGO,
  /** Cargo and tankers together. */
  ALL;

  /** The name in PortWatch's columns: {@code n_dry_bulk} ends in {@code dry_bulk}. */
  public String columnName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
