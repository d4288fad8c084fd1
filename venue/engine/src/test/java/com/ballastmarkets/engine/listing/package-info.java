/** Markets that come and go. */
@NullMarked
package com.ballastmarkets.engine.listing;

import org.jspecify.annotations.NullMarked;
