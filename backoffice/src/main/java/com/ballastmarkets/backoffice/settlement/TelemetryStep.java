package com.ballastmarkets.backoffice.settlement;

import com.ballastmarkets.backoffice.calendar.CalendarStep;
import com.ballastmarkets.backoffice.telemetry.SyntheticFeed;
import java.time.Instant;

/** Hands in the sandbox's made-up telemetry of the days that have ended. */
final class TelemetryStep implements CalendarStep {
  private final SyntheticFeed feed;

  TelemetryStep(SyntheticFeed feed) {
    this.feed = feed;
  }

  @Override
  public String name() {
    return "telemetry";
  }

  @Override
  public boolean run(Instant venueNow) {
    return feed.feed(venueNow);
  }
}
