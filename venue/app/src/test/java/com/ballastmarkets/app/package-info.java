/** The program as its users run it. */
@NullMarked
package com.ballastmarkets.app;

import org.jspecify.annotations.NullMarked;
