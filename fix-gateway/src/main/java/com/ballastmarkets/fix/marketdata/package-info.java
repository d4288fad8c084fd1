/**
 * {@code BALLAST-MD}: market data and reference data.
 *
 * <pre>
 *   x ─► y        which markets there are           c ─► d   their terms
 *   e ─► f f f    a market's phase, now and at each change
 *   V ─► W X X    the book, trades and statistics, first whole and then what changes
 *
 *   journal ─► MarketView (one market as it stands) ─► Feed (what changed, for one depth and set of
 *              entry types, numbered) ─► the sessions that subscribed
 * </pre>
 *
 * <p>Everything here lives on one {@link com.ballastmarkets.fix.session.Lane}.
 */
@NullMarked
package com.ballastmarkets.fix.marketdata;

import org.jspecify.annotations.NullMarked;
