/** Benchmarks: each prints a ratio against a peer measured in the same run. */
@NullMarked
package com.ballastmarkets.bench;

import org.jspecify.annotations.NullMarked;
