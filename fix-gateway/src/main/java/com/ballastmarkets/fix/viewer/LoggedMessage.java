package com.ballastmarkets.fix.viewer;

import java.util.List;

/**
 * A message as it was found in a file.
 *
 * @param before what stands before it on its line: a time or direction, as the log has it; may be
 *     empty
 */
public record LoggedMessage(String before, List<Field> fields) {
  public LoggedMessage {
    fields = List.copyOf(fields);
  }

  /** One field. */
  public record Field(int tag, String value) {}

  /** The first value of a field; empty if it is not there. */
  public String get(int tag) {
    for (final Field field : fields) {
      if (field.tag() == tag) {
        return field.value();
      }
    }
    return "";
  }
}
