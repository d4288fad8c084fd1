/**
 * What durability costs: our commands against a bare cluster echo, against our own without syncs,
 * and the replay of the log against the live rate.
 */
@NullMarked
package com.ballastmarkets.bench.durable;

import org.jspecify.annotations.NullMarked;
