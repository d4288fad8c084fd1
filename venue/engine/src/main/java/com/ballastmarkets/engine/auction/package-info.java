/** The price at which an auction uncrosses. */
@NullMarked
package com.ballastmarkets.engine.auction;

import org.jspecify.annotations.NullMarked;
