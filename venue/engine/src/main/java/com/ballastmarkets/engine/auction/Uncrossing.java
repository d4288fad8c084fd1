package com.ballastmarkets.engine.auction;

import com.ballastmarkets.domain.instrument.TickTable;
import com.ballastmarkets.engine.book.BookSide;
import com.ballastmarkets.engine.book.OrderBook;
import java.util.Arrays;

/**
 * Finds the price of an auction: maximum volume, then minimum surplus, then nearest to the
 * reference price, then the lower price, over all prices of the grid. Hidden lots count.
 *
 * <p>Between two prices at which orders stand, volume and surplus do not change, so it is enough to
 * look at every order's price and, in each gap, at the grid price nearest to the reference.
 *
 * <p>Example: bids 10 at 0.60, asks 4 at 0.50 and 6 at 0.58, reference 0.55: 10 lots cross from
 * 0.58 to 0.60 without a surplus; 0.58 is the nearest to the reference.
 */
public final class Uncrossing {
  private long[] prices = new long[16];
  private long[] demand = new long[16];
  private long[] supply = new long[16];
  private int count;

  private long reference;
  private long bestPrice;
  private long bestLots;
  private long bestSurplus;

  /** The price found; 0 if nothing crosses. */
  public long priceMicros() {
    return bestPrice;
  }

  /** What trades at it; 0 if nothing crosses. */
  public long lots() {
    return bestLots;
  }

  /** Computes {@link #priceMicros} and {@link #lots} for a book as it stands. */
  public void compute(OrderBook book, TickTable ticks, long referenceMicros) {
    bestPrice = 0;
    bestLots = 0;
    bestSurplus = 0;
    if (!book.isCrossed()) {
      return;
    }
    reference = referenceMicros;
    collectPrices(book);
    accumulate(book);
    for (int i = 0; i < count; i++) {
      consider(prices[i], demand[i], supply[i]);
      if (i + 1 < count) {
        considerGap(ticks, i);
      }
    }
  }

  /** The prices of all orders that cross, ascending and distinct: best ask to best bid. */
  private void collectPrices(OrderBook book) {
    final BookSide bids = book.bids();
    final BookSide asks = book.asks();
    final long low = asks.level(0).price();
    final long high = bids.level(0).price();
    count = 0;
    int b = 0;
    while (b < bids.levels() && bids.level(b).price() >= low) {
      b++;
    }
    int a = 0;
    while (b > 0 || (a < asks.levels() && asks.level(a).price() <= high)) {
      final long bid = b > 0 ? bids.level(b - 1).price() : Long.MAX_VALUE;
      final long ask =
          a < asks.levels() && asks.level(a).price() <= high
              ? asks.level(a).price()
              : Long.MAX_VALUE;
      final long price = Math.min(bid, ask);
      if (bid == price) {
        b--;
      }
      if (ask == price) {
        a++;
      }
      addPrice(price);
    }
  }

  private void addPrice(long price) {
    if (count == prices.length) {
      prices = Arrays.copyOf(prices, count * 2);
      demand = Arrays.copyOf(demand, count * 2);
      supply = Arrays.copyOf(supply, count * 2);
    }
    prices[count++] = price;
  }

  private void accumulate(OrderBook book) {
    final BookSide asks = book.asks();
    long offered = 0;
    int a = 0;
    for (int i = 0; i < count; i++) {
      while (a < asks.levels() && asks.level(a).price() <= prices[i]) {
        offered = Math.addExact(offered, asks.level(a++).openLots());
      }
      supply[i] = offered;
    }
    final BookSide bids = book.bids();
    long wanted = 0;
    int b = 0;
    for (int i = count - 1; i >= 0; i--) {
      while (b < bids.levels() && bids.level(b).price() >= prices[i]) {
        wanted = Math.addExact(wanted, bids.level(b++).openLots());
      }
      demand[i] = wanted;
    }
  }

  private void considerGap(TickTable ticks, int below) {
    final long first = ticks.above(prices[below]);
    final long last = ticks.below(prices[below + 1]);
    if (first > last) {
      return;
    }
    final long wanted = demand[below + 1];
    final long offered = supply[below];
    final long lower = Math.clamp(ticks.atOrBelow(reference), first, last);
    final long upper = Math.clamp(ticks.atOrAbove(reference), first, last);
    consider(lower, wanted, offered);
    consider(upper, wanted, offered);
  }

  private void consider(long price, long wanted, long offered) {
    final long lots = Math.min(wanted, offered);
    final long surplus = Math.abs(wanted - offered);
    if (isBetter(price, lots, surplus)) {
      bestPrice = price;
      bestLots = lots;
      bestSurplus = surplus;
    }
  }

  private boolean isBetter(long price, long lots, long surplus) {
    if (lots != bestLots) {
      return lots > bestLots;
    }
    if (surplus != bestSurplus) {
      return surplus < bestSurplus;
    }
    final long distance = Math.abs(price - reference);
    final long bestDistance = Math.abs(bestPrice - reference);
    return distance != bestDistance ? distance < bestDistance : price < bestPrice;
  }
}
