/** The price of an uncrossing. */
@NullMarked
package com.ballastmarkets.engine.auction;

import org.jspecify.annotations.NullMarked;
