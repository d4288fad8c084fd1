/**
 * The phases of a trading day: opening, halts, auctions, expiry, and the timers that drive them.
 */
@NullMarked
package com.ballastmarkets.engine.phase;

import org.jspecify.annotations.NullMarked;
