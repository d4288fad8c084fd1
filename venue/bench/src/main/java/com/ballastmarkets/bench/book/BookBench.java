package com.ballastmarkets.bench.book;

import com.ballastmarkets.bench.Pairs;
import com.ballastmarkets.bench.ThreadTime;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The engine's book on workloads of the public matching benchmark, or on shapes of our own: report
 * hash, message count, and the rate beside a textbook book on the same stream. Passes are warm,
 * over a whole workload each, interleaved; reports are written in them, and hashed apart.
 */
public final class BookBench {
  private static final int WARM_UP = Integer.getInteger("ballast.bench.warmup", 4);
  private static final int PAIRS = Integer.getInteger("ballast.bench.pairs", 7);

  private final PrintStream out;
  private double worstRatio = Double.POSITIVE_INFINITY;
  private double worstRate = Double.POSITIVE_INFINITY;
  private int runs;
  private boolean correct = true;

  public BookBench(PrintStream out) {
    this.out = out;
  }

  /**
   * Runs the files, one after the other.
   *
   * @return whether all hashes are right, as far as that is known
   * @throws IOException if a file is not of the benchmark's format
   */
  public boolean run(List<Path> files) throws Exception {
    for (final Path file : files) {
      measure(Workload.read(file));
    }
    return conclude();
  }

  /** Runs shapes of our own. */
  public boolean run(List<Shape> shapes, long seed, int messages) throws Exception {
    for (final Shape shape : shapes) {
      measure(shape.workload(seed, messages));
    }
    return conclude();
  }

  private boolean conclude() {
    if (runs > 1) {
      out.printf(
          Locale.ROOT,
          "worst of %d workloads: %,.0f msg/s, %.2f × the textbook%n",
          runs,
          worstRate,
          worstRatio);
    }
    return correct;
  }

  private void measure(Workload workload) throws Exception {
    out.printf(Locale.ROOT, "%s: %,d messages%n", workload.name(), workload.count());
    for (int i = 0; i < WARM_UP; i++) {
      perSecond(workload, VenueBook::new);
      perSecond(workload, TextbookBook::new);
    }
    final List<Double> rates = new ArrayList<>();
    final Pairs pairs = new Pairs("book ÷ textbook", out);
    for (int i = 0; i < PAIRS; i++) {
      pairs.pair(
          () -> {
            final double rate = perSecond(workload, VenueBook::new);
            rates.add(rate);
            return rate;
          },
          () -> perSecond(workload, TextbookBook::new));
    }
    pairs.print();
    rates.sort(null);
    final double rate = rates.get(rates.size() / 2);
    out.printf(
        Locale.ROOT,
        "rate: median %,.0f msg/s of %d passes, %,.0f to %,.0f%n",
        rate,
        rates.size(),
        rates.getFirst(),
        rates.getLast());
    compareHashes(workload);
    worstRatio = Math.min(worstRatio, pairs.median());
    worstRate = Math.min(worstRate, rate);
    runs++;
  }

  private void compareHashes(Workload workload) {
    final String ours = hash(workload, VenueBook::new);
    out.println("hash: " + ours);
    if (!hash(workload, TextbookBook::new).equals(ours)) {
      correct = false;
      out.println("  WRONG: the textbook's is another");
    }
    final String published = PublishedHashes.of(workload.name());
    if (published != null) {
      correct &= published.equals(ours);
      out.println(published.equals(ours) ? "  as published" : "  WRONG: published " + published);
    }
  }

  private static double perSecond(Workload workload, BookPlayer.Maker maker) {
    final ReportTape tape = new ReportTape(null);
    final BookPlayer player = maker.on(tape);
    System.gc();
    final long begin = ThreadTime.nanosWithCollections();
    player.play(workload);
    final long nanos = ThreadTime.nanosWithCollections() - begin;
    if (tape.count() == 0) {
      throw new IllegalStateException("no report");
    }
    return workload.count() * 1e9 / nanos;
  }

  private static String hash(Workload workload, BookPlayer.Maker maker) {
    final ReportHash hash = new ReportHash();
    final ReportTape tape = new ReportTape(hash);
    maker.on(tape).play(workload);
    tape.flush();
    return hash.hex();
  }
}
