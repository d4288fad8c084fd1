/** Bytes that the engine allocates for one order, one cancel, one replace and one trade: JMH. */
@NullMarked
package com.ballastmarkets.bench.alloc;

import org.jspecify.annotations.NullMarked;
