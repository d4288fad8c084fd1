package com.ballastmarkets.backoffice.ledger;

import com.ballastmarkets.domain.event.Event;
import org.jspecify.annotations.Nullable;

/**
 * One line of a journal.
 *
 * @param eventSequence the engine event that it comes from
 * @param accountId whose line it is; 0 for a line of the venue's
 * @param amountMicros debit above zero, credit below
 * @param cause the event's details; null where the event is a reservation
 */
record Posting(
    long eventSequence,
    ChartLine line,
    long accountId,
    long amountMicros,
    String reference,
    Event.@Nullable CashMoved cause) {
  String accountName() {
    return line.accountName(accountId);
  }
}
