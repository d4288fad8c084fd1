/**
 * Deposits and withdrawals of USDC: papers here, money in the engine.
 *
 * <pre>
 *   Deposits      SEEN ── Deposit ──► engine ── CashMoved ──► CREDITED
 *   Withdrawals   REQUESTED ── ReserveWithdrawal ──► RESERVED ── approvals ──► APPROVED
 *                     │                                 │                         │ a batch
 *                     └► REFUSED (engine)               └► REJECTED (staff)       ▼
 *                                            FAILED ◄── ReleaseWithdrawal ── SUBMITTED
 *                                                         ConfirmWithdrawal ──┘ └──► CONFIRMED
 * </pre>
 *
 * How batches leave the venue is in {@link com.ballastmarkets.backoffice.treasury.transfer}.
 *
 * <p>Every command carries the paper's reference and may be sent again, so each step can be
 * repeated after a crash: {@link com.ballastmarkets.backoffice.treasury.UnfinishedMovements} does.
 */
@NullMarked
package com.ballastmarkets.backoffice.treasury;

import org.jspecify.annotations.NullMarked;
