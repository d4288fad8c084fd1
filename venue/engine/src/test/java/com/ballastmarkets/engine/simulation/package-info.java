/**
 * One seed makes a stream of commands; the engine is held against a naive one, against itself
 * restored from snapshots, and against what must be true after every step.
 */
@NullMarked
package com.ballastmarkets.engine.simulation;

import org.jspecify.annotations.NullMarked;
