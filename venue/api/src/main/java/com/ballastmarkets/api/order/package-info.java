/** Orders and fills: placing, replacing, cancelling, and their history. */
@NullMarked
package com.ballastmarkets.api.order;

import org.jspecify.annotations.NullMarked;
