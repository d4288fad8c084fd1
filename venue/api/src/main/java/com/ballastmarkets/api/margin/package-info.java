/** An account's margin with its reasons, as things stand and with one more order. */
@NullMarked
package com.ballastmarkets.api.margin;

import org.jspecify.annotations.NullMarked;
