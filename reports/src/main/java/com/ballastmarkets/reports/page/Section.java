package com.ballastmarkets.reports.page;

import com.ballastmarkets.reports.table.Column;
import com.ballastmarkets.reports.table.Figures;
import com.ballastmarkets.reports.table.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A part of a document.
 *
 * @param heading null for a part that carries on without one
 * @param note beside the heading, in small type; empty for none
 * @param template its file's name without the extension
 * @param rows text by field name
 * @param totals text by column key, for the template's parameters {@code total_…}
 */
public record Section(
    @Nullable String heading,
    String note,
    String template,
    List<Map<String, String>> rows,
    Map<String, String> totals) {

  /** A section that shows a table in the template of the table's key. */
  public static Section of(Table table, String heading, String note) {
    return new Section(heading, note, table.key(), rows(table), totals(table));
  }

  /** The table's cells as text, by column key. */
  public static List<Map<String, String>> rows(Table table) {
    final List<Map<String, String>> rows = new ArrayList<>(table.rows().size());
    final int[] places = places(table);
    for (final List<@Nullable Object> row : table.rows()) {
      rows.add(text(table.columns(), row, places));
    }
    return rows;
  }

  private static Map<String, String> totals(Table table) {
    return table.totals().isEmpty()
        ? Map.of()
        : text(table.columns(), table.totals(), places(table));
  }

  private static int[] places(Table table) {
    final int[] places = new int[table.columns().size()];
    for (int i = 0; i < places.length; i++) {
      places[i] = Figures.places(table, i);
    }
    return places;
  }

  private static Map<String, String> text(
      List<Column> columns, List<@Nullable Object> cells, int[] places) {
    final Map<String, String> text = new HashMap<>();
    for (int i = 0; i < places.length; i++) {
      final Column column = columns.get(i);
      text.put(column.key(), Figures.text(cells.get(i), column.kind(), places[i]));
    }
    return text;
  }
}
