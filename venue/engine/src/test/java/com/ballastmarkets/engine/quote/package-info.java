/** Quotes and their protection, through the exchange's door. */
@NullMarked
package com.ballastmarkets.engine.quote;

import org.jspecify.annotations.NullMarked;
