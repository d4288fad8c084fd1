/** Takes markets on. */
@NullMarked
package com.ballastmarkets.engine.listing;

import org.jspecify.annotations.NullMarked;
