/**
 * {@code BALLAST-PT}: post-trade of a participant, over all its accounts.
 *
 * <pre>
 *   AN ─► AO, AP AP …   positions, now and at each change
 *   AD ─► AQ, AE AE …   trades, past and as they happen
 *   BB ─► BA            cash, equity, margin and what is available
 *        UMS            a market's settlement, from the provisional value to the payment
 * </pre>
 *
 * <p>{@code UMS} is told as execution reports are: once, and to a client that was away when it is
 * back. All else is asked for anew at each logon.
 */
@NullMarked
package com.ballastmarkets.fix.posttrade;

import org.jspecify.annotations.NullMarked;
