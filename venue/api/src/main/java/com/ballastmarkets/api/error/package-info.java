/** Every refusal in one shape: a stable code, an HTTP status, a message, details. */
@NullMarked
package com.ballastmarkets.api.error;

import org.jspecify.annotations.NullMarked;
