/**
 * The life of an order: checked, reserved, accepted, matched, resting or waiting for its trigger,
 * replaced, and closed.
 *
 * <pre>
 *   OrderEntry ──► OrderChecks        is it right?
 *       │     ──► ClearingHouse       is it covered? reserve
 *       ├──► Matching ──► OrderBook   trades, self-match prevention, the band
 *       └──► OrderRegistry            who is live, by id and by account
 *   OrderReplacement, OrderCancellation use the same parts.
 * </pre>
 */
@NullMarked
package com.ballastmarkets.engine.order;

import org.jspecify.annotations.NullMarked;
