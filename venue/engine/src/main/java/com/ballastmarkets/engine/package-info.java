/** Order books, phases and breakers behind one deterministic door, {@link Exchange}. */
@NullMarked
package com.ballastmarkets.engine;

import org.jspecify.annotations.NullMarked;
