/** The vocabulary of an order. */
@NullMarked
package com.ballastmarkets.domain.order;

import org.jspecify.annotations.NullMarked;
