/**
 * Deposits and withdrawals of USDC: papers here, money in the engine.
 *
 * <pre>
 *   Deposits      SEEN ── Deposit ──► engine ── CashMoved ──► CREDITED
 *   Withdrawals   REQUESTED ── ReserveWithdrawal ──► RESERVED ── approvals ──► APPROVED
 *                     │                                 │                         │ ConfirmWithdrawal
 *                     └► REFUSED (engine)               └► REJECTED (staff)       └► CONFIRMED
 * </pre>
 *
 * Every command carries the paper's reference and may be sent again, so each step can be repeated
 * after a crash: {@link com.ballastmarkets.backoffice.treasury.UnfinishedMovements} does.
 */
@NullMarked
package com.ballastmarkets.backoffice.treasury;

import org.jspecify.annotations.NullMarked;
