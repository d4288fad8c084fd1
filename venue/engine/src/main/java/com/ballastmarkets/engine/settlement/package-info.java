/** From a provisional value to the payment: publication, disputes, rulings, final or void. */
@NullMarked
package com.ballastmarkets.engine.settlement;

import org.jspecify.annotations.NullMarked;
