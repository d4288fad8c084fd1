package com.ballastmarkets.domain.instrument;

/** Why a market's phase changed. */
public enum StateReason {
  /** The listing's calendar: opening, expiry. */
  SCHEDULE,
  /** A match would have happened outside the band. */
  CIRCUIT_BREAKER,
  /** Market operations. */
  OPERATIONS,
  /** An official closure or reopening notice for the place. */
  NEWS,
  /** A settlement value, a dispute, a ruling or the end of the dispute window. */
  SETTLEMENT
}
