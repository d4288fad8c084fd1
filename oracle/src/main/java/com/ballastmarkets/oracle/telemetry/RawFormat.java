package com.ballastmarkets.oracle.telemetry;

/** The forms of raw telemetry that observations can be read from again, by anyone. */
public enum RawFormat {
  /** A CSV export of PortWatch. */
  PORTWATCH_CSV,
  /** One page of an ArcGIS query of PortWatch, JSON. */
  PORTWATCH_JSON,
  /** A data partner's submission in the product's own form, JSON; see {@link Submission}. */
  SUBMISSION
}
