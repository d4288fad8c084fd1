/** The maker programme's arithmetic. */
@NullMarked
package com.ballastmarkets.clearing.maker;

import org.jspecify.annotations.NullMarked;
