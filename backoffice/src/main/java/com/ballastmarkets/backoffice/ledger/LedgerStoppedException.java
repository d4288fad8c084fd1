package com.ballastmarkets.backoffice.ledger;

import org.jspecify.annotations.Nullable;

/**
 * The journal cannot be booked as it stands: a gap, movements that do not sum to zero, a movement
 * without a rule. The ledger stops before it, and stays stopped until somebody has looked.
 */
public final class LedgerStoppedException extends RuntimeException {
  public LedgerStoppedException(String message) {
    super(message);
  }

  public LedgerStoppedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
