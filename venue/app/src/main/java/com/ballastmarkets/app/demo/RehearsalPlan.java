package com.ballastmarkets.app.demo;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is rehearsed.
 *
 * @param beginAt where the venue's clock begins
 * @param telemetry a PortWatch file, or null for synthetic telemetry
 * @param headline the binary that is traded, disputed and told in detail
 * @param other a second market, settled beside it
 * @param otherPrice where the second market trades
 * @param otherLots how many lots of it
 */
public record RehearsalPlan(
    Instant beginAt,
    @Nullable Path telemetry,
    Contract headline,
    Contract other,
    String otherPrice,
    long otherLots) {

  /** A market and the day on which its window ends. */
  public record Contract(String symbol, LocalDate expiry) {
    Instant expiryInstant() {
      return expiry.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
  }

  /** Next week's Suez availability and Shanghai congestion, on made-up telemetry. */
  public static RehearsalPlan synthetic() {
    final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    final LocalDate monday = today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    final LocalDate end = monday.plusWeeks(1);
    return new RehearsalPlan(
        today.atTime(9, 0).toInstant(ZoneOffset.UTC),
        null,
        new Contract("suez-" + week(monday), end),
        new Contract("shanghai-" + week(monday), end),
        "52.5",
        20);
  }

  /** The week in which the Ever Given blocked the canal, and its month. */
  public static RehearsalPlan suezBlockage(Path telemetry) {
    return new RehearsalPlan(
        Instant.parse("2021-02-25T09:00:00Z"),
        telemetry,
        new Contract("suez-2021w12", LocalDate.of(2021, 3, 29)),
        new Contract("suez-2021-03", LocalDate.of(2021, 4, 1)),
        "0.9",
        200);
  }

  private static String week(LocalDate monday) {
    return "%dw%02d"
        .formatted(
            monday.get(IsoFields.WEEK_BASED_YEAR), monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
  }

  List<Contract> contracts() {
    return List.of(headline, other);
  }
}
