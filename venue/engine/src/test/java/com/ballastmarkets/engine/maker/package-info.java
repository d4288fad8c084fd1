/** Scores of makers, folded from what an exchange says. */
@NullMarked
package com.ballastmarkets.engine.maker;

import org.jspecify.annotations.NullMarked;
