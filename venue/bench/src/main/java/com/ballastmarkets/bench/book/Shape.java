package com.ballastmarkets.bench.book;

import java.util.Locale;
import java.util.Random;

/** Streams of our own, for books that the public scenarios do not have. */
public enum Shape {
  /** A few hundred levels near a slow mid. */
  CALM(20_000, 2, 40),
  /** Ten levels with thousands of orders each. */
  DEEP(60_000, 0, 3),
  /** Forty thousand levels of one order each, far apart. */
  WIDE(40_000, 2, 2_000_000),
  /** A mid that runs away, and leaves levels behind. */
  CRASH(5_000, 60, 400),
  /** Hardly anything rests: the best level comes and goes. */
  THIN(20, 1, 4);

  private static final long START = 40_000_000;
  private static final double IMMEDIATE = 0.15;
  private static final double MODIFIED = 0.1;

  private final int resting;
  private final int step;
  private final int spread;

  /**
   * @param resting about how many orders rest
   * @param step of the mid, in ticks a message
   * @param spread the mean distance of an order from the mid, in ticks
   */
  Shape(int resting, int step, int spread) {
    this.resting = resting;
    this.step = step;
    this.spread = spread;
  }

  /** The stream of a seed: the same on every machine. */
  Workload workload(long seed, int messages) {
    final Workload workload =
        new Workload(
            "shape %s, seed %d".formatted(name().toLowerCase(Locale.ROOT), seed), messages);
    final Random random = new Random(seed);
    final long[] ids = new long[2 * resting + 2];
    int alive = 0;
    long nextId = 1;
    long mid = START;
    while (workload.count() < messages) {
      mid += random.nextInt(2 * step + 1) - step;
      final int side = random.nextInt(2);
      final long price = mid + (side == 0 ? -1 : 1) * distance(random);
      final int lots = 1 + random.nextInt(100);
      final boolean grow = alive == 0 || random.nextInt(2 * resting) >= alive;
      if (alive > 0 && random.nextDouble() < MODIFIED) {
        workload.add(Workload.MODIFY, side, false, ids[random.nextInt(alive)], price, lots);
      } else if (grow) {
        final boolean immediate = random.nextDouble() < IMMEDIATE;
        workload.add(Workload.NEW, side, immediate, nextId, price, lots);
        if (!immediate) {
          ids[alive++] = nextId;
        }
        nextId++;
      } else {
        final int gone = random.nextInt(alive);
        workload.add(Workload.CANCEL, side, false, ids[gone], 0, 0);
        ids[gone] = ids[--alive];
      }
    }
    return workload;
  }

  /** Ticks behind the mid, exponential; one in twenty crosses it by a little. */
  private long distance(Random random) {
    if (random.nextInt(20) == 0) {
      return -1L - random.nextInt(2);
    }
    return (long) (-Math.log(1 - random.nextDouble()) * spread);
  }
}
