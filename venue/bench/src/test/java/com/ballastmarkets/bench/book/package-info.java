/** The benchmark's parts that must be right before a rate means anything. */
@NullMarked
package com.ballastmarkets.bench.book;

import org.jspecify.annotations.NullMarked;
