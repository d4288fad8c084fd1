/** Halts, auctions, breakers, expiry. */
@NullMarked
package com.ballastmarkets.engine.phase;

import org.jspecify.annotations.NullMarked;
