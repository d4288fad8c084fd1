package com.ballastmarkets.engine.book;

import com.ballastmarkets.domain.order.Side;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Which levels changed since they were last published, and what they showed then. A level that is
 * gone and back within one round is noted twice; {@link #publish} tells it once.
 */
final class DepthChanges {
  private long round = 1;
  private int count;
  private PriceLevel[] levels = new PriceLevel[8];
  private Side[] sides = new Side[8];
  private long[] prices = new long[8];
  private long[] lotsBefore = new long[8];
  private int[] ordersBefore = new int[8];

  /** To be called before a level changes. */
  void note(Side side, PriceLevel level) {
    if (level.noted != round) {
      level.noted = round;
      add(level, side);
    }
  }

  boolean isEmpty() {
    return count == 0;
  }

  void clear() {
    count = 0;
    round++;
  }

  /** Tells every level that shows something else than before: bids then asks, best first. */
  void publish(OrderBook book, DepthListener listener) {
    sort();
    for (int i = 0; i < count; i++) {
      if (i > 0 && sides[i] == sides[i - 1] && prices[i] == prices[i - 1]) {
        continue;
      }
      final PriceLevel level = levelOf(i, book);
      final long lots = level == null ? 0 : level.visibleLots;
      final int orders = level == null ? 0 : level.orders;
      if (lots != lotsBefore[i] || orders != ordersBefore[i]) {
        listener.onLevel(sides[i], prices[i], lots, orders);
      }
    }
    clear();
  }

  /** The level that stands at a noted price now: mostly the one that stood there then. */
  private @Nullable PriceLevel levelOf(int index, OrderBook book) {
    final PriceLevel level = levels[index];
    return level.orders > 0 && level.price == prices[index]
        ? level
        : book.side(sides[index]).at(prices[index]);
  }

  private void add(PriceLevel level, Side side) {
    if (count == prices.length) {
      levels = Arrays.copyOf(levels, count * 2);
      sides = Arrays.copyOf(sides, count * 2);
      prices = Arrays.copyOf(prices, count * 2);
      lotsBefore = Arrays.copyOf(lotsBefore, count * 2);
      ordersBefore = Arrays.copyOf(ordersBefore, count * 2);
    }
    set(count++, level, side, level.price, level.visibleLots, level.orders);
  }

  private void set(int index, PriceLevel level, Side side, long price, long lots, int orders) {
    levels[index] = level;
    sides[index] = side;
    prices[index] = price;
    lotsBefore[index] = lots;
    ordersBefore[index] = orders;
  }

  /** Insertion sort, stable: a round is short, and a sweep notes its levels in order already. */
  private void sort() {
    for (int i = 1; i < count; i++) {
      final PriceLevel level = levels[i];
      final Side side = sides[i];
      final long price = prices[i];
      final long lots = lotsBefore[i];
      final int orders = ordersBefore[i];
      int j = i;
      while (j > 0 && isBefore(side, price, sides[j - 1], prices[j - 1])) {
        set(j, levels[j - 1], sides[j - 1], prices[j - 1], lotsBefore[j - 1], ordersBefore[j - 1]);
        j--;
      }
      set(j, level, side, price, lots, orders);
    }
  }

  private static boolean isBefore(Side side, long price, Side otherSide, long otherPrice) {
    if (side != otherSide) {
      return side == Side.BUY;
    }
    return side == Side.BUY ? price > otherPrice : price < otherPrice;
  }
}
