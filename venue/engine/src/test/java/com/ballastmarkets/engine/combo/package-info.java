/** Combos at the edge of what they may be; the rest is in {@code CombosScenario}. */
@NullMarked
package com.ballastmarkets.engine.combo;

import org.jspecify.annotations.NullMarked;
