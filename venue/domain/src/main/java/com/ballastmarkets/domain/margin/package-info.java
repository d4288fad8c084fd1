/**
 * How margin comes about, in words that its owner can compute again.
 *
 * <pre>
 *  account ── underlying (margin = min(worst-case loss, leveraged)) ── scenario (an outcome)
 *                                └── share of each position in the scenario that decides
 * </pre>
 */
@NullMarked
package com.ballastmarkets.domain.margin;

import org.jspecify.annotations.NullMarked;
