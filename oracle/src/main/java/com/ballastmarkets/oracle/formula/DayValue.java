package com.ballastmarkets.oracle.formula;

import com.ballastmarkets.oracle.telemetry.SourceClass;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A day's value after the sources were brought together.
 *
 * @param value null if the day has none and the fallback rule leaves it out
 * @param byClass the value of each source class that has one
 */
public record DayValue(
    LocalDate day, @Nullable Ratio value, DayStatus status, Map<SourceClass, Ratio> byClass) {
  public DayValue {
    byClass = new TreeMap<>(byClass);
  }
}
