/** Listed markets: terms, phase, prices, and what is published of them. */
@NullMarked
package com.ballastmarkets.engine.market;

import org.jspecify.annotations.NullMarked;
