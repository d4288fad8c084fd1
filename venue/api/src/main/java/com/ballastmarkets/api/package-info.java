/**
 * The venue's REST and WebSocket doors, {@link com.ballastmarkets.api.ApiServer}.
 *
 * <pre>
 *                 limit ─► auth ─► market   order   account   settlement   staff   stream
 *   HTTP, WS ──►    (filters)         │       │        │          │          │        │
 *                                     ├───────┴─── venue ─────────┴──────────┘        │
 *                                     │   commands out, read models in memory  ◄──────┘
 *                                     ▼
 *                                  VenuePort                 desks: what lives in PostgreSQL
 * </pre>
 *
 * Feature packages hold a resource, what it shows and the port behind it, if any. {@code venue}
 * reads the journal into memory and sends commands; {@code error} is the one mapping from a refusal
 * to a status and a code; {@code json} reads requests field by field.
 *
 * <p>The server owns no truth: it reads the journal from its beginning when it starts, and is ready
 * when it has caught up. What it cannot know from the journal it asks of its ports ({@link
 * com.ballastmarkets.api.ApiPorts}), which the composition root wires.
 */
@NullMarked
package com.ballastmarkets.api;

import org.jspecify.annotations.NullMarked;
