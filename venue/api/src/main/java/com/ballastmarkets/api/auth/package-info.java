/** Who asks: API keys, signed requests, roles. */
@NullMarked
package com.ballastmarkets.api.auth;

import org.jspecify.annotations.NullMarked;
