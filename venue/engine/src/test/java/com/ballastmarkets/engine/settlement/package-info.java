/** From expiry to payment. */
@NullMarked
package com.ballastmarkets.engine.settlement;

import org.jspecify.annotations.NullMarked;
