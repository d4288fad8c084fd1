/** Everything that the engine says. */
@NullMarked
package com.ballastmarkets.domain.event;

import org.jspecify.annotations.NullMarked;
