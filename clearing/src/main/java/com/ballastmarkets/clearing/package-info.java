/**
 * Positions, margin, limits and fees behind one door, {@link
 * com.ballastmarkets.clearing.ClearingHouse}: pure and deterministic, called by the engine in the
 * same step as matching.
 *
 * <pre>
 *   reserve ─► limit ─► worst outcome ─► order may match ─► fill ─► position, fee
 *                                                                      │
 *   mark ─────────────► equity, leveraged margin            midnight ─► variation ─► cash
 *                                                           final ────► settlement or reversal
 *
 *   product     markets, underlyings, payoffs       fee         worst fee, exact accumulator
 *   portfolio   accounts, positions, exposures      margin      formulas, order test
 *   treasury    deposits, withdrawals               settlement  variation, final, void, bonds
 *   liquidation the ladder of leveraged accounts    waterfall   who bears a loss, deleveraging
 * </pre>
 */
@NullMarked
package com.ballastmarkets.clearing;

import org.jspecify.annotations.NullMarked;
