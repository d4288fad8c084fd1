/** Deposits and withdrawals of USDC. */
@NullMarked
package com.ballastmarkets.api.treasury;

import org.jspecify.annotations.NullMarked;
