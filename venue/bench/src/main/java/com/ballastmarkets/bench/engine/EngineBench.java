package com.ballastmarkets.bench.engine;

import com.ballastmarkets.bench.Pairs;
import com.ballastmarkets.bench.ThreadTime;
import com.ballastmarkets.domain.command.Command;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.HdrHistogram.Histogram;

/**
 * The engine with margin, positions and fees on one thread: commands a second beside a textbook
 * engine on the same stream, bytes allocated a command, latency at fixed rates, and what 1,000
 * times the accounts and 200 times the markets cost.
 */
public final class EngineBench {
  private static final int WARM_UP = Integer.getInteger("ballast.bench.warmup", 3);
  private static final int PAIRS = Integer.getInteger("ballast.bench.pairs", 5);
  private static final long[] RATES = {100_000, 500_000, 1_000_000};

  private final PrintStream out;

  public EngineBench(PrintStream out) {
    this.out = out;
  }

  /** Throughput, allocation and latency of one setup. */
  public void run(EngineSetup setup) throws Exception {
    final EngineStream stream = stream(setup);
    for (int i = 0; i < WARM_UP; i++) {
      perSecond(stream, EngineRun::new);
      perSecond(stream, TextbookEngine::new);
    }
    final Pairs pairs = new Pairs("engine ÷ textbook engine", out);
    for (int i = 0; i < PAIRS; i++) {
      pairs.pair(
          () -> perSecond(stream, EngineRun::new), () -> perSecond(stream, TextbookEngine::new));
    }
    pairs.print();
    allocation(stream);
    for (final long rate : RATES) {
      latency(stream, rate);
    }
  }

  /**
   * Throughput while accounts are liquidated at the fastest pace that there is, beside the same
   * stream in the same venue in which they are not.
   */
  public void liquidations(EngineSetup setup) throws Exception {
    final int market = BenchVenue.FIRST_MARKET + setup.markets();
    final List<Command> quiet = Defaulters.positions(market);
    final List<Command> falling = new ArrayList<>(quiet);
    falling.addAll(Defaulters.fall(market));
    out.println("stream: " + setup + ", beside " + Defaulters.COUNT + " leveraged accounts");
    final EngineStream without = EngineStream.of(setup, quiet);
    final EngineStream with = EngineStream.of(setup, falling);
    final EngineRun counted = new EngineRun(with);
    counted.play();
    out.printf(
        Locale.ROOT,
        "  %,d slices of liquidations in %,d commands%n",
        counted.slices(),
        setup.commands());
    for (int i = 0; i < WARM_UP; i++) {
      perSecond(with, EngineRun::new);
      perSecond(without, EngineRun::new);
    }
    final Pairs pairs = new Pairs("with liquidations ÷ without", out);
    for (int i = 0; i < PAIRS; i++) {
      pairs.pair(() -> perSecond(with, EngineRun::new), () -> perSecond(without, EngineRun::new));
    }
    pairs.print();
  }

  /** The cost of a command in a large venue against that in a small one. */
  public void scale(EngineSetup small, EngineSetup large) throws Exception {
    final EngineStream few = stream(small);
    final EngineStream many = stream(large);
    perSecond(few, EngineRun::new);
    perSecond(many, EngineRun::new);
    perSecond(few, EngineRun::new);
    // The cost of a command is the inverse of the rate: small ÷ large is the ratio of costs.
    final Pairs pairs = new Pairs("cost, large ÷ small", out);
    for (int i = 0; i < PAIRS; i++) {
      pairs.pair(() -> perSecond(few, EngineRun::new), () -> perSecond(many, EngineRun::new));
    }
    pairs.print();
  }

  private EngineStream stream(EngineSetup setup) {
    out.println("stream: " + setup);
    final EngineStream stream = EngineStream.of(setup);
    out.printf(Locale.ROOT, "  %,d trades%n", stream.trades());
    return stream;
  }

  private double perSecond(EngineStream stream, Function<EngineStream, TimedEngine> maker) {
    final TimedEngine engine = maker.apply(stream);
    System.gc();
    final long begin = ThreadTime.nanosWithCollections();
    engine.play();
    final long nanos = ThreadTime.nanosWithCollections() - begin;
    if (engine.trades() != stream.trades()) {
      throw new IllegalStateException(
          "%,d trades, not the stream's %,d".formatted(engine.trades(), stream.trades()));
    }
    return stream.commands().length * 1e9 / nanos;
  }

  private void allocation(EngineStream stream) {
    final EngineRun run = new EngineRun(stream);
    final long events = run.events();
    final long before = ThreadTime.allocatedBytes();
    run.play();
    final double commands = stream.commands().length;
    out.printf(
        Locale.ROOT,
        "allocated: %.0f bytes a command, with %.2f events%n",
        (ThreadTime.allocatedBytes() - before) / commands,
        (run.events() - events) / commands);
  }

  private void latency(EngineStream stream, long perSecond) {
    final Histogram histogram = new EngineRun(stream).latency(perSecond);
    out.printf(
        Locale.ROOT,
        "latency at %,d/s: p50 %.1f µs, p90 %.1f, p99 %.1f, p99.9 %.1f, p99.99 %.1f, max %.0f%n",
        perSecond,
        histogram.getValueAtPercentile(50) / 1e3,
        histogram.getValueAtPercentile(90) / 1e3,
        histogram.getValueAtPercentile(99) / 1e3,
        histogram.getValueAtPercentile(99.9) / 1e3,
        histogram.getValueAtPercentile(99.99) / 1e3,
        histogram.getMaxValue() / 1e3);
  }
}
