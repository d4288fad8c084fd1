/** The venue's time, and the way out for events. */
@NullMarked
package com.ballastmarkets.engine.output;

import org.jspecify.annotations.NullMarked;
