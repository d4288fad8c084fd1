/**
 * The engine with margin, positions and fees on one thread, without log and network.
 *
 * <pre>
 *   EngineSetup ──► EngineStream (commands, by playing them once) ──► EngineRun: rate, B per command
 *                                                                  └► latency at a fixed rate
 * </pre>
 */
@NullMarked
package com.ballastmarkets.bench.engine;

import org.jspecify.annotations.NullMarked;
