package com.ballastmarkets.backoffice.reconciliation;

import org.jooq.DSLContext;

/** Who holds the venue's USDC. */
@FunctionalInterface
public interface Custodian {
  /**
   * What is held now, in micro-USDC.
   *
   * @param snapshot the moment of the venue's books that it is compared with, for custodians whose
   *     own books are in the same database
   */
  long heldMicros(DSLContext snapshot);

  /**
   * The sandbox's: what was given and credited, less what its transfers carried out, by the
   * treasury's papers. Withdrawals from before there were batches left when they were confirmed.
   */
  static Custodian sandbox() {
    return snapshot ->
        ((Number)
                snapshot.fetchValue(
                    """
                    SELECT (SELECT coalesce(sum(amount_micros), 0) FROM treasury.deposit
                             WHERE state = 'CREDITED')
                         - (SELECT coalesce(sum(amount_micros), 0) FROM treasury.transfer
                             WHERE state = 'CONFIRMED')
                         - (SELECT coalesce(sum(w.amount_micros), 0) FROM treasury.withdrawal w
                             WHERE w.state = 'CONFIRMED'
                               AND NOT EXISTS (SELECT FROM treasury.transfer t
                                                WHERE t.reference = w.reference))\
                    """))
            .longValue();
  }

  /** The last statement on file; zero if there is none. */
  static Custodian statements() {
    return snapshot ->
        ((Number)
                snapshot.fetchValue(
                    """
                    SELECT coalesce((SELECT balance_micros FROM treasury.custody_statement
                                      ORDER BY as_of DESC, statement_id DESC LIMIT 1), 0)\
                    """))
            .longValue();
  }
}
