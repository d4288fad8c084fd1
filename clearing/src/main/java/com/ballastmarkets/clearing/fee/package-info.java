/**
 * What a fill costs, exactly: many small fills of an order pay what one fill of their sum would.
 */
@NullMarked
package com.ballastmarkets.clearing.fee;

import org.jspecify.annotations.NullMarked;
