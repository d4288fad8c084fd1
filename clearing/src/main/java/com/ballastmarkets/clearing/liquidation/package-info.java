/**
 * The ladder of a leveraged account that loses: what to do next, decided from figures alone.
 *
 * <pre>
 *   usage   60 % notice · 70 % reduce-only · 80 % liquidation:
 *   cancel orders ─► reduce in slices until below 60 % ─► after 30 s, or without equity: takeover
 * </pre>
 */
@NullMarked
package com.ballastmarkets.clearing.liquidation;

import org.jspecify.annotations.NullMarked;
