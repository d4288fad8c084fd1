package com.ballastmarkets.bench.durable;

import com.ballastmarkets.bench.Pairs;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.agrona.IoUtil;

/**
 * Durable commands against a raw synced cluster echo (windows 256 and 2,048, and one at a time),
 * against the same path without syncs, and the replay of the log against the live rate.
 */
public final class DurableBench {
  private static final int PAIRS = Integer.getInteger("ballast.bench.pairs", 3);
  private static final int SMALL = 256;
  private static final int LARGE = 2_048;
  private static final long COUNT = Long.getLong("ballast.bench.count", 200_000);
  private static final int PINGS = 2_000;

  private final PrintStream out;

  public DurableBench(PrintStream out) {
    this.out = out;
  }

  /** Prints the ratios as it goes. */
  public void run() throws Exception {
    final Path folder = Files.createTempDirectory("ballast-bench");
    try (DurableVenue ours = new DurableVenue(folder.resolve("ours"), 1);
        DurableVenue unsynced = new DurableVenue(folder.resolve("unsynced"), 0);
        RawClusterEcho echo = new RawClusterEcho(folder.resolve("echo"), 1)) {
      out.println("warming up");
      ours.perSecond(SMALL, COUNT / 2);
      unsynced.perSecond(SMALL, COUNT / 2);
      echo.perSecond(SMALL, COUNT / 2);
      final Pairs small = new Pairs("durable ÷ raw echo, window 256", out);
      final Pairs large = new Pairs("durable ÷ raw echo, window 2048", out);
      final Pairs sync = new Pairs("durable ÷ not durable, window 256", out);
      final Pairs replay = new Pairs("replay ÷ live, window 2048", out);
      for (int i = 0; i < PAIRS; i++) {
        small.pair(() -> ours.perSecond(SMALL, COUNT), () -> echo.perSecond(SMALL, COUNT));
        large.pair(() -> ours.perSecond(LARGE, COUNT), () -> echo.perSecond(LARGE, COUNT));
        sync.pair(() -> ours.perSecond(SMALL, COUNT), () -> unsynced.perSecond(SMALL, COUNT));
        replay.pair(ours::replayPerSecond, () -> ours.perSecond(LARGE, COUNT));
        latency(ours, echo);
      }
      small.print();
      large.print();
      sync.print();
      replay.print();
    } finally {
      delete(folder.toFile());
    }
  }

  /** Prints how fast the log is replayed, beside the live rate and beside the engine alone. */
  public void replay() throws Exception {
    final Path folder = Files.createTempDirectory("ballast-bench");
    try (DurableVenue ours = new DurableVenue(folder.resolve("ours"), 1)) {
      final EngineAlone alone = new EngineAlone(COUNT);
      out.println("warming up");
      ours.perSecond(LARGE, COUNT);
      ours.replayPerSecond();
      alone.perSecond();
      final Pairs live = new Pairs("replay ÷ live through the log, window 2048", out);
      final Pairs engine = new Pairs("replay ÷ engine alone", out);
      for (int i = 0; i < PAIRS; i++) {
        live.pair(ours::replayPerSecond, () -> ours.perSecond(LARGE, COUNT));
        engine.pair(ours::replayPerSecond, alone::perSecond);
      }
      live.print();
      engine.print();
    } finally {
      delete(folder.toFile());
    }
  }

  private void latency(DurableVenue ours, RawClusterEcho echo) throws Exception {
    final double mine = ours.medianNanos(PINGS) / 1e3;
    final double other = echo.medianNanos(PINGS) / 1e3;
    out.printf(Locale.ROOT, "  one at a time, median: %.0f µs, raw echo %.0f µs%n", mine, other);
  }

  private static void delete(File folder) throws IOException {
    IoUtil.delete(folder, true);
  }

  public static void main(String[] args) throws Exception {
    new DurableBench(System.out).run();
  }
}
