package com.ballastmarkets.backoffice.settlement;

import static com.ballastmarkets.sql.generated.settlement.Tables.MARKET;

import com.ballastmarkets.backoffice.calendar.CalendarStep;
import com.ballastmarkets.backoffice.calendar.ListingSchedule;
import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.domain.instrument.MarketState;
import com.ballastmarkets.oracle.telemetry.Place;
import com.ballastmarkets.oracle.telemetry.Places;
import com.ballastmarkets.sql.Database;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lists and opens the markets of the calendar: binaries on chokepoints, indices on ports. */
final class ListingStep implements CalendarStep {
  private final Database database;
  private final Places places;
  private final ContractBook book;
  private final VenueCommands venue;

  /** Symbols that are known to be listed and open: only a shortcut. */
  private final Set<String> done = new HashSet<>();

  ListingStep(Database database, Places places, ContractBook book, VenueCommands venue) {
    this.database = database;
    this.places = places;
    this.book = book;
    this.venue = venue;
  }

  @Override
  public String name() {
    return "listing";
  }

  @Override
  public boolean run(Instant venueNow) {
    LocalDate today = LocalDate.ofInstant(venueNow, ZoneOffset.UTC);
    boolean listed = false;
    if (done.isEmpty()) {
      done.addAll(openedBefore());
    }
    for (ListingSchedule.Entry entry : ListingSchedule.on(today)) {
      for (Place place : places.all()) {
        String symbol = place.id() + "-" + entry.suffix();
        if (!done.contains(symbol)) {
          list(draft(place, symbol, entry), venueNow);
          done.add(symbol);
          listed = true;
        }
      }
    }
    return listed;
  }

  /** After a restart: what the journal says is listed and has been opened. */
  private List<String> openedBefore() {
    return database
        .sql()
        .select(MARKET.SYMBOL)
        .from(MARKET)
        .where(MARKET.STATE.ne(MarketState.PRE_OPEN.name()))
        .fetch(MARKET.SYMBOL);
  }

  private static ContractDraft draft(Place place, String symbol, ListingSchedule.Entry entry) {
    return switch (place.kind()) {
      case CHOKEPOINT ->
          ContractDraft.plain(
              symbol,
              place.name() + " Availability - " + entry.title(),
              "binary",
              place.id(),
              entry.window());
      case PORT ->
          ContractDraft.plain(
              symbol,
              place.name() + " Congestion Index - " + entry.title(),
              "index",
              place.id(),
              entry.window());
    };
  }

  private void list(ContractDraft draft, Instant venueNow) {
    DraftedContract contract = book.draft(draft, venueNow);
    Optional<RejectReason> refused = venue.give(new Command.ListMarket(contract.instrument()));
    if (refused.isPresent()) {
      throw new IllegalStateException(
          "the venue refused to list " + draft.symbol() + ": " + refused.get());
    }
    // Refused when it is open already or has moved on since: both are as they should be.
    Optional<RejectReason> unopened = venue.give(new Command.OpenMarket(contract.marketId()));
    if (unopened.isPresent()
        && unopened.get() != RejectReason.INVALID_STATE
        && unopened.get() != RejectReason.MARKET_CLOSED) {
      throw new IllegalStateException(
          "the venue refused to open " + draft.symbol() + ": " + unopened.get());
    }
  }
}
