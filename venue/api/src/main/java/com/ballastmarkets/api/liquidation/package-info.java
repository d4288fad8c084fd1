/** What became of accounts in liquidation: a packet each, for the holder to compute again. */
@NullMarked
package com.ballastmarkets.api.liquidation;

import org.jspecify.annotations.NullMarked;
