/**
 * The journal of events: one recording of the Aeron Archive that is extended for ever, and outlives
 * the snapshots and the part of the command log that they make dispensable.
 *
 * <pre>
 *   JournalWriter ── frames ──► Archive (synced) ──► replay, following the end ──► readers
 *        ▲                          │
 *        └── JournalTail: what is there already after a restart ◄──┘
 * </pre>
 *
 * <p>A frame never spans two terms of the recording, so that a message begins at every term's
 * start: a sequence is found by bisection over the terms, without an index that could disagree.
 */
@NullMarked
package com.ballastmarkets.node.journal;

import org.jspecify.annotations.NullMarked;
