package com.ballastmarkets.engine.book;

import com.ballastmarkets.domain.order.Side;
import org.jspecify.annotations.Nullable;

/**
 * A limit order book with price-time priority. A match happens at the resting order's price.
 *
 * <p>Who finds orders by id keeps them; the book is handed the orders themselves. Worked example: a
 * sell of 5 at 10 rests; a buy of 8 with limit 11 comes in: 5 match at 10, the maker leaves, and
 * the caller may let the 3 left over rest at 11.
 */
public final class OrderBook {
  private final BookSide bids = BookSide.of(Side.BUY);
  private final BookSide asks = BookSide.of(Side.SELL);
  private final DepthChanges changes = new DepthChanges();

  public BookSide side(Side side) {
    return side == Side.BUY ? bids : asks;
  }

  public BookSide bids() {
    return bids;
  }

  public BookSide asks() {
    return asks;
  }

  /** Whether no order rests. */
  public boolean isEmpty() {
    return bids.levels() == 0 && asks.levels() == 0;
  }

  /** Whether the best bid meets the best ask, as it may while an auction collects. */
  public boolean isCrossed() {
    final PriceLevel bid = bids.best();
    final PriceLevel ask = asks.best();
    return bid != null && ask != null && bid.price >= ask.price;
  }

  /** Whether an order of this side and limit would match now. */
  public boolean wouldMatch(Side side, long limit) {
    final BookSide makers = side(side.opposite());
    final PriceLevel best = makers.best();
    return best != null && makers.isReached(best.price, limit);
  }

  /** The resting order that an incoming order of this side and limit meets first, or null. */
  public @Nullable RestingOrder counterpart(Side side, long limit) {
    final BookSide makers = side(side.opposite());
    final PriceLevel best = makers.best();
    return best != null && makers.isReached(best.price, limit) ? best.first : null;
  }

  /** Matches an order that does not rest until it is filled, its limit or the listener ends it. */
  public void match(RestingOrder taker, long limit, MatchListener listener) {
    final Side makerSide = taker.side().opposite();
    final BookSide makers = side(makerSide);
    while (taker.openLots > 0) {
      final PriceLevel level = makers.best();
      if (level == null || !makers.isReached(level.price, limit)) {
        return;
      }
      final RestingOrder maker = level.first;
      if (maker == null) {
        throw new IllegalStateException("an empty level at " + level.price);
      }
      switch (listener.beforeMatch(maker, taker)) {
        case TRADE -> {
          final long lots = Math.min(taker.openLots, maker.visibleLots);
          final long price = level.price;
          taker.openLots -= lots;
          fill(makerSide, makers, level, maker, lots);
          listener.onMatch(maker, taker, price, lots);
        }
        case RETRY -> {}
        case STOP -> {
          return;
        }
      }
    }
  }

  /**
   * Fills lots of a resting order outside of {@link #match}, as an uncrossing does.
   *
   * @param lots at most its visible lots
   */
  public void fill(RestingOrder maker, long lots) {
    fill(maker.side(), side(maker.side()), BookSide.levelOf(maker), maker, lots);
  }

  private void fill(
      Side makerSide, BookSide makers, PriceLevel level, RestingOrder maker, long lots) {
    changes.note(makerSide, level);
    level.fill(maker, lots);
    if (maker.visibleLots == 0) {
      if (maker.openLots == 0) {
        makers.remove(maker);
      } else {
        level.unlink(maker);
        level.append(maker);
      }
    }
  }

  /** Lets an order rest at its price, behind all that rest there. */
  public void add(RestingOrder order) {
    final PriceLevel level = side(order.side()).levelFor(order.price);
    changes.note(order.side(), level);
    level.append(order);
  }

  /** Takes a resting order out. */
  public void remove(RestingOrder order) {
    changes.note(order.side(), BookSide.levelOf(order));
    side(order.side()).remove(order);
  }

  /** Makes a resting order smaller; it keeps its place. Hidden lots go first. */
  public void reduce(RestingOrder order, long lots) {
    if (lots <= 0 || lots >= order.openLots) {
      throw new IllegalArgumentException("a reduction by " + lots + " of " + order.openLots);
    }
    final PriceLevel level = BookSide.levelOf(order);
    changes.note(order.side(), level);
    level.reduce(order, lots);
  }

  /** Puts an order back, behind those that were, as it was written: with this visible size. */
  public void restore(RestingOrder order, long visibleLots) {
    side(order.side()).restore(order, visibleLots);
  }

  /** Whether a level was touched since the last {@link #publishDepth}. */
  public boolean hasDepthChanges() {
    return !changes.isEmpty();
  }

  /** Tells the levels that show something else than at the last time. */
  public void publishDepth(DepthListener listener) {
    if (!changes.isEmpty()) {
      changes.publish(this, listener);
    }
  }

  /** Forgets what changed, for whoever publishes no depth. */
  public void discardDepthChanges() {
    changes.clear();
  }
}
