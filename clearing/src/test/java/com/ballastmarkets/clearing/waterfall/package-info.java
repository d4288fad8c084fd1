/** The waterfall shown step by step. */
@NullMarked
package com.ballastmarkets.clearing.waterfall;

import org.jspecify.annotations.NullMarked;
