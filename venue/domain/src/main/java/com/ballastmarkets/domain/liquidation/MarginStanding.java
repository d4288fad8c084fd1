package com.ballastmarkets.domain.liquidation;

/** Where an account stands on the ladder of margin usage, lowest first. */
public enum MarginStanding {
  /** Below 60 %, or the worst case is within equity. */
  SAFE,
  /** From 60 %: a notice. */
  NOTICE,
  /** From 70 %: a notice, and only orders that reduce. */
  REDUCE_ONLY,
  /** From 80 %, until usage is below 60 % again: forced liquidation. */
  LIQUIDATION
}
