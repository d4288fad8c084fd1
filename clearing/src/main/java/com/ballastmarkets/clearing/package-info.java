/** Positions, margin, limits and fees: pure and deterministic. */
@NullMarked
package com.ballastmarkets.clearing;

import org.jspecify.annotations.NullMarked;
