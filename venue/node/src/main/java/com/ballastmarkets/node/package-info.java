/**
 * Hosts the engine: puts commands in one order, makes them durable, applies them, and keeps what
 * comes out as the journal.
 *
 * <pre>
 *   inprocess   in memory, for tests and rehearsals     ─┐
 *                                                        ├─► host (numbers the events) ─► engine
 *   cluster     Aeron Cluster, durable                  ─┘
 * </pre>
 *
 * <p>Both are reached through the same {@link com.ballastmarkets.protocol.port.VenuePort}.
 */
@NullMarked
package com.ballastmarkets.node;

import org.jspecify.annotations.NullMarked;
