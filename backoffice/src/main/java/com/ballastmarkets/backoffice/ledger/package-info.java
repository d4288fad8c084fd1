/**
 * The books: a double-entry ledger and the venue's histories, read from the event journal.
 *
 * <pre>
 *   journal ──► LedgerProjector ──► CommandCash ──► Journal, Posting ──► JournalRows ─┐
 *                     │              (PostingRule)                                    │
 *                     ├──► OrderRows, PositionRows, BalanceRows, MarketRows ──────────┤
 *                     │                                                               ▼
 *                     └── the last sequence ───────────────────────────► one transaction
 * </pre>
 *
 * A batch ends with a command, never within one. What is read back: {@link
 * com.ballastmarkets.backoffice.ledger.Books} (trial balance, statements) and {@link
 * com.ballastmarkets.backoffice.ledger.TradingHistory} (orders, fills).
 */
@NullMarked
package com.ballastmarkets.backoffice.ledger;

import org.jspecify.annotations.NullMarked;
