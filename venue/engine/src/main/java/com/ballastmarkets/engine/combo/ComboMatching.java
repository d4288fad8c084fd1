package com.ballastmarkets.engine.combo;

import com.ballastmarkets.domain.order.SelfMatchPrevention;
import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.engine.book.BookSide;
import com.ballastmarkets.engine.book.PriceLevel;
import com.ballastmarkets.engine.book.RestingOrder;
import com.ballastmarkets.engine.market.Combo;
import com.ballastmarkets.engine.order.Order;
import com.ballastmarkets.engine.order.ReduceOnly;
import com.ballastmarkets.engine.order.SelfMatch;
import org.jspecify.annotations.Nullable;

/**
 * Matches orders of combos: with orders of the same combo at the resting order's price, or with the
 * legs' books at the prices of the orders that rest there, whichever is better for the order; at
 * one price the combo's own book comes first. All legs are filled in ratio, or nothing is.
 *
 * <p>A match for which the legs have no prices inside their bands does not happen, and halts
 * nobody: the incoming order goes no further.
 */
public final class ComboMatching {
  private final ComboTrades trades;
  private final ReduceOnly reduceOnly;
  private final SelfMatch selfMatch;
  private final LegPrices legPrices = new LegPrices();

  public ComboMatching(ComboTrades trades, ReduceOnly reduceOnly, SelfMatch selfMatch) {
    this.trades = trades;
    this.reduceOnly = reduceOnly;
    this.selfMatch = selfMatch;
  }

  /**
   * Matches an incoming order as far as it goes.
   *
   * @return false if the next match would have taken a leg out of its band
   */
  public boolean match(Order taker) {
    final Combo combo = comboOf(taker);
    while (taker.openLots() > 0 && combo.isContinuous()) {
      final Order maker = counterpart(combo, taker);
      final LegBooks books = LegBooks.of(reduceOnly, combo, taker);
      final boolean offered = books.next() && isWithin(taker, books.priceMicros());
      if (maker != null && !(offered && isBetter(taker, books.priceMicros(), maker.price()))) {
        if (maker.isSelfMatch(taker)) {
          selfMatch.prevent(maker, taker);
        } else if (!tradeWith(combo, maker, taker)) {
          return false;
        }
      } else if (offered) {
        takeFrom(books, combo, taker);
      } else {
        return true;
      }
    }
    return true;
  }

  /**
   * Lets a resting order take what the legs' books now offer it; tells whether that was anything.
   */
  boolean matchLegs(Order resting) {
    final Combo combo = comboOf(resting);
    boolean any = false;
    while (resting.openLots() > 0 && combo.isContinuous()) {
      final LegBooks books = LegBooks.of(reduceOnly, combo, resting);
      if (!books.next() || !isWithin(resting, books.priceMicros())) {
        break;
      }
      takeFrom(books, combo, resting);
      any = true;
    }
    return any;
  }

  /** Whether all of an incoming order would be filled at once. Changes nothing. */
  public boolean isFillable(Order taker) {
    final Combo combo = comboOf(taker);
    final boolean passesOwn = taker.selfMatchPrevention() == SelfMatchPrevention.CANCEL_OLDEST;
    final LegBooks books = LegBooks.ahead(reduceOnly, combo, taker);
    final OwnBookAhead queue = new OwnBookAhead(combo, taker);
    long left = taker.openLots();
    while (left > 0) {
      final Order maker = queue.next();
      final boolean offered = books.next() && isWithin(taker, books.priceMicros());
      if (maker != null && !(offered && isBetter(taker, books.priceMicros(), maker.price()))) {
        if (maker.isSelfMatch(taker)) {
          if (!passesOwn) {
            return false;
          }
        } else if (legPrices.of(combo, maker.price()) == null) {
          return false;
        } else {
          left -= Math.min(left, maker.openLots());
        }
        queue.skip();
      } else if (offered && books.own() == null) {
        final long part = Math.min(left, books.lots());
        books.take(part);
        left -= part;
      } else {
        return false;
      }
    }
    return true;
  }

  /** The price at which an order of this side would be matched first; null if it would not be. */
  public @Nullable Long bestAgainst(Combo combo, Side side) {
    final PriceLevel level = combo.market().book().side(side.opposite()).best();
    final LegBooks books = LegBooks.of(reduceOnly, combo, side);
    final boolean offered = combo.isContinuous() && books.next();
    if (level == null) {
      return offered ? books.priceMicros() : null;
    }
    if (!offered) {
      return level.price();
    }
    return side == Side.BUY
        ? Math.min(level.price(), books.priceMicros())
        : Math.max(level.price(), books.priceMicros());
  }

  private static Combo comboOf(Order order) {
    final Combo combo = order.market().combo();
    if (combo == null) {
      throw new IllegalStateException("no combo: " + order.market().instrument().symbol());
    }
    return combo;
  }

  private static @Nullable Order counterpart(Combo combo, Order taker) {
    return (Order) combo.market().book().counterpart(taker.side(), taker.limitPrice());
  }

  private static boolean isWithin(Order order, long price) {
    return order.side().sign() * (order.limitPrice() - price) >= 0;
  }

  private static boolean isBetter(Order taker, long price, long other) {
    return taker.side().sign() * (other - price) > 0;
  }

  private boolean tradeWith(Combo combo, Order maker, Order taker) {
    final long[] prices = legPrices.of(combo, maker.price());
    if (prices == null) {
      return false;
    }
    trades.between(combo, maker, taker, prices);
    return true;
  }

  private void takeFrom(LegBooks books, Combo combo, Order taker) {
    final Order own = books.own();
    if (own == null) {
      trades.withLegs(combo, taker, books.priceMicros(), Math.min(books.lots(), taker.openLots()));
    } else {
      selfMatch.preventInLeg(own, taker, combo.lots(combo.legs().indexOf(own.market())));
    }
  }

  /** The queue of the combo's own book, as an order would find it on its way. */
  private static final class OwnBookAhead {
    private final BookSide makers;
    private final Order taker;
    private int depth;
    private @Nullable RestingOrder at;

    OwnBookAhead(Combo combo, Order taker) {
      this.makers = combo.market().book().side(taker.side().opposite());
      this.taker = taker;
      this.at = makers.levels() == 0 ? null : makers.level(0).first();
    }

    @Nullable Order next() {
      return at != null && isWithin(taker, at.price()) ? (Order) at : null;
    }

    void skip() {
      final RestingOrder now = at;
      if (now == null) {
        return;
      }
      at = now.next();
      if (at == null && ++depth < makers.levels()) {
        at = makers.level(depth).first();
      }
    }
  }
}
