package com.ballastmarkets.reports.page;

import java.time.Instant;
import java.util.List;

/**
 * A document ready to be set.
 *
 * @param runningHead on top of every page
 * @param issuedAt venue time, at the foot of every page
 * @param hash of the content, at the foot of every page
 * @param synthetic whether every page says that the telemetry is synthetic
 */
public record PageDocument(
    String venue,
    String runningHead,
    Instant issuedAt,
    String hash,
    boolean synthetic,
    Masthead masthead,
    List<Section> sections) {

  /** What every page and sheet says when a figure rests on generated telemetry. */
  public static final String SYNTHETIC = "SYNTHETIC TELEMETRY \u2014 SANDBOX";

  public PageDocument {
    sections = List.copyOf(sections);
  }
}
