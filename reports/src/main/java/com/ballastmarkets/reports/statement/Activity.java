package com.ballastmarkets.reports.statement;

import com.ballastmarkets.reports.page.Section;
import com.ballastmarkets.reports.table.Columns;
import com.ballastmarkets.reports.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The summary of a statement, line by line; balances stand out. */
final class Activity {
  private final List<Line> lines = new ArrayList<>();

  private record Line(String field, String value, long micros, boolean strong) {}

  void line(String field, String value, long micros) {
    lines.add(new Line(field, value, micros, false));
  }

  void balance(String field, long micros) {
    lines.add(new Line(field, "", micros, true));
  }

  Section section() {
    final Table table =
        new Columns<Line>()
            .text("field", "", 28, Line::field)
            .text("value", "", 40, Line::value)
            .amount("amount", "USDC", Line::micros)
            .table("activity", "Summary", lines);
    final List<Map<String, String>> rows = Section.rows(table);
    for (int i = 0; i < rows.size(); i++) {
      final Map<String, String> row = rows.get(i);
      if (lines.get(i).strong()) {
        row.put("strong", row.getOrDefault("field", ""));
        row.put("strong_amount", row.getOrDefault("amount", ""));
        row.keySet().removeAll(List.of("field", "amount"));
      }
    }
    return new Section("Summary", "USDC", "activity", rows, Map.of());
  }
}
