package com.ballastmarkets.reports.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The head of a document's first page: what it is about, and its four figures. */
public record Masthead(String kicker, String title, String subtitle, List<Figure> figures) {

  /** A figure that stands out. */
  public record Figure(String label, String text) {}

  public Masthead {
    figures = List.copyOf(figures);
    if (figures.size() != 4) {
      throw new IllegalArgumentException("a masthead has four figures: " + figures.size());
    }
  }

  Section section() {
    final Map<String, String> row = new HashMap<>();
    row.put("kicker", kicker);
    row.put("title", title);
    row.put("subtitle", subtitle);
    for (int i = 0; i < figures.size(); i++) {
      row.put("label" + (i + 1), figures.get(i).label());
      row.put("figure" + (i + 1), figures.get(i).text());
    }
    return new Section(null, "", "masthead", List.of(row), Map.of());
  }
}
