package com.ballastmarkets.reports.settlement;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A telemetry value that entered the computation.
 *
 * @param day UTC
 * @param metric {@code calls}, {@code tonnage}, {@code wait_hours} …
 * @param vesselClass {@code all}, {@code tanker} …
 * @param value exact; null when the qualifier says that it is missing, never zero for that
 * @param qualifier {@code OBSERVED}, {@code REVISED}, {@code MISSING}
 * @param use what it was used for: {@code window} or {@code baseline}
 * @param source who submitted it
 * @param vintage when it was received
 * @param rawSha256 of the file that it came in, 64 lower-case hex digits
 */
public record Observation(
    LocalDate day,
    String metric,
    String vesselClass,
    @Nullable BigDecimal value,
    String unit,
    String qualifier,
    String use,
    String source,
    Instant vintage,
    String rawSha256) {

  public Observation {
    if ((value == null) != qualifier.equals("MISSING")) {
      throw new IllegalArgumentException(
          "a value is absent exactly when it is MISSING: " + day + " " + metric);
    }
  }
}
