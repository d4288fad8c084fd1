/** Clients of the venue as its users would write them: they know the public interfaces only. */
@NullMarked
package com.ballastmarkets.app.client;

import org.jspecify.annotations.NullMarked;
