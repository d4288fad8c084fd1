package com.ballastmarkets.reports.settlement;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the dispute history.
 *
 * @param what {@code OPENED}, {@code UPHOLD}, {@code AMEND}, {@code VOID}
 * @param accountId who disputed
 * @param valueMicros the value that a ruling set; null if it set none
 * @param reason in words, as given
 * @param evidenceHash of what was brought forward, 64 lower-case hex digits; empty if nothing was
 */
public record DisputeEntry(
    Instant time,
    long disputeId,
    String what,
    long accountId,
    @Nullable Long valueMicros,
    String reason,
    String evidenceHash) {}
