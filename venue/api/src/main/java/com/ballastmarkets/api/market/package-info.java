/** Market data: markets, books, trades, tickers. */
@NullMarked
package com.ballastmarkets.api.market;

import org.jspecify.annotations.NullMarked;
