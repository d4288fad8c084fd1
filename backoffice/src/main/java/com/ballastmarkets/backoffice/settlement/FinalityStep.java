package com.ballastmarkets.backoffice.settlement;

import static com.ballastmarkets.sql.generated.settlement.Tables.MARKET;

import com.ballastmarkets.backoffice.calendar.CalendarStep;
import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.domain.instrument.MarketState;
import com.ballastmarkets.sql.Database;
import java.time.Instant;
import java.util.Optional;
import org.jooq.Record2;

/** From E + 72 h on: has every market paid that has a value and no dispute open. */
final class FinalityStep implements CalendarStep {
  private final Database database;
  private final VenueCommands venue;

  FinalityStep(Database database, VenueCommands venue) {
    this.database = database;
    this.venue = venue;
  }

  @Override
  public String name() {
    return "finality";
  }

  @Override
  public boolean run(Instant venueNow) {
    boolean paid = false;
    for (Record2<Integer, String> due :
        database
            .sql()
            .select(MARKET.MARKET_ID, MARKET.SYMBOL)
            .from(MARKET)
            .where(MARKET.STATE.eq(MarketState.PROVISIONAL.name()))
            .and(MARKET.DISPUTE_UNTIL.le(VenueTime.utc(venueNow)))
            .orderBy(MARKET.EXPIRY, MARKET.MARKET_ID)) {
      Optional<RejectReason> refused = venue.give(new Command.FinalizeMarket(due.value1()));
      // A dispute or ruling that was read here a moment late.
      if (refused.isPresent()
          && refused.get() != RejectReason.DISPUTE_OPEN
          && refused.get() != RejectReason.INVALID_STATE) {
        throw new IllegalStateException(
            "the venue refused to pay " + due.value2() + ": " + refused.get());
      }
      paid |= refused.isEmpty();
    }
    return paid;
  }
}
