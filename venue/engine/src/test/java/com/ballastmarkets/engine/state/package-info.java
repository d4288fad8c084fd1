/** Snapshots of earlier versions. */
@NullMarked
package com.ballastmarkets.engine.state;

import org.jspecify.annotations.NullMarked;
