package com.ballastmarkets.fix.marketdata;

import org.jspecify.annotations.Nullable;

/**
 * One entry of {@code W} or {@code X}.
 *
 * @param action FIX 279; a snapshot's entries have none to show
 * @param priceMicros null for entries without a price
 * @param lots 0 for entries without a size
 * @param orders how many orders a book level has, else 0
 * @param tradeId of a trade, else 0
 * @param aggressor FIX 2446 of a trade, else 0
 * @param timeNanos when it happened
 */
record Entry(
    Action action,
    EntryType type,
    @Nullable Long priceMicros,
    long lots,
    int orders,
    long tradeId,
    char aggressor,
    long timeNanos) {

  /** What happens to an entry (FIX 279). */
  enum Action {
    NEW('0'),
    CHANGE('1'),
    DELETE('2');

    private final char code;

    Action(char code) {
      this.code = code;
    }

    char code() {
      return code;
    }
  }

  static Entry level(Action action, EntryType side, Level level, long timeNanos) {
    return new Entry(
        action, side, level.priceMicros(), level.lots(), level.orders(), 0, '\0', timeNanos);
  }

  static Entry statistic(Action action, EntryType type, Statistic value, long timeNanos) {
    return new Entry(action, type, value.priceMicros(), value.lots(), 0, 0, '\0', timeNanos);
  }

  /** A price level of the book. */
  record Level(long priceMicros, long lots, int orders) {}

  /**
   * A figure of the market.
   *
   * @param priceMicros null if it is a size alone
   */
  record Statistic(@Nullable Long priceMicros, long lots) {}
}
