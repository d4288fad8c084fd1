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

  /** The first so many are of this round; those behind wait for the next. */
  private Change[] changes = new Change[0];

  private static final class Change {
    private PriceLevel level;
    private Side side;
    private long price;
    private long lotsBefore;
    private int ordersBefore;

    Change(Side side, PriceLevel level) {
      this.side = side;
      this.level = level;
    }

    void of(Side itsSide, PriceLevel itsLevel) {
      side = itsSide;
      level = itsLevel;
      price = itsLevel.price;
      lotsBefore = itsLevel.visibleLots;
      ordersBefore = itsLevel.orders;
    }

    boolean isBefore(Change other) {
      if (side != other.side) {
        return side == Side.BUY;
      }
      return side == Side.BUY ? price > other.price : price < other.price;
    }

    boolean isSameLevel(Change other) {
      return side == other.side && price == other.price;
    }

    /** The level that stands at its price now: mostly the one that stood there then. */
    @Nullable PriceLevel now(OrderBook book) {
      return level.orders > 0 && level.price == price ? level : book.side(side).at(price);
    }
  }

  /** To be called before a level changes. */
  void note(Side side, PriceLevel level) {
    if (level.noted != round) {
      level.noted = round;
      add(side, level);
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
      final Change change = changes[i];
      if (i > 0 && change.isSameLevel(changes[i - 1])) {
        continue;
      }
      final PriceLevel level = change.now(book);
      final long lots = level == null ? 0 : level.visibleLots;
      final int orders = level == null ? 0 : level.orders;
      if (lots != change.lotsBefore || orders != change.ordersBefore) {
        listener.onLevel(change.side, change.price, lots, orders);
      }
    }
    clear();
  }

  private void add(Side side, PriceLevel level) {
    if (count == changes.length) {
      changes = Arrays.copyOf(changes, Math.max(8, count * 2));
      for (int i = count; i < changes.length; i++) {
        changes[i] = new Change(side, level);
      }
    }
    changes[count++].of(side, level);
  }

  /** Insertion sort, stable: a round is short, and a sweep notes its levels in order already. */
  private void sort() {
    for (int i = 1; i < count; i++) {
      final Change change = changes[i];
      int j = i;
      while (j > 0 && change.isBefore(changes[j - 1])) {
        changes[j] = changes[j - 1];
        j--;
      }
      changes[j] = change;
    }
  }
}
