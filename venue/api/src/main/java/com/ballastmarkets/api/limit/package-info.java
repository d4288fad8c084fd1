/** Rate limits per address and per key, and their headers. */
@NullMarked
package com.ballastmarkets.api.limit;

import org.jspecify.annotations.NullMarked;
