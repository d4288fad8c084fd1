/**
 * Combos: markets made of other markets.
 *
 * <pre>
 *   ComboDesk      defines them, follows the phases of their legs, ends them with the first leg
 *   ComboMatching  a combo order against its own book and the legs' books, whichever is better
 *      ├─ LegPrices   combo against combo: leg prices that make up the combo's price
 *      └─ LegBooks    combo against the legs' books (implied-in): what they offer together
 *   ComboRound     at the end of a step: combo orders that the legs' books have come to meet
 * </pre>
 *
 * A combo is never held: every fill is a fill of each leg, in ratio, in one step, or none.
 */
@NullMarked
package com.ballastmarkets.engine.combo;

import org.jspecify.annotations.NullMarked;
