package com.ballastmarkets.backoffice.reconciliation;

import com.ballastmarkets.backoffice.calendar.CalendarStep;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Compares engine, ledger and custody once in every UTC day of the venue's time. */
public final class ReconciliationStep implements CalendarStep {
  private final Reconciliation reconciliation;

  public ReconciliationStep(Reconciliation reconciliation) {
    this.reconciliation = reconciliation;
  }

  @Override
  public String name() {
    return "reconciliation";
  }

  @Override
  public boolean run(Instant venueNow) {
    LocalDate today = day(venueNow);
    if (reconciliation.lastRun().filter(last -> !day(last.at()).isBefore(today)).isPresent()) {
      return false;
    }
    reconciliation.run(venueNow);
    return true;
  }

  private static LocalDate day(Instant time) {
    return LocalDate.ofInstant(time, ZoneOffset.UTC);
  }
}
