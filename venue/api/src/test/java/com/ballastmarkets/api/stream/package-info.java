/** The parts of the stream alone. */
@NullMarked
package com.ballastmarkets.api.stream;

import org.jspecify.annotations.NullMarked;
