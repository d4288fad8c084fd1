/** The same write sent twice is done once. */
@NullMarked
package com.ballastmarkets.api.idempotency;

import org.jspecify.annotations.NullMarked;
