package com.ballastmarkets.oracle.telemetry;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One day of one chokepoint or port as PortWatch publishes it.
 *
 * @param vessels transits or port calls by vessel class
 * @param tonnage capacity of a chokepoint's transits; import and export of a port together
 */
record PortWatchRow(
    String portId,
    LocalDate day,
    boolean port,
    Map<VesselClass, BigDecimal> vessels,
    Map<VesselClass, BigDecimal> tonnage) {

  /** Why a row cannot be taken. */
  static final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
      super(message);
    }
  }

  /**
   * @param cell the text of a named column, null if the row has none
   * @param port whether it is a row of the ports' table
   */
  static PortWatchRow read(Function<String, @Nullable String> cell, boolean port) {
    String portId = required(cell, "portid");
    LocalDate day = day(required(cell, "date"));
    sameDay(cell, day);
    Map<VesselClass, BigDecimal> vessels =
        port
            ? classes(cell, "portcalls", "portcalls_", true)
            : classes(cell, "n_total", "n_", true);
    Map<VesselClass, BigDecimal> tonnage;
    if (port) {
      tonnage = classes(cell, "import", "import_", false);
      classes(cell, "export", "export_", false)
          .forEach((vesselClass, value) -> tonnage.merge(vesselClass, value, BigDecimal::add));
    } else {
      tonnage = classes(cell, "capacity", "capacity_", false);
    }
    addsUp(vessels, port ? "portcalls" : "n");
    return new PortWatchRow(portId, day, port, vessels, tonnage);
  }

  /** Reads epoch milliseconds, {@code YYYY-MM-DD} or {@code YYYY/MM/DD 00:00:00+00}. */
  static LocalDate day(String text) {
    try {
      if (text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
        return LocalDate.parse(text);
      }
      if (text.matches("[0-9]{4}/[0-9]{2}/[0-9]{2} 00:00:00\\+00")) {
        return LocalDate.parse(text.substring(0, 10).replace('/', '-'));
      }
      if (text.matches("-?[0-9]{1,14}")) {
        Instant instant = Instant.ofEpochMilli(Long.parseLong(text));
        LocalDate day = LocalDate.ofInstant(instant, ZoneOffset.UTC);
        if (day.atStartOfDay(ZoneOffset.UTC).toInstant().equals(instant)) {
          return day;
        }
        throw new RefusedException("date " + text + " is not the start of a UTC day");
      }
    } catch (DateTimeException e) {
      throw new RefusedException("date \"" + shown(text) + "\" does not exist");
    }
    throw new RefusedException("date \"" + shown(text) + "\" has none of the three forms");
  }

  /** The cell of a JSON row as its text; null for an absent or null member. */
  static @Nullable String text(@Nullable JsonNode value) {
    if (value == null || value.isNull()) {
      return null;
    }
    return value.isNumber() ? value.decimalValue().toPlainString() : value.asText();
  }

  private static void sameDay(Function<String, @Nullable String> cell, LocalDate day) {
    String year = cell.apply("year");
    String month = cell.apply("month");
    String ofMonth = cell.apply("day");
    boolean same =
        (year == null || year.equals(String.valueOf(day.getYear())))
            && (month == null || month.equals(String.valueOf(day.getMonthValue())))
            && (ofMonth == null || ofMonth.equals(String.valueOf(day.getDayOfMonth())));
    if (!same) {
      throw new RefusedException("year, month and day are not those of its date " + day);
    }
  }

  private static Map<VesselClass, BigDecimal> classes(
      Function<String, @Nullable String> cell, String total, String prefix, boolean whole) {
    Map<VesselClass, BigDecimal> values = new EnumMap<>(VesselClass.class);
    for (VesselClass vesselClass : VesselClass.values()) {
      String column = vesselClass == VesselClass.ALL ? total : prefix + vesselClass.columnName();
      values.put(vesselClass, number(column, required(cell, column), whole));
    }
    return values;
  }

  private static void addsUp(Map<VesselClass, BigDecimal> vessels, String name) {
    BigDecimal cargo =
        of(vessels, VesselClass.CONTAINER)
            .add(of(vessels, VesselClass.DRY_BULK))
            .add(of(vessels, VesselClass.GENERAL_CARGO))
            .add(of(vessels, VesselClass.RORO));
    if (cargo.compareTo(of(vessels, VesselClass.CARGO)) != 0) {
      throw new RefusedException(
          name + "_cargo is " + vessels.get(VesselClass.CARGO) + ", its classes sum to " + cargo);
    }
    BigDecimal all = cargo.add(of(vessels, VesselClass.TANKER));
    if (all.compareTo(of(vessels, VesselClass.ALL)) != 0) {
      throw new RefusedException(
          "the total of "
              + name
              + " is "
              + vessels.get(VesselClass.ALL)
              + ", cargo and tankers sum to "
              + all);
    }
  }

  private static BigDecimal of(Map<VesselClass, BigDecimal> values, VesselClass vesselClass) {
    return values.getOrDefault(vesselClass, BigDecimal.ZERO);
  }

  private static BigDecimal number(String column, String text, boolean whole) {
    BigDecimal value;
    try {
      value = text.length() > 40 ? null : new BigDecimal(text);
    } catch (NumberFormatException e) {
      value = null;
    }
    if (value == null || value.precision() - value.scale() > 15 || value.scale() > 30) {
      throw new RefusedException(column + " is not a number: \"" + shown(text) + "\"");
    }
    if (value.signum() < 0) {
      throw new RefusedException(column + " is negative: " + text);
    }
    if (whole && value.stripTrailingZeros().scale() > 0) {
      throw new RefusedException(column + " is no whole number: " + text);
    }
    return value;
  }

  private static String required(Function<String, @Nullable String> cell, String column) {
    String text = cell.apply(column);
    if (text == null || text.isBlank()) {
      // An empty cell is a value that is missing, and missing is never 0.
      throw new RefusedException(column + " is empty");
    }
    return text;
  }

  private static String shown(String text) {
    return text.length() > 40 ? text.substring(0, 40) + "…" : text;
  }
}
