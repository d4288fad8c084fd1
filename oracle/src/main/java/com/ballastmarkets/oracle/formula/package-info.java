/**
 * From observations to a settlement value, in exact fractions, one written step after the other.
 *
 * <pre>
 *   observations ──ObservationSelection──► used │ excluded, with reasons
 *                         │
 *                  TripleSource: providers of a class → class value → median of classes
 *                         │       two classes within 10 % on the window's sums: verified
 *                     DailySeries (VERIFIED │ FLAGGED │ FALLBACK)
 *                         │
 *          AvailabilityV1 │ CongestionIndexV1 ──► Computation {steps, value}
 * </pre>
 *
 * <p>No clock, no floating point: the same rules, observations and snapshot time always give the
 * same computation, which is what lets anyone check it.
 */
@NullMarked
package com.ballastmarkets.oracle.formula;

import org.jspecify.annotations.NullMarked;
