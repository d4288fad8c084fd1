/** What {@code ./ballast verify FILE} runs: offline checks with an answer in words. */
@NullMarked
package com.ballastmarkets.oracle.verify;

import org.jspecify.annotations.NullMarked;
