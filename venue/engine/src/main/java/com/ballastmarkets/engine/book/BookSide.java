package com.ballastmarkets.engine.book;

import com.ballastmarkets.domain.order.Side;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The levels of one side, sorted so that the best is last: most changes happen near the best price,
 * so they move little.
 *
 * <p>Levels are kept under a rank that grows towards the best: the price for a side whose best is
 * the highest, its negative for the other.
 */
public final class BookSide {
  private static final int NEAR = 8;

  private final int sign;
  private long[] ranks = new long[4];
  private PriceLevel[] levels = new PriceLevel[4];
  private int count;
  private @Nullable PriceLevel free;

  /**
   * @param highestFirst whether the highest price is served first, as among bids
   */
  public BookSide(boolean highestFirst) {
    this.sign = highestFirst ? 1 : -1;
  }

  static BookSide of(Side side) {
    return new BookSide(side == Side.BUY);
  }

  /** How many prices have orders. */
  public int levels() {
    return count;
  }

  /** The level served first, or null. */
  public @Nullable PriceLevel best() {
    return count == 0 ? null : levels[count - 1];
  }

  /**
   * The levels in the order in which they are served.
   *
   * @param depth 0 for the best
   */
  public PriceLevel level(int depth) {
    return levels[count - 1 - depth];
  }

  /** The level at a price, or null. */
  public @Nullable PriceLevel at(long price) {
    final int index = find(price * sign);
    return index < 0 ? null : levels[index];
  }

  /** Whether an order with this limit on the other side meets this side's price. */
  boolean isReached(long price, long limit) {
    return sign > 0 ? price >= limit : price <= limit;
  }

  /** Puts an order at the back of the queue at its price. */
  public void append(RestingOrder order) {
    levelFor(order.price).append(order);
  }

  /** The level at a price, an empty one if there was none: the caller fills it at once. */
  PriceLevel levelFor(long price) {
    final long rank = price * sign;
    final int index = find(rank);
    return index >= 0 ? levels[index] : insert(~index, price, rank);
  }

  /** Takes an order out, and its level if it was the last there. */
  public void remove(RestingOrder order) {
    final PriceLevel level = levelOf(order);
    level.unlink(order);
    if (level.orders == 0) {
      dropLevel(level);
    }
  }

  /** Puts an order back at the end of its queue with the visible size that it had. */
  public void restore(RestingOrder order, long visibleLots) {
    append(order);
    levelOf(order).show(order, visibleLots);
  }

  /** Makes an order smaller in its place. */
  public void reduce(RestingOrder order, long lots) {
    levelOf(order).reduce(order, lots);
  }

  static PriceLevel levelOf(RestingOrder order) {
    final PriceLevel level = order.level;
    if (level == null) {
      throw new IllegalStateException("order " + order.orderId() + " does not rest");
    }
    return level;
  }

  void dropLevel(PriceLevel level) {
    final int index = find(level.price * sign);
    final int behind = count - index - 1;
    System.arraycopy(ranks, index + 1, ranks, index, behind);
    System.arraycopy(levels, index + 1, levels, index, behind);
    count--;
    // The slot past the end keeps a recycled level: nothing to clear, nothing leaks.
    level.nextFree = free;
    free = level;
  }

  private PriceLevel insert(int index, long price, long rank) {
    if (count == ranks.length) {
      ranks = Arrays.copyOf(ranks, count * 2);
      levels = Arrays.copyOf(levels, count * 2);
    }
    final int behind = count - index;
    System.arraycopy(ranks, index, ranks, index + 1, behind);
    System.arraycopy(levels, index, levels, index + 1, behind);
    count++;
    final PriceLevel level = newLevel();
    level.price = price;
    level.noted = 0;
    ranks[index] = rank;
    levels[index] = level;
    return level;
  }

  private PriceLevel newLevel() {
    final PriceLevel level = free;
    if (level == null) {
      return new PriceLevel();
    }
    free = level.nextFree;
    level.nextFree = null;
    return level;
  }

  /** The index of a rank, or the complement of where it belongs. */
  private int find(long rank) {
    int high = count - 1;
    final int near = Math.max(0, count - NEAR);
    while (high >= near) {
      final long r = ranks[high];
      if (r <= rank) {
        return r == rank ? high : ~(high + 1);
      }
      high--;
    }
    int low = 0;
    while (low <= high) {
      final int middle = (low + high) >>> 1;
      final long r = ranks[middle];
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
}
