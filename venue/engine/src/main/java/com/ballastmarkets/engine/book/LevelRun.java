package com.ballastmarkets.engine.book;

import java.util.Arrays;

/**
 * Neighbouring levels of a side, sorted by rank, so that the best is last. A side is a row of runs:
 * a level that comes or goes moves the levels of one run only, however many prices have orders.
 */
final class LevelRun {
  static final int CAPACITY = 64;

  /** Of a level that is in none yet. */
  static final LevelRun NONE = new LevelRun();

  private static final int FIRST_CAPACITY = 8;
  private static final int NEAR = 6;

  long[] ranks = new long[FIRST_CAPACITY];
  PriceLevel[] levels = new PriceLevel[FIRST_CAPACITY];
  int count;

  boolean isFull() {
    return count == CAPACITY;
  }

  PriceLevel best() {
    return levels[count - 1];
  }

  /** The index of a rank, or the complement of where it belongs. */
  int find(long rank) {
    final long[] in = ranks;
    int high = count - 1;
    final int near = Math.max(0, count - NEAR);
    while (high >= near) {
      final long r = in[high];
      if (r <= rank) {
        return r == rank ? high : ~(high + 1);
      }
      high--;
    }
    int low = 0;
    while (low <= high) {
      final int middle = (low + high) >>> 1;
      final long r = in[middle];
      if (r < rank) {
        low = middle + 1;
      } else if (r > rank) {
        high = middle - 1;
      } else {
        return middle;
      }
    }
    return ~low;
  }

  void insert(int index, long rank, PriceLevel level) {
    if (count == ranks.length) {
      ranks = Arrays.copyOf(ranks, count * 2);
      levels = Arrays.copyOf(levels, count * 2);
    }
    System.arraycopy(ranks, index, ranks, index + 1, count - index);
    System.arraycopy(levels, index, levels, index + 1, count - index);
    ranks[index] = rank;
    levels[index] = level;
    level.run = this;
    count++;
  }

  void remove(int index) {
    count--;
    System.arraycopy(ranks, index + 1, ranks, index, count - index);
    System.arraycopy(levels, index + 1, levels, index, count - index);
    // The slot past the end keeps a recycled level: nothing to clear, nothing leaks.
  }

  /** Moves the better half into a new run. */
  LevelRun split() {
    final int kept = count / 2;
    final LevelRun better = new LevelRun();
    better.ranks = Arrays.copyOfRange(ranks, kept, kept + CAPACITY);
    better.levels = Arrays.copyOfRange(levels, kept, kept + CAPACITY);
    better.count = count - kept;
    for (int i = 0; i < better.count; i++) {
      better.levels[i].run = better;
    }
    Arrays.fill(levels, kept, count, levels[0]);
    count = kept;
    return better;
  }
}
