package com.ballastmarkets.clearing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random days of a clearing house beside a naive one that keeps lists of orders and trades and
 * tries every point of a grid. After every step: money adds up, events tell the truth, available
 * money is the naive one's to the micro, nobody at leverage one owes, and a fill never takes
 * anything that was available. {@code -Dclearing.steps=N} makes it longer.
 */
final class ClearingSimulation {
  private static final int STEPS = Integer.getInteger("clearing.steps", 800);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void staysExactAndInBalance(long seed) {
    final RandomDay day = new RandomDay(seed);
    for (int step = 0; step < STEPS; step++) {
      final String what = day.step();
      day.check("seed " + seed + ", step " + step + ": " + what);
    }
    assertThat(day.fills()).as("seed %d is busy", seed).isGreaterThan(STEPS / 20);
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14})
  void goesOnFromItsWrittenStateAsIfItHadNeverStopped(long seed) {
    final RandomDay through = new RandomDay(seed);
    final RandomDay stopped = new RandomDay(seed);
    for (int step = 0; step < STEPS; step++) {
      if (step % 97 == 0) {
        stopped.restart();
      }
      through.step();
      stopped.step();
      assertThat(stopped.events()).as("seed %d, step %d", seed, step).isEqualTo(through.events());
    }
    assertThat(stopped.state()).isEqualTo(through.state());
  }
}
