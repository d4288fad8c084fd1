/** The liquidation shown step by step. */
@NullMarked
package com.ballastmarkets.clearing.liquidation;

import org.jspecify.annotations.NullMarked;
