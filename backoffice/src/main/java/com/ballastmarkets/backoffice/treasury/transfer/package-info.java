/**
 * How USDC leaves: a rail carries out a batch's transfers, and says later what became of each.
 *
 * <pre>
 *   TransferRail ◄── FileRail ── outgoing/BATCH.json ──► custodian
 *                             ◄── results/BATCH*.json ──┘  (the sandbox's answers by itself)
 * </pre>
 *
 * The files' formats are in {@code docs/treasury.md}.
 */
@NullMarked
package com.ballastmarkets.backoffice.treasury.transfer;

import org.jspecify.annotations.NullMarked;
