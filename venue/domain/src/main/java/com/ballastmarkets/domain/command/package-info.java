/** Everything that can be said to the engine. */
@NullMarked
package com.ballastmarkets.domain.command;

import org.jspecify.annotations.NullMarked;
