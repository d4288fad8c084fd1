/**
 * Combos over FIX: their definition ({@code c} and {@code d}) and the legs (555) of messages.
 *
 * <pre>
 *   c  320, 321=1, 555 [600 leg, 624 side, 623 ratio]  ──► DefineCombo
 *   d  323=1 as proposed, 2 the other way round, 5 refused; 55 the combo's symbol; 555 its legs
 * </pre>
 */
@NullMarked
package com.ballastmarkets.fix.multileg;

import org.jspecify.annotations.NullMarked;
