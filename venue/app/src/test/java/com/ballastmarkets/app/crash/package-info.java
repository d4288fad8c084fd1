/** The venue killed under load, by clients that remember what they were told. */
@NullMarked
package com.ballastmarkets.app.crash;

import org.jspecify.annotations.NullMarked;
