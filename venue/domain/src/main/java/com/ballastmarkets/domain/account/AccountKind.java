package com.ballastmarkets.domain.account;

/** What an account is for. */
public enum AccountKind {
  /** A participant's trading account. */
  CLIENT,
  /** The venue's own: receives fees. */
  HOUSE,
  /** Stands behind liquidations; receives their fees and forfeited bonds. */
  INSURANCE_FUND,
  /** Holds the bonds of open disputes. */
  DISPUTE_ESCROW,
  /** Holds the members' default-fund contributions. */
  DEFAULT_FUND,
  /** The venue's own capital that is used before the members' contributions. */
  HOUSE_TRANCHE
}
