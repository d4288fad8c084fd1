/**
 * Forced liquidation at work: who is looked at after a step, and what is done at whose turn.
 *
 * <pre>
 *   step ──► MarginWatch: whose figures changed? ──► LiquidationDesk.look
 *               60 %, 70 %: notice · 80 %: a liquidation begins, its first turn is due
 *   turn ──► orders cancelled ──► slices, IOC (ForcedOrders) ──► takeover ──► waterfall
 *            again a second later, until usage is below 60 %
 * </pre>
 */
@NullMarked
package com.ballastmarkets.engine.liquidation;

import org.jspecify.annotations.NullMarked;
