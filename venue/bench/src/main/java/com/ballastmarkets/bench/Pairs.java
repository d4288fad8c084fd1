package com.ballastmarkets.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * A ratio of two rates, measured in interleaved pairs since the machine is shared: the median of
 * the pairs' ratios and their spread are what counts, not the rates.
 */
public final class Pairs {
  private final String name;
  private final List<Double> ratios = new ArrayList<>();
  private final PrintStream out;

  /**
   * @param name of the ratio, as {@code ours ÷ reference}
   */
  public Pairs(String name, PrintStream out) {
    this.name = name;
    this.out = out;
  }

  /** Measures a rate, in operations per second. */
  @FunctionalInterface
  public interface Measurement {
    double perSecond() throws Exception;
  }

  /** Measures both sides once, one after the other. */
  public void pair(Measurement ours, Measurement reference) throws Exception {
    final double mine = ours.perSecond();
    final double other = reference.perSecond();
    ratios.add(mine / other);
    out.printf(Locale.ROOT, "  %s: %,.0f/s ÷ %,.0f/s = %.3f%n", name, mine, other, mine / other);
  }

  /** The median of the ratios so far. */
  public double median() {
    return sorted().get(ratios.size() / 2);
  }

  private List<Double> sorted() {
    final List<Double> sorted = new ArrayList<>(ratios);
    Collections.sort(sorted);
    return sorted;
  }

  /** Prints the median and the spread. */
  public void print() {
    final List<Double> sorted = sorted();
    out.printf(
        Locale.ROOT,
        "%s: median %.3f of %d pairs, %.3f to %.3f%n",
        name,
        median(),
        sorted.size(),
        sorted.getFirst(),
        sorted.getLast());
  }
}
