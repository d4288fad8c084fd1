/** Orders from entry to close. */
@NullMarked
package com.ballastmarkets.engine.order;

import org.jspecify.annotations.NullMarked;
