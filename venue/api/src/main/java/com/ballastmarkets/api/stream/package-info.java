/**
 * The WebSocket stream.
 *
 * <pre>
 *   journal ─► StreamHub ─► Topic (one per channel and market or account) ─► Outbox ─► client
 *                 ▲           keeps the last messages for resumption           bounded: a slow
 *   client ─► StreamSession (ops: auth, subscribe, …)                         client is cut
 * </pre>
 *
 * <p>Every message of a topic carries the journal's sequence and that of the topic's message before
 * it, so a client knows whether it missed one, and can resume from the last it has.
 */
@NullMarked
package com.ballastmarkets.api.stream;

import org.jspecify.annotations.NullMarked;
