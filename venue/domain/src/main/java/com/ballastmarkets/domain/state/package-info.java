/** The engine's memory, written and read back as typed primitives. */
@NullMarked
package com.ballastmarkets.domain.state;

import org.jspecify.annotations.NullMarked;
