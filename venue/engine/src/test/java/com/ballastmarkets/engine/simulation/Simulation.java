package com.ballastmarkets.engine.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs of the whole engine, each from one seed. */
final class Simulation {
  /** A run is begun anew with the next seed after so many steps, so that one can be replayed. */
  static final int STEPS_PER_RUN = 25_000;

  private static final int LAST = 8;

  private Simulation() {}

  /**
   * A run that found something.
   *
   * @param steps all it took, the last one failed
   */
  record Finding(long seed, boolean compared, List<Step> steps, Throwable cause) {
    @Override
    public String toString() {
      final StringBuilder text = new StringBuilder();
      text.append("seed %d, step %d: %s%n".formatted(seed, steps.size() - 1, cause));
      for (Step step : steps.subList(Math.max(0, steps.size() - LAST), steps.size())) {
        text.append("  ").append(step).append('\n');
      }
      return text.toString();
    }
  }

  /**
   * Runs a seed.
   *
   * @param compare whether the naive exchange runs beside
   * @param listener hears everything that the engine tells
   * @return what was found, null if nothing was
   */
  static @Nullable Finding run(long seed, int steps, boolean compare, Consumer<Told> listener) {
    final Run run = new Run(compare);
    final Crowd crowd = new Crowd(seed);
    final List<Step> script = new ArrayList<>();
    for (int i = 0; i < steps; i++) {
      final Step step = crowd.next();
      script.add(step);
      try {
        final List<Told> told = run.take(step);
        crowd.heard(told);
        told.forEach(listener);
      } catch (RuntimeException | AssertionError e) {
        return new Finding(seed, compare, script, e);
      }
    }
    return null;
  }
}
