package com.ballastmarkets.backoffice.telemetry;

import com.ballastmarkets.oracle.telemetry.Place;
import com.ballastmarkets.oracle.telemetry.Places;
import com.ballastmarkets.oracle.telemetry.RawFormat;
import com.ballastmarkets.oracle.telemetry.SourceClass;
import com.ballastmarkets.oracle.telemetry.SyntheticTelemetry;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Hands in <b>made-up</b> telemetry for every listed place, day by day as the venue's clock goes
 * on, and some months of history at the first start.
 */
public final class SyntheticFeed {
  /** Enough for the baseline of any contract that is listed automatically: 90 days and a month. */
  private static final int HISTORY_DAYS = 125;

  private final TelemetryStore store;
  private final Places places;
  private final SyntheticTelemetry telemetry;

  /** The first day that is known to be there, by place: spares a look at the database. */
  private final Map<String, LocalDate> fedSince = new ConcurrentHashMap<>();

  public SyntheticFeed(TelemetryStore store, Places places, long seed) {
    this.store = store;
    this.places = places;
    this.telemetry = new SyntheticTelemetry(seed);
  }

  /**
   * Hands in all days that have ended and are not there yet.
   *
   * @return whether there were any
   */
  public boolean feed(Instant venueNow) {
    LocalDate today = LocalDate.ofInstant(venueNow, ZoneOffset.UTC);
    Map<String, TelemetryStore.DayRange> ranges = store.ranges(SyntheticTelemetry.SOURCE_PREFIX);
    boolean fed = false;
    for (Place place : places.all()) {
      for (SourceClass source : SyntheticTelemetry.classes()) {
        TelemetryStore.DayRange range =
            ranges.get(place.id() + "|" + SyntheticTelemetry.sourceOf(source));
        LocalDate from = range == null ? today.minusDays(HISTORY_DAYS) : range.last().plusDays(1);
        fed |= handIn(place, source, from, today, venueNow);
      }
    }
    return fed;
  }

  /** Hands in the days before the history that is there, from {@code from} on. */
  public void extendHistory(Place place, LocalDate from, Instant venueNow) {
    LocalDate known = fedSince.get(place.id());
    if (known != null && !from.isBefore(known)) {
      return;
    }
    feed(venueNow);
    Map<String, TelemetryStore.DayRange> ranges = store.ranges(SyntheticTelemetry.SOURCE_PREFIX);
    LocalDate since = from;
    for (SourceClass source : SyntheticTelemetry.classes()) {
      TelemetryStore.DayRange range =
          ranges.get(place.id() + "|" + SyntheticTelemetry.sourceOf(source));
      if (range != null) {
        handIn(place, source, from, range.first(), venueNow);
        since = range.first().isBefore(since) ? range.first() : since;
      }
    }
    fedSince.put(place.id(), since);
  }

  private boolean handIn(
      Place place, SourceClass source, LocalDate from, LocalDate until, Instant venueNow) {
    if (!from.isBefore(until)) {
      return false;
    }
    byte[] raw = telemetry.submission(place, source, from, until).encode();
    store.receive(raw, RawFormat.SUBMISSION, SyntheticTelemetry.sourceOf(source), venueNow);
    return true;
  }
}
