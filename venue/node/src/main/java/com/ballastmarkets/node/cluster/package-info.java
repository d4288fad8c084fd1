/**
 * The durable host: Aeron Cluster orders the commands and makes them durable, the engine applies
 * them, and the journal keeps what comes out.
 *
 * <pre>
 *   AeronVenuePort ─► ingress ─► consensus module ─► log (Archive, synced) ─► ExchangeService
 *                                                                                │ engine
 *   AeronVenuePort ◄─ replay ◄── journal (Archive, synced) ◄─────────────────────┘
 * </pre>
 */
@NullMarked
package com.ballastmarkets.node.cluster;

import org.jspecify.annotations.NullMarked;
