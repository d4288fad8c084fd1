package com.ballastmarkets.reports.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Lines of label and value. */
public final class Facts {
  private final List<Map<String, String>> rows = new ArrayList<>();

  public Facts text(String label, String text) {
    rows.add(Map.of("label", label, "text", text));
    return this;
  }

  /** A value to compare letter by letter. */
  public Facts code(String label, String code) {
    rows.add(Map.of("label", label, "code", code));
    return this;
  }

  public Section section(String heading, String note) {
    return new Section(heading, note, "facts", rows, Map.of());
  }
}
