package com.ballastmarkets.backoffice.settlement;

import com.ballastmarkets.backoffice.calendar.CalendarStep;
import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.event.RejectReason;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** Has the variation of the day that ended paid, from 00:00 UTC on. */
final class VariationStep implements CalendarStep {
  private final VenueCommands venue;
  private LocalDate lastSettled = LocalDate.MIN;

  VariationStep(VenueCommands venue) {
    this.venue = venue;
  }

  @Override
  public String name() {
    return "variation";
  }

  @Override
  public boolean run(Instant venueNow) {
    LocalDate yesterday = LocalDate.ofInstant(venueNow, ZoneOffset.UTC).minusDays(1);
    if (!yesterday.isAfter(lastSettled)) {
      return false;
    }
    // After a jump over several days one payment settles them all: marks have no history to pay.
    Optional<RejectReason> refused = venue.give(new Command.SettleDaily(yesterday.toEpochDay()));
    if (refused.isPresent()) {
      throw new IllegalStateException(
          "the venue refused to settle " + yesterday + ": " + refused.get());
    }
    lastSettled = yesterday;
    return true;
  }
}
