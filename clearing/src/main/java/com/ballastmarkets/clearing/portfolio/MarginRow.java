package com.ballastmarkets.clearing.portfolio;

import java.util.Arrays;

/**
 * What an account's exposures were margined at last, side by side, so that summing them reads
 * memory in a row. An entry holds until the exposure changes, its mark moves, or leverage begins to
 * fall. Empty for an account whose margin is never asked for, as without leverage.
 *
 * <p>What is forgotten is computed again: nothing here is state.
 */
public final class MarginRow {
  private static final int MARKET = 0;
  private static final int MARK = 1;
  private static final int UNTIL = 2;
  private static final int MARGIN = 3;
  private static final int WORDS = 4;
  private static final long UNKNOWN = -1;
  private static final long[] NONE = {};

  private long[] entries = NONE;

  MarginRow() {}

  /** Whether the margin of the exposure at this place is known, and the same as then. */
  public boolean holds(int index, long[] marks, long timeNanos) {
    final int at = index * WORDS;
    if (at >= entries.length) {
      return false;
    }
    final long market = entries[at + MARKET];
    return market != UNKNOWN
        && marks[(int) market] == entries[at + MARK]
        && timeNanos < entries[at + UNTIL];
  }

  /** The margin of the exposure at this place, as it was put here. */
  public long marginMicros(int index) {
    return entries[index * WORDS + MARGIN];
  }

  /**
   * Remembers a margin.
   *
   * @param market the handle of the only market whose mark is in it
   * @param untilNanos when it changes by itself
   */
  public void put(int index, int market, long markMicros, long untilNanos, long marginMicros) {
    final int at = index * WORDS;
    if (at >= entries.length) {
      final int length = entries.length;
      entries = Arrays.copyOf(entries, Math.max(4 * WORDS, 2 * at));
      Arrays.fill(entries, length, entries.length, UNKNOWN);
    }
    entries[at + MARKET] = market;
    entries[at + MARK] = markMicros;
    entries[at + UNTIL] = untilNanos;
    entries[at + MARGIN] = marginMicros;
  }

  void forget(int index) {
    final int at = index * WORDS;
    if (at < entries.length) {
      entries[at + MARKET] = UNKNOWN;
    }
  }

  void forgetAll() {
    Arrays.fill(entries, UNKNOWN);
  }

  /** Those behind move up. */
  void remove(int index) {
    final int at = index * WORDS;
    if (at < entries.length) {
      System.arraycopy(entries, at + WORDS, entries, at, entries.length - at - WORDS);
      Arrays.fill(entries, entries.length - WORDS, entries.length, UNKNOWN);
    }
  }
}
