package com.ballastmarkets.reports.table;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Cells as text for a page. Decimals of one column all have the same number of places, as many as
 * the longest of them needs, amounts at least two, so that their points stand under each other;
 * nothing is rounded. Thousands are separated by commas; a negative figure has a true minus sign.
 */
public final class Figures {
  private static final int LEAST_PLACES = 2;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Figures() {}

  /** Decimal places that every value of the column, and its total, can be shown with exactly. */
  public static int places(Table table, int column) {
    int places = table.columns().get(column).kind() == Column.Kind.DECIMAL ? LEAST_PLACES : 0;
    for (final List<@Nullable Object> row : table.rows()) {
      places = Math.max(places, placesOf(row.get(column)));
    }
    return table.totals().isEmpty()
        ? places
        : Math.max(places, placesOf(table.totals().get(column)));
  }

  private static int placesOf(@Nullable Object cell) {
    return cell instanceof BigDecimal decimal ? decimal.stripTrailingZeros().scale() : 0;
  }

  /** A cell of a column with so many decimal places. */
  public static String text(@Nullable Object cell, Column.Kind kind, int places) {
    return switch (cell) {
      case null -> "";
      case BigDecimal decimal -> decimal(decimal, places);
      case Long number when kind == Column.Kind.COUNT -> decimal(BigDecimal.valueOf(number), 0);
      case Instant time -> time(time);
      case LocalDate date -> date.toString();
      default -> cell.toString();
    };
  }

  /** A venue time to the second, in UTC, without naming the zone. */
  public static String time(Instant time) {
    return TIME.format(time);
  }

  /** An amount that stands alone: exact, at least two places. */
  public static String amount(BigDecimal amount) {
    return decimal(amount, Math.max(LEAST_PLACES, placesOf(amount)));
  }

  /** A count that stands alone. */
  public static String count(long count) {
    return decimal(BigDecimal.valueOf(count), 0);
  }

  private static String decimal(BigDecimal value, int places) {
    final var symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
    symbols.setMinusSign('\u2212');
    final var format = new DecimalFormat("#,##0", symbols);
    format.setMinimumFractionDigits(places);
    format.setMaximumFractionDigits(Math.max(places, value.scale()));
    return format.format(value);
  }
}
