/**
 * Initial margin: what of an account's equity its positions and open orders tie up.
 *
 * <pre>
 *   L = 1   available = cash − withdrawals + Σ underlyings' worst outcomes     (no mark in it)
 *   L > 1   margin    = Σ underlyings' min(worst-case loss, Σ face × |net lots| ÷ L + …)
 *           available = equity − withdrawals − margin
 * </pre>
 */
@NullMarked
package com.ballastmarkets.clearing.margin;

import org.jspecify.annotations.NullMarked;
