package com.ballastmarkets.reports.table;

import com.ballastmarkets.domain.money.Micros;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The first table of a report: line by line, in words or in USDC. */
public final class Summary {
  private final List<Line> lines = new ArrayList<>();

  private record Line(String field, String value, @Nullable BigDecimal amount) {}

  public Summary text(String field, String value) {
    lines.add(new Line(field, value, null));
    return this;
  }

  public Summary usdc(String field, long micros) {
    return usdc(field, "", micros);
  }

  public Summary usdc(String field, String value, long micros) {
    lines.add(new Line(field, value, Micros.decimal(micros)));
    return this;
  }

  public Table table() {
    return new Columns<Line>()
        .text("field", "Field", 28, Line::field)
        .text("value", "Value", 72, Line::value)
        .decimal("amount", "USDC", Line::amount)
        .table("summary", "Summary", lines);
  }
}
