package com.ballastmarkets.domain.event;

/** Why cash moved. */
public enum CashReason {
  DEPOSIT,
  WITHDRAWAL,
  /** A fill's fee: from the trader to the house. */
  FEE,
  /** Daily variation against the mark: between the holders of a market. */
  VARIATION,
  /** The last variation, against the settlement value. */
  SETTLEMENT,
  /** All variation of a void market, paid back. */
  VOID_REVERSAL,
  /** A dispute's bond into escrow. */
  BOND_POSTED,
  /** A bond back from escrow to the disputer. */
  BOND_RETURNED,
  /** A bond from escrow to the insurance fund. */
  BOND_FORFEITED,
  /** From a liquidated account to the insurance fund. */
  LIQUIDATION_FEE,
  /** A shortfall borne further down the waterfall. */
  LOSS_COVERED,
  /** A maker programme's payout. */
  MAKER_REWARD,
  /** A member's contribution: from its account to the default fund. */
  CONTRIBUTION_PAID,
  /** A contribution from the default fund back to its member. */
  CONTRIBUTION_RETURNED,
  /** The house's capital set aside ahead of the members' contributions. */
  TRANCHE_FUNDED
}
