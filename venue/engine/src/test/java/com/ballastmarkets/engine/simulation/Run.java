package com.ballastmarkets.engine.simulation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An engine on a node, held against what must be true after every step, and, if wanted, against the
 * naive exchange event for event.
 */
final class Run {
  private final SimulatedNode node = new SimulatedNode();
  private final Invariants invariants = new Invariants();
  private final @Nullable NaiveExchange naive;

  Run(boolean compare) {
    naive = compare ? new NaiveExchange() : null;
  }

  /** Takes a step and says what the engine told; anything thrown is what was to be found. */
  List<Told> take(Step step) {
    switch (step) {
      case Step.Apply apply -> {
        return take(apply);
      }
      case Step.Snapshot() -> node.snapshot();
      case Step.Crash() -> node.crash();
      case Step.CrashTwice(int perMille) -> node.crashTwice(perMille);
    }
    return List.of();
  }

  /** The same as one of many: what is found says which it was. */
  List<Told> take(long seed, int number, Step step) {
    try {
      return take(step);
    } catch (AssertionError e) {
      throw new AssertionError("seed %d, step %d: %s".formatted(seed, number, step), e);
    }
  }

  /** The engine goes on from its snapshot. */
  void restore(long seed, int number) {
    take(seed, number, new Step.Snapshot());
    take(seed, number, new Step.Crash());
  }

  private List<Told> take(Step.Apply apply) {
    final List<Told> told = node.apply(apply.command(), apply.time());
    if (naive != null) {
      final List<Told> expected = new ArrayList<>();
      naive.apply(apply.command(), apply.time(), (at, event) -> expected.add(new Told(at, event)));
      Violation.unless(
          told.equals(expected), "not as the naive exchange:\n  %s\n  %s", told, expected);
    }
    invariants.see(told);
    return told;
  }

  /** Whether the engine is still held against the naive one. */
  boolean isCompared() {
    return naive != null;
  }

  int stateLength() {
    return node.stateLength();
  }
}
