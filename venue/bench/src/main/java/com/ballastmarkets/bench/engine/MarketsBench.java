package com.ballastmarkets.bench.engine;

import com.ballastmarkets.bench.ThreadTime;
import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.event.EventSink;
import com.ballastmarkets.engine.Exchange;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Many markets in one engine: the memory of 2,000 listed markets and of a million resting orders,
 * the rate then, and what is left when all of them have ended.
 */
public final class MarketsBench {
  private static final EventSink NOBODY = (timeNanos, event) -> {};
  private static final long DAY_NANOS = TimeUnit.DAYS.toNanos(1);

  private final PrintStream out;
  private final Exchange exchange = new Exchange();
  private long timeNanos = EngineStream.BEGIN_NANOS;
  private long heapBefore;

  public MarketsBench(PrintStream out) {
    this.out = out;
  }

  /** Runs a setup once. */
  public void run(EngineSetup setup) {
    out.println("stream: " + setup);
    final EngineStream stream = EngineStream.of(setup);
    heapBefore = usedHeap();
    final int opening = 2 * (setup.accounts() + setup.markets());
    play("accounts and markets", stream.preparation().subList(0, opening));
    heap("accounts and markets", opening / 2, "account or market");
    final List<Command> orders = stream.preparation().subList(opening, stream.preparation().size());
    play("orders that fill the books", orders);
    heap("orders", setup.resting(), "resting order");
    play("full books", List.of(stream.commands()));
    heap("full books, later", setup.resting(), "resting order");
    for (int i = 0; i < setup.markets(); i++) {
      apply(new Command.VoidMarket(BenchVenue.FIRST_MARKET + i));
    }
    timeNanos += 3 * DAY_NANOS;
    apply(new Command.Tick());
    heap("all markets void, three days later", setup.accounts(), "account");
    if (exchange.venueTimeNanos() != timeNanos) {
      throw new IllegalStateException("the engine's clock is not at the last command");
    }
  }

  private void play(String what, List<Command> commands) {
    final long begin = ThreadTime.nanosWithCollections();
    for (final Command command : commands) {
      apply(command);
      timeNanos += EngineStream.STEP_NANOS;
    }
    final double seconds = (ThreadTime.nanosWithCollections() - begin) / 1e9;
    out.printf(
        Locale.ROOT,
        "%s: %,d commands, %,.0f/s%n",
        what,
        commands.size(),
        commands.size() / seconds);
  }

  private void apply(Command command) {
    exchange.apply(command, timeNanos, NOBODY);
  }

  private void heap(String what, long count, String unit) {
    final long used = usedHeap() - heapBefore;
    out.printf(
        Locale.ROOT,
        "  heap with %s: %,.1f MB more, %,.0f bytes for each %s%n",
        what,
        used / 1e6,
        (double) used / count,
        unit);
  }

  private static long usedHeap() {
    long used = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      System.gc();
      used = Math.min(used, Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
    }
    return used;
  }
}
