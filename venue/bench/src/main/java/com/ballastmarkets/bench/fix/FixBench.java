package com.ballastmarkets.bench.fix;

import com.ballastmarkets.bench.Pairs;
import com.ballastmarkets.bench.durable.RawClusterEcho;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;
import org.agrona.IoUtil;

/**
 * FIX orders, from the order to its first execution report, through the venue as it ships and
 * through a bare QuickFIX/J echo, in interleaved pairs: throughput with 256 and 16 orders on their
 * way, single orders, and latency at fixed rates.
 */
public final class FixBench {
  private static final int PAIRS = Integer.getInteger("ballast.bench.pairs", 3);
  private static final int COUNT = Integer.getInteger("ballast.bench.count", 50_000);
  private static final int PINGS = 2_000;
  private static final int SECONDS = Integer.getInteger("ballast.bench.seconds", 5);
  private static final List<Integer> RATES = List.of(1_000, 5_000, 10_000);

  private final PrintStream out;

  public FixBench(PrintStream out) {
    this.out = out;
  }

  /** Prints the ratios as it goes. */
  public void run() throws Exception {
    final Path folder = Files.createTempDirectory("ballast-bench");
    try (FixVenue venue = new FixVenue(folder.resolve("venue"));
        BareEcho bare = new BareEcho(freePort());
        RawClusterEcho cluster = new RawClusterEcho(folder.resolve("echo"), 1);
        FixLoad ours = new FixLoad(venue.address(), "BALLAST-OE");
        FixLoad echo = new FixLoad(bare.address(), BareEcho.COMP_ID)) {
      out.println("warming up");
      for (int i = 0; i < 2; i++) {
        ours.perSecond(256, COUNT);
        ours.cancelAll();
        echo.perSecond(256, COUNT);
      }
      final Pairs wide = new Pairs("FIX orders ÷ bare echo, window 256", out);
      final Pairs narrow = new Pairs("FIX orders ÷ bare echo, window 16", out);
      final List<Double> latencies = new ArrayList<>();
      for (int i = 0; i < PAIRS; i++) {
        wide.pair(() -> round(ours, 256), () -> echo.perSecond(256, COUNT));
        narrow.pair(() -> round(ours, 16), () -> echo.perSecond(16, COUNT));
        latencies.add(single(ours, echo, cluster));
      }
      wide.print();
      narrow.print();
      Collections.sort(latencies);
      out.printf(
          Locale.ROOT,
          "(FIX p50 − bare echo p50) ÷ raw cluster echo p50: median %.2f, %.2f to %.2f%n",
          latencies.get(latencies.size() / 2),
          latencies.getFirst(),
          latencies.getLast());
      for (final int rate : RATES) {
        print("ours", rate, ours.openLoop(rate, SECONDS));
        ours.cancelAll();
        print("bare echo", rate, echo.openLoop(rate, SECONDS));
      }
    } finally {
      IoUtil.delete(folder.toFile(), true);
    }
  }

  private static double round(FixLoad load, int window) throws IOException {
    final double rate = load.perSecond(window, COUNT);
    load.cancelAll();
    return rate;
  }

  private double single(FixLoad ours, FixLoad echo, RawClusterEcho cluster) throws IOException {
    final double mine = ours.medianNanos(PINGS) / 1e3;
    final double bare = echo.medianNanos(PINGS) / 1e3;
    final double raw = cluster.medianNanos(PINGS) / 1e3;
    final double ratio = (mine - bare) / raw;
    out.printf(
        Locale.ROOT,
        "  one at a time, p50: ours %.0f µs, bare echo %.0f µs, raw cluster echo %.0f µs: %.2f%n",
        mine,
        bare,
        raw,
        ratio);
    return ratio;
  }

  private void print(String who, int rate, Histogram histogram) {
    out.printf(
        Locale.ROOT,
        "  %,6d/s %-9s p50 %,7.0f µs  p99 %,8.0f µs  p99.9 %,8.0f µs  max %,8.0f µs%n",
        rate,
        who,
        histogram.getValueAtPercentile(50) / 1e3,
        histogram.getValueAtPercentile(99) / 1e3,
        histogram.getValueAtPercentile(99.9) / 1e3,
        histogram.getMaxValue() / 1e3);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  public static void main(String[] args) throws Exception {
    new FixBench(System.out).run();
  }
}
