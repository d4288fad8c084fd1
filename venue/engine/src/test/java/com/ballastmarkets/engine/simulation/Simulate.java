package com.ballastmarkets.engine.simulation;

import com.ballastmarkets.engine.simulation.Simulation.Finding;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;

/**
 * The simulator by hand: {@code --seed N --steps N [--compare]}. Prints its seed, and for a finding
 * the steps that lead to it, as few as it can.
 */
public final class Simulate {
  private static final Duration SHRINKING = Duration.ofMinutes(2);
  private static final int PROGRESS = 10;

  private Simulate() {}

  public static void main(String[] args) {
    long seed = System.currentTimeMillis();
    long steps = 1_000_000;
    boolean compare = false;
    for (int i = 0; i < args.length; i++) {
      switch (args[i]) {
        case "--seed" -> seed = Long.parseLong(args[++i]);
        case "--steps" -> steps = Long.parseLong(args[++i]);
        case "--compare" -> compare = true;
        default -> {
          System.err.println("simulate: unknown option " + args[i]);
          System.err.println("usage: ./ballast simulate [--seed N] [--steps N] [--compare]");
          System.exit(64);
        }
      }
    }
    System.exit(run(seed, steps, compare, System.out));
  }

  private static int run(long firstSeed, long steps, boolean compare, PrintStream out) {
    out.printf("%,d steps from seed %d%s%n", steps, firstSeed, compare ? ", compared" : "");
    final Instant begin = Instant.now();
    final EventKinds kinds = new EventKinds();
    long done = 0;
    long told = 0;
    for (long seed = firstSeed; done < steps; seed++) {
      final int now = (int) Math.min(Simulation.STEPS_PER_RUN, steps - done);
      final Finding finding = Simulation.run(seed, now, compare, kinds::count);
      if (finding != null) {
        report(finding, out);
        return 1;
      }
      done += now;
      final long seconds = Duration.between(begin, Instant.now()).toSeconds();
      if (seconds >= told + PROGRESS || done == steps) {
        told = seconds;
        out.printf("%,d steps, %,d events, %d s%n", done, kinds.total(), seconds);
      }
    }
    kinds.counts().forEach((kind, count) -> out.printf("%,12d  %s%n", count, kind));
    return 0;
  }

  private static void report(Finding finding, PrintStream out) {
    out.println(finding);
    // For who changes the engine: where it broke is half of the finding.
    finding.cause().printStackTrace(out);
    out.printf(
        "again: ./ballast simulate --seed %d --steps %d%s%n",
        finding.seed(), Simulation.STEPS_PER_RUN, finding.compared() ? " --compare" : "");
    final Instant end = Instant.now().plus(SHRINKING);
    final Finding least = Shrinking.shrink(finding, () -> Instant.now().isBefore(end));
    out.printf("%nThe same with %d steps: %s%n", least.steps().size(), least.cause());
    least.steps().forEach(step -> out.println("  " + step));
  }
}
