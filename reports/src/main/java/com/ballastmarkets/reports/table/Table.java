package com.ballastmarkets.reports.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Named columns, rows of cells, and perhaps a line of totals. Cells hold what {@link Column.Kind}
 * says, or null.
 *
 * @param key its name for machines: {@code payouts}
 * @param title its name for people, and of its sheet: at most 31 characters
 * @param totals one cell per column, or empty if the table has no totals
 */
public record Table(
    String key,
    String title,
    List<Column> columns,
    List<List<@Nullable Object>> rows,
    List<@Nullable Object> totals) {

  public Table {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    totals = Collections.unmodifiableList(totals);
    for (final List<@Nullable Object> row : rows) {
      requireWidth(key, columns.size(), row.size());
    }
    if (!totals.isEmpty()) {
      requireWidth(key, columns.size(), totals.size());
    }
  }

  /** The same table with a row more. */
  public Table with(@Nullable Object... row) {
    final List<List<@Nullable Object>> more = new ArrayList<>(rows);
    more.add(Arrays.asList(row));
    return new Table(key, title, columns, more, totals);
  }

  private static void requireWidth(String table, int columns, int cells) {
    if (columns != cells) {
      throw new IllegalArgumentException(
          table + " has " + columns + " columns and a row of " + cells + " cells");
    }
  }
}
