package com.ballastmarkets.sql.identity;

/** What the holder of a key may do. */
public enum Role {
  /** Trade one account. */
  TRADER,
  /** Trade and quote one account, as an approved market maker. */
  MAKER,
  /** List, halt and resume markets, publish notices, approve withdrawals. */
  OPERATOR,
  /** Rule on disputes. */
  ARBITRATOR,
  /** Read everything, change nothing. */
  AUDITOR;

  /** Whether the key belongs to a client's account; the others belong to staff. */
  public boolean isClient() {
    return this == TRADER || this == MAKER;
  }
}
