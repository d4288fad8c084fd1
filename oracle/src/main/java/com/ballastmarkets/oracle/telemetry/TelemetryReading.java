package com.ballastmarkets.oracle.telemetry;

import com.ballastmarkets.oracle.merkle.Hash;
import java.time.Instant;
import java.util.List;

/**
 * What was read from one raw file. Bad rows are refused one by one, and the good ones stand.
 *
 * @param observations in {@link Observation#ORDER}
 * @param refused rows that were not taken, with the reason
 * @param rowsOfOtherPlaces rows of places that are not on the venue's list
 * @param moreToFetch whether the page says that the query has further pages
 */
public record TelemetryReading(
    List<Observation> observations,
    List<RefusedRow> refused,
    int rowsOfOtherPlaces,
    boolean moreToFetch) {

  public TelemetryReading {
    observations = observations.stream().sorted(Observation.ORDER).toList();
    refused = List.copyOf(refused);
  }

  /**
   * A row that was not taken.
   *
   * @param row its number in the file, the first row of data being 1
   * @param reason in words
   */
  public record RefusedRow(int row, String reason) {
    @Override
    public String toString() {
      return "row " + row + ": " + reason;
    }
  }

  /**
   * Reads a raw file. The same bytes, vintage and places always give the same observations.
   *
   * @param received the vintage of all its observations
   * @throws MalformedTelemetryException if the file as a whole cannot be read
   */
  public static TelemetryReading of(RawFormat format, byte[] raw, Instant received, Places places) {
    Hash hash = Hash.sha256(raw);
    return switch (format) {
      case PORTWATCH_CSV -> new PortWatchImport(places, received, hash).csv(raw);
      case PORTWATCH_JSON -> new PortWatchImport(places, received, hash).json(raw);
      case SUBMISSION -> Submission.parse(raw).reading(received, hash, places);
    };
  }
}
