package com.ballastmarkets.domain.settlement;

/** What an arbitrator decides on a dispute. */
public enum Ruling {
  /** The provisional value stands; the bond goes to the insurance fund. */
  UPHOLD,
  /** Another value takes its place; the bond is returned. */
  AMEND,
  /** The contract is void; the bond is returned. */
  VOID
}
