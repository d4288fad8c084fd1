/**
 * The venue as this server knows it: read models built from the journal, and commands sent with
 * their answers waited for.
 *
 * <pre>
 *   JournalFollower ──► VenueView (markets, accounts) ──► Listener (streams)
 *        ▲                   ▲ read your writes
 *      journal          CommandGate ──► VenuePort
 * </pre>
 */
@NullMarked
package com.ballastmarkets.api.venue;

import org.jspecify.annotations.NullMarked;
