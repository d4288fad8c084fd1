/**
 * Cash between the holders of a market: daily variation, the final payment, and the reversal of a
 * void. Each sums to zero over the market's accounts, because lots and open values do.
 */
@NullMarked
package com.ballastmarkets.clearing.settlement;

import org.jspecify.annotations.NullMarked;
