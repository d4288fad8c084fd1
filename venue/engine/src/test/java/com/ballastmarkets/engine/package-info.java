/** Tests of the engine through its one door. */
@NullMarked
package com.ballastmarkets.engine;

import org.jspecify.annotations.NullMarked;
