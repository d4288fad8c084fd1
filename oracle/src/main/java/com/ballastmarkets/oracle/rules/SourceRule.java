package com.ballastmarkets.oracle.rules;

import com.ballastmarkets.oracle.telemetry.SourceClass;

/**
 * A source that a contract settles on.
 *
 * @param source its id
 * @param sourceClass how it sees; providers of one class are reconciled first
 * @param offsetDays how many days later than the exit gate this source dates a passage: its figure
 *     for day d + offset is taken for day d
 */
public record SourceRule(String source, SourceClass sourceClass, int offsetDays) {
  public SourceRule {
    if (source.isEmpty() || Math.abs(offsetDays) > 7) {
      throw new IllegalArgumentException("a source has an id and an offset of at most 7 days");
    }
  }
}
