/** Fees shown exact. */
@NullMarked
package com.ballastmarkets.clearing.fee;

import org.jspecify.annotations.NullMarked;
