/**
 * What accounts own and owe: cash, positions, open orders, and their worst outcomes.
 *
 * <pre>
 *   Participant ── Account ── Exposure (per underlying) ── Position (per market)
 *                                                             │ sibling
 *                                                          Position of another account of the firm
 * </pre>
 *
 * <p>Small mutable objects, found by one hash and changed in place: nothing is allocated once an
 * account has touched a market.
 */
@NullMarked
package com.ballastmarkets.clearing.portfolio;

import org.jspecify.annotations.NullMarked;
