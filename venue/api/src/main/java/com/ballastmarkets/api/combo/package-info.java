/** Combos over REST: defined by anybody, then traded as any market is, by their market id. */
@NullMarked
package com.ballastmarkets.api.combo;

import org.jspecify.annotations.NullMarked;
