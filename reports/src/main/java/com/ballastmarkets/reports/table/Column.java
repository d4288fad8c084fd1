package com.ballastmarkets.reports.table;

/**
 * A column of a {@link Table}.
 *
 * @param key its name for machines: the CSV header, {@code final_payment}
 * @param title its name for people: {@code Final payment}
 * @param width of the sheet's column, in characters
 */
public record Column(String key, String title, Kind kind, int width) {
  /** What stands in a column's cells; a cell may also be empty, which is null. */
  public enum Kind {
    /** A {@code String} to read. */
    TEXT,
    /** A {@code String} to compare letter by letter: a hash, a symbol. */
    CODE,
    /** A {@code Long} that counts. */
    COUNT,
    /** A {@code Long} that names: no separators. */
    ID,
    /** An exact {@code BigDecimal}: an amount or a price. */
    DECIMAL,
    /** An exact {@code BigDecimal} that was measured or counted, in a unit of its own. */
    QUANTITY,
    /** An {@code Instant}, shown in UTC. */
    TIME,
    /** A {@code LocalDate}. */
    DATE
  }
}
