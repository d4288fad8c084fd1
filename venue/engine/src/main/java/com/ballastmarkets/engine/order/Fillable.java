package com.ballastmarkets.engine.order;

import com.ballastmarkets.domain.order.SelfMatchPrevention;
import com.ballastmarkets.engine.book.BookSide;
import com.ballastmarkets.engine.book.PriceLevel;
import com.ballastmarkets.engine.book.RestingOrder;
import com.ballastmarkets.engine.market.Market;
import org.jspecify.annotations.Nullable;

/**
 * How much of an order could be filled at once, before anything is: for fill-or-kill and minimum
 * quantity. Never more than what matching would fill then; less only where a reduce-only order
 * stands beside others of its account at one price.
 */
final class Fillable {
  private final ReduceOnly reduceOnly;

  Fillable(ReduceOnly reduceOnly) {
    this.reduceOnly = reduceOnly;
  }

  /** Whether at least so many lots of the incoming order could be filled at once. */
  boolean atLeast(Order taker, long wanted) {
    final Market market = taker.market();
    final BookSide makers = market.book().side(taker.side().opposite());
    long found = 0;
    for (int depth = 0; depth < makers.levels() && found < wanted; depth++) {
      final PriceLevel level = makers.level(depth);
      if (!isReached(taker, level.price()) || !market.isInBand(level.price())) {
        return false;
      }
      final Order own = firstThatStops(level, taker);
      for (RestingOrder o = level.first(); o != null && o != own; o = o.next()) {
        final Order maker = (Order) o;
        if (!maker.isSelfMatch(taker)) {
          // What hides goes to the back of the queue, behind the order that ends the matching.
          final long shown = own == null ? maker.openLots() : maker.visibleLots();
          found +=
              maker.isReduceOnly() ? Math.min(shown, reduceOnly.left(maker, makers, depth)) : shown;
        }
      }
      if (own != null) {
        break;
      }
    }
    return found >= wanted;
  }

  private static boolean isReached(Order taker, long price) {
    return taker.side().sign() * (taker.limitPrice() - price) >= 0;
  }

  /** The order at the level that ends the matching by self-match prevention, or null. */
  private static @Nullable Order firstThatStops(PriceLevel level, Order taker) {
    if (taker.selfMatchPrevention() == SelfMatchPrevention.CANCEL_OLDEST) {
      return null;
    }
    for (RestingOrder o = level.first(); o != null; o = o.next()) {
      final Order maker = (Order) o;
      if (maker.isSelfMatch(taker)) {
        return maker;
      }
    }
    return null;
  }
}
