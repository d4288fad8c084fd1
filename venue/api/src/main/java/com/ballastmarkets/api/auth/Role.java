package com.ballastmarkets.api.auth;

/** What the holder of a key may do. */
public enum Role {
  /** Trade and look after the key's account. */
  TRADER,
  /** List, halt and resume markets, credit deposits, approve withdrawals, open accounts. */
  OPERATOR,
  /** Rule on disputes. */
  ARBITRATOR,
  /** Read everything, change nothing. */
  AUDITOR
}
