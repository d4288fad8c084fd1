/** A small engine for tests of the hosts. */
@NullMarked
package com.ballastmarkets.node.fake;

import org.jspecify.annotations.NullMarked;
