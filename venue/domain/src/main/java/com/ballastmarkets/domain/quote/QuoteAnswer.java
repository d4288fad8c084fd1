package com.ballastmarkets.domain.quote;

import com.ballastmarkets.domain.event.RejectReason;
import org.jspecify.annotations.Nullable;

/**
 * What became of one entry of a mass quote.
 *
 * @param bidOrderId the order that is the bid, though it may be filled already; 0 if there is none
 * @param askOrderId the order that is the offer, in the same way
 * @param reason why the entry was refused, null if it was taken. Nothing stands in the market for a
 *     refused entry: the quote that it was to replace is withdrawn
 * @param requiredMicros what it would have needed, with a reason of money or limits, else 0
 * @param availableMicros what there was, else 0
 */
public record QuoteAnswer(
    String quoteId,
    int marketId,
    long bidOrderId,
    long askOrderId,
    @Nullable RejectReason reason,
    long requiredMicros,
    long availableMicros) {}
