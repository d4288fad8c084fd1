/** Deposits, and withdrawals that are reserved, then confirmed or released: once per reference. */
@NullMarked
package com.ballastmarkets.clearing.treasury;

import org.jspecify.annotations.NullMarked;
