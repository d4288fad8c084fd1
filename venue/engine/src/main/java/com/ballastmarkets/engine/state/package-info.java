/** The parts of a snapshot that are not an engine's part's own. */
@NullMarked
package com.ballastmarkets.engine.state;

import org.jspecify.annotations.NullMarked;
