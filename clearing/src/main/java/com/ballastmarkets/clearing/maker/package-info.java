/**
 * What makers earn by quoting close on both sides: scores folded from the journal's events, second
 * by second, and the parts of a weekly pool that follow from them. The engine does not use it.
 *
 * <pre>
 *   journal events ─► MakerScores ─ week, product, account ─► MakerPool ─► rewards in U
 *                        └─ QuotedMarket: orders of makers, best bid and ask
 * </pre>
 */
@NullMarked
package com.ballastmarkets.clearing.maker;

import org.jspecify.annotations.NullMarked;
