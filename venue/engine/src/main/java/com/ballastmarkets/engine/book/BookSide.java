package com.ballastmarkets.engine.book;

import com.ballastmarkets.domain.order.Side;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The levels of one side, sorted so that the best is last: most changes happen near the best price,
 * so they move little. A change far from it moves no more than its run, see {@link LevelRun}.
 *
 * <p>Levels are kept under a rank that grows towards the best: the price for a side whose best is
 * the highest, its negative for the other.
 */
public final class BookSide {
  private final int sign;

  // The runs, and the lowest rank that belongs to each: the first takes everything below it too.
  private LevelRun[] runs = {new LevelRun()};
  private long[] lows = {Long.MIN_VALUE};
  private int runCount = 1;
  private LevelRun top = runs[0];

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
    final LevelRun last = top;
    return last.count == 0 ? null : last.best();
  }

  /**
   * The levels in the order in which they are served.
   *
   * @param depth 0 for the best
   */
  public PriceLevel level(int depth) {
    int index = runCount - 1;
    int left = depth;
    while (left >= runs[index].count) {
      left -= runs[index].count;
      index--;
    }
    return runs[index].levels[runs[index].count - 1 - left];
  }

  /** The level at a price, or null. */
  public @Nullable PriceLevel at(long price) {
    final long rank = price * sign;
    final LevelRun run = runs[runOf(rank)];
    final int index = run.find(rank);
    return index < 0 ? null : run.levels[index];
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
    final int at = runOf(rank);
    final int index = runs[at].find(rank);
    return index >= 0 ? runs[at].levels[index] : insert(at, ~index, price, rank);
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
    final LevelRun run = level.run;
    run.remove(run.find(level.price * sign));
    count--;
    if (run.count == 0 && runCount > 1) {
      dropRun(run);
    }
    level.nextFree = free;
    free = level;
  }

  private PriceLevel insert(int at, int index, long price, long rank) {
    LevelRun run = runs[at];
    int place = index;
    if (run.isFull()) {
      final LevelRun better = run.split();
      insertRun(at + 1, better);
      if (place > run.count) {
        place -= run.count;
        run = better;
      }
    }
    final PriceLevel level = newLevel();
    level.price = price;
    level.noted = 0;
    run.insert(place, rank, level);
    count++;
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

  // ---- runs --------------------------------------------------------------------------------

  /** The run that a rank belongs to. */
  private int runOf(long rank) {
    int high = runCount - 1;
    if (rank >= lows[high]) {
      return high;
    }
    int low = 0;
    high--;
    // The last run whose lowest rank is not above this one: the first has none above it.
    while (low < high) {
      final int middle = (low + high + 1) >>> 1;
      if (lows[middle] <= rank) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  private void insertRun(int at, LevelRun run) {
    if (runCount == runs.length) {
      runs = Arrays.copyOf(runs, runCount * 2);
      lows = Arrays.copyOf(lows, runCount * 2);
    }
    System.arraycopy(runs, at, runs, at + 1, runCount - at);
    System.arraycopy(lows, at, lows, at + 1, runCount - at);
    runs[at] = run;
    lows[at] = run.ranks[0];
    runCount++;
    top = runs[runCount - 1];
  }

  private void dropRun(LevelRun run) {
    int at = 0;
    while (runs[at] != run) {
      at++;
    }
    runCount--;
    System.arraycopy(runs, at + 1, runs, at, runCount - at);
    System.arraycopy(lows, at + 1, lows, at, runCount - at);
    runs[runCount] = runs[0];
    lows[0] = Long.MIN_VALUE;
    top = runs[runCount - 1];
  }
}
