package com.ballastmarkets.domain.liquidation;

/** Where the money for a loss beyond the insurance fund comes from, in the order of use. */
public enum LossLayer {
  /** What is left of the defaulter's own money. */
  DEFAULTER_MARGIN,
  /** The defaulter's contribution to the default fund. */
  DEFAULTER_CONTRIBUTION,
  /** The house's capital ahead of the other members. */
  HOUSE_TRANCHE,
  /** The other members' contributions, pro rata. */
  MEMBER_CONTRIBUTION
}
