package com.ballastmarkets.domain.settlement;

import java.time.Duration;

/** The calendar from expiry E to the payment, as offsets from E in nanoseconds. */
public final class SettlementTimes {
  /** T+1: the snapshot is taken and a provisional value published. */
  public static final long SNAPSHOT_AFTER_NANOS = Duration.ofHours(24).toNanos();

  /** The end of the dispute window, and the earliest moment of the final settlement. */
  public static final long FINAL_AFTER_NANOS = Duration.ofHours(72).toNanos();

  /** The bond of a dispute: 250 USDC in micros. */
  public static final long DISPUTE_BOND_MICROS = 250_000_000L;

  private SettlementTimes() {}
}
