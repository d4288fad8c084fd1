/** Exact amounts and prices in micro-USDC. */
@NullMarked
package com.ballastmarkets.domain.money;

import org.jspecify.annotations.NullMarked;
