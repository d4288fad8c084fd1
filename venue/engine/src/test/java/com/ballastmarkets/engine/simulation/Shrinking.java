package com.ballastmarkets.engine.simulation;

import com.ballastmarkets.engine.simulation.Simulation.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Drops steps of a run that found something, as long as it finds the same. */
final class Shrinking {
  private Shrinking() {}

  /**
   * A shorter run with the same finding: parts are dropped, half of it first, then smaller ones.
   *
   * @param goOn asked before each attempt
   */
  static Finding shrink(Finding finding, BooleanSupplier goOn) {
    Finding best = finding;
    int part = best.steps().size() / 2;
    while (part > 0 && goOn.getAsBoolean()) {
      boolean dropped = false;
      int from = 0;
      while (from < best.steps().size() && goOn.getAsBoolean()) {
        final List<Step> shorter = new ArrayList<>(best.steps());
        shorter.subList(from, Math.min(from + part, shorter.size())).clear();
        final Finding again = replay(best, shorter);
        if (again == null) {
          from += part;
        } else {
          best = again;
          dropped = true;
        }
      }
      part = dropped && part > 1 ? part : part / 2;
      part = Math.min(part, best.steps().size() / 2);
    }
    return best;
  }

  /** What a list of steps finds, null if it is not the same. */
  private static @Nullable Finding replay(Finding finding, List<Step> steps) {
    final Run run = new Run(finding.compared());
    for (int i = 0; i < steps.size(); i++) {
      try {
        run.take(steps.get(i));
      } catch (RuntimeException | AssertionError e) {
        return kind(e).equals(kind(finding.cause()))
            ? new Finding(finding.seed(), finding.compared(), steps.subList(0, i + 1), e)
            : null;
      }
    }
    return null;
  }

  /** The words up to the first figure or colon, and where it was thrown. */
  private static String kind(Throwable cause) {
    final String words = String.valueOf(cause.getMessage()).split("[:0-9]", 2)[0];
    final StackTraceElement[] trace = cause.getStackTrace();
    final int at = cause instanceof Violation ? Math.min(1, trace.length - 1) : 0;
    return cause.getClass() + words + (trace.length == 0 ? "" : trace[at]);
  }
}
