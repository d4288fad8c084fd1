/**
 * One market's resting orders in price-time priority. Knows prices, sizes and queues, and nothing
 * of accounts, margin or events: what a match means is its {@link
 * com.ballastmarkets.engine.book.MatchListener}'s business.
 *
 * <pre>
 *   OrderBook ─┬─ BookSide bids   prices ascending ……… best last
 *              ├─ BookSide asks   prices descending …… best last
 *              │     └─ PriceLevel ⇄ RestingOrder ⇄ RestingOrder ⇄ …   first in, first out
 *              └─ DepthChanges    levels touched since they were last published
 * </pre>
 *
 * <p>One thread, no hashing, no allocation but for growth: levels are recycled, orders are links of
 * their own queue.
 */
@NullMarked
package com.ballastmarkets.engine.book;

import org.jspecify.annotations.NullMarked;
