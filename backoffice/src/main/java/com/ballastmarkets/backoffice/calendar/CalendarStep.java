package com.ballastmarkets.backoffice.calendar;

import java.time.Instant;

/** A job of the calendar. */
public interface CalendarStep {
  /** Its name in Quartz. */
  String name();

  /**
   * Does everything that is due.
   *
   * @param venueNow the venue's time
   * @return whether anything was done, so that the jobs after it have something to look at
   * @throws Exception if it could not be done now; it is tried again
   */
  boolean run(Instant venueNow) throws Exception;
}
