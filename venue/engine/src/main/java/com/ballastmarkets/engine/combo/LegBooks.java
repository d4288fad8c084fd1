package com.ballastmarkets.engine.combo;

import com.ballastmarkets.domain.instrument.CanonicalLegs;
import com.ballastmarkets.domain.order.SelfMatchPrevention;
import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.engine.book.BookSide;
import com.ballastmarkets.engine.book.PriceLevel;
import com.ballastmarkets.engine.book.RestingOrder;
import com.ballastmarkets.engine.market.Combo;
import com.ballastmarkets.engine.market.Market;
import com.ballastmarkets.engine.order.Order;
import com.ballastmarkets.engine.order.ReduceOnly;
import org.jspecify.annotations.Nullable;

/**
 * What the legs' books together offer an order of a combo: the price of the next lot, and how many
 * lots there are at it.
 *
 * <p>Each leg gives its orders in their turn. As long as the best level of every leg has lots for
 * one combo at least, the price is Σ ratio × best price and holds for as many combos as the
 * scarcest leg has lots for. Else a leg fills its part of one combo at several prices, and the
 * price is that combo's. A leg whose next price is outside its band offers nothing.
 *
 * <p>Example: +1 A −2 B, asks of A 5 at 0.60, bids of B 3 at 0.30 and 9 at 0.29. The first combo
 * costs 0.60 − 2 × 0.30 = 0.00, and there is one of it; the second 0.60 − 0.30 − 0.29 = 0.01; two
 * more 0.02.
 */
final class LegBooks {
  private final ReduceOnly reduceOnly;

  /** Where each leg's book is read from: lots before it are thought gone. */
  private final int[] depth = new int[CanonicalLegs.MAX_LEGS];

  private final long[] gone = new long[CanonicalLegs.MAX_LEGS];

  private final Combo combo;
  private final Side side;
  private final @Nullable Order taker;
  private final long wanted;
  private final boolean ahead;

  private long price;
  private long lots;
  private @Nullable Order own;

  // Of the level that was counted last.
  private @Nullable Order ownAtLevel;

  // Of the leg that was read last.
  private long legValue;
  private long legSingle;

  private LegBooks(
      ReduceOnly reduceOnly,
      Combo combo,
      Side side,
      @Nullable Order taker,
      long wanted,
      boolean ahead) {
    this.reduceOnly = reduceOnly;
    this.combo = combo;
    this.side = side;
    this.taker = taker;
    this.wanted = wanted;
    this.ahead = ahead;
  }

  /** The books as they are for an order. */
  static LegBooks of(ReduceOnly reduceOnly, Combo combo, Order taker) {
    return new LegBooks(reduceOnly, combo, taker.side(), taker, taker.openLots(), false);
  }

  /** The books as they are for anybody who wants one combo. */
  static LegBooks of(ReduceOnly reduceOnly, Combo combo, Side side) {
    return new LegBooks(reduceOnly, combo, side, null, 1, false);
  }

  /**
   * The books as an order would find them on its way: {@link #take} walks through them and changes
   * nothing. Reduce-only orders are not counted: what they will be by then is not sure.
   */
  static LegBooks ahead(ReduceOnly reduceOnly, Combo combo, Order taker) {
    return new LegBooks(reduceOnly, combo, taker.side(), taker, taker.openLots(), true);
  }

  /** For how much one combo trades next. */
  long priceMicros() {
    return price;
  }

  /** How many combos trade at that price next, at least one. */
  long lots() {
    return lots;
  }

  /** An order of the taker's own firm that the next combo would meet, or null. */
  @Nullable Order own() {
    return own;
  }

  /** Computes the next offer; tells whether there is one. */
  boolean next() {
    price = 0;
    lots = Long.MAX_VALUE;
    own = null;
    for (int i = 0; i < combo.size(); i++) {
      if (!readLeg(i)) {
        return false;
      }
      price += combo.ratio(i) > 0 ? legValue : -legValue;
      lots = Math.min(lots, legSingle / combo.lots(i));
    }
    lots = Math.max(1, lots);
    return true;
  }

  /** Thinks an offer's lots gone. */
  void take(long combos) {
    for (int i = 0; i < combo.size(); i++) {
      long left = combos * combo.lots(i);
      while (left > 0) {
        final long there = count(i, makers(i), depth[i]) - gone[i];
        final long part = Math.min(left, there);
        left -= part;
        gone[i] += part;
        if (part == there && ownAtLevel == null) {
          depth[i]++;
          gone[i] = 0;
        }
      }
    }
  }

  private BookSide makers(int i) {
    return combo.leg(i).book().side(combo.legSide(i, side).opposite());
  }

  /** Gathers a leg's lots for one combo; false if its book does not have them. */
  private boolean readLeg(int i) {
    final Market leg = combo.leg(i);
    final BookSide makers = makers(i);
    long need = combo.lots(i);
    legValue = 0;
    legSingle = 0;
    for (int d = depth[i]; d < makers.levels(); d++) {
      final PriceLevel level = makers.level(d);
      if (!leg.isInBand(level.price())) {
        return false;
      }
      final long there = count(i, makers, d) - (d == depth[i] ? gone[i] : 0);
      if (need == combo.lots(i)) {
        legSingle = there;
      }
      long part = Math.min(need, there);
      if (part < need && ownAtLevel != null) {
        // The firm's own order is next: what it would trade at decides whether it is met at all.
        own = own == null ? ownAtLevel : own;
        part = need;
      }
      legValue += part * level.price();
      need -= part;
      if (need == 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * The lots of a level that the order can have, up to the first order of its own firm: what hides
   * of an iceberg comes behind that one. Stops counting when there are enough.
   */
  private long count(int i, BookSide makers, int d) {
    final long needed = wanted * combo.lots(i);
    final Order incoming = taker;
    long visible = 0;
    long open = 0;
    ownAtLevel = null;
    for (RestingOrder o = makers.level(d).first(); o != null && visible < needed; o = o.next()) {
      final Order maker = (Order) o;
      if (incoming != null && maker.isSelfMatch(incoming)) {
        if (ahead && incoming.selfMatchPrevention() == SelfMatchPrevention.CANCEL_OLDEST) {
          continue;
        }
        ownAtLevel = maker;
        return visible;
      }
      if (!maker.isReduceOnly()) {
        visible += maker.visibleLots();
        open += maker.openLots();
      } else if (!ahead) {
        final long left = reduceOnly.left(maker, makers, d);
        visible += Math.min(maker.visibleLots(), left);
        open += Math.min(maker.openLots(), left);
      }
    }
    return open;
  }
}
