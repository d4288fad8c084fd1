package com.ballastmarkets.protocol.port;

import com.ballastmarkets.domain.event.Event;

/**
 * An event as it stands in the journal for ever.
 *
 * @param sequence 1, 2, 3 … without a gap, over the venue's whole life
 * @param timeNanos venue time at which the command was applied; timers that became due before it
 *     carry their own due time
 * @param sourceId the port that sent the command; 0 for the venue itself
 * @param correlationId the id that {@link VenuePort#submit} was given for the command; 0 for the
 *     venue itself
 * @param last whether it is the last event of its command
 */
public record JournalEntry(
    long sequence, long timeNanos, long sourceId, long correlationId, boolean last, Event event) {}
