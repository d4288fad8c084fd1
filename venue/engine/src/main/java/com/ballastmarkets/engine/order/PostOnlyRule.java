package com.ballastmarkets.engine.order;

import com.ballastmarkets.domain.instrument.TickTable;
import com.ballastmarkets.domain.order.PostOnly;
import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.engine.book.PriceLevel;
import com.ballastmarkets.engine.market.Market;
import org.jspecify.annotations.Nullable;

/** What a post-only order does when it would take. */
final class PostOnlyRule {
  /** The order must be refused. */
  static final long REFUSED = Long.MIN_VALUE;

  private PostOnlyRule() {}

  /** The limit at which the order may rest, or {@link #REFUSED}. */
  static long limit(Market market, Side side, PostOnly rule, long limit) {
    if (rule == PostOnly.NONE || !market.isContinuous() || !market.book().wouldMatch(side, limit)) {
      return limit;
    }
    return switch (rule) {
      case NONE -> limit;
      case REJECT -> REFUSED;
      case SLIDE -> slide(market, side);
    };
  }

  /**
   * The limit at which an order of a combo may rest, or {@link #REFUSED}.
   *
   * @param best the price at which it would be matched first, null if it would not be
   */
  static long limit(Market market, Side side, PostOnly rule, long limit, @Nullable Long best) {
    if (best == null || side.sign() * (limit - best) < 0) {
      return limit;
    }
    return switch (rule) {
      case NONE -> limit;
      case REJECT -> REFUSED;
      case SLIDE -> {
        final TickTable ticks = market.instrument().ticks();
        final long price = side == Side.BUY ? ticks.atOrBelow(best - 1) : ticks.atOrAbove(best + 1);
        yield market.instrument().isTradable(price) ? price : REFUSED;
      }
    };
  }

  private static long slide(Market market, Side side) {
    final TickTable ticks = market.instrument().ticks();
    final PriceLevel best = market.book().side(side.opposite()).best();
    if (best == null) {
      throw new IllegalStateException("nothing to slide away from");
    }
    final long price = side == Side.BUY ? ticks.below(best.price()) : ticks.above(best.price());
    return market.instrument().isTradable(price) ? price : REFUSED;
  }
}
