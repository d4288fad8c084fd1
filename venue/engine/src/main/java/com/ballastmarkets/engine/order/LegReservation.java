package com.ballastmarkets.engine.order;

import com.ballastmarkets.clearing.LegOrders;
import com.ballastmarkets.clearing.fee.FeeMeter;
import com.ballastmarkets.domain.instrument.Contract;
import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.engine.market.Combo;
import com.ballastmarkets.engine.market.Market;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an order of a combo has reserved in each leg, and each leg's fee meter.
 *
 * <p>The legs' prices start from the marks and go towards the limit, each by the same share of what
 * its range leaves it, rounded so that together they make up the limit, or the least that is beyond
 * it. With a leg that can become void by its own terms, nothing that another leg loses is sure to
 * come back from it: then every leg is reserved at its worst price.
 *
 * <p>Example: +1 A −1 B, marks 0.60 and 0.50, bought at 0.20, which is 0.10 off the marks. A has
 * 0.40 to go up, B 0.50 to go down: A at 0.644444, B at 0.444444.
 */
public final class LegReservation {
  private final List<LegOrders.Leg> legs;
  private final FeeMeter[] meters;

  private LegReservation(List<LegOrders.Leg> legs, FeeMeter[] meters) {
    this.legs = legs;
    this.meters = meters;
  }

  /** What an order of this side and limit is to reserve now; null unless the market is a combo. */
  static @Nullable LegReservation at(Market market, Side side, long limit) {
    final Combo combo = market.combo();
    return combo == null ? null : of(combo, side, prices(combo, side, limit));
  }

  /** A reservation as it was written. */
  public static LegReservation of(Combo combo, Side side, long[] prices) {
    final List<LegOrders.Leg> legs = new ArrayList<>(combo.size());
    final FeeMeter[] meters = new FeeMeter[combo.size()];
    for (int i = 0; i < combo.size(); i++) {
      legs.add(
          new LegOrders.Leg(
              combo.leg(i).handle(), combo.legSide(i, side), combo.lots(i), prices[i]));
      meters[i] = new FeeMeter();
    }
    return new LegReservation(legs, meters);
  }

  /** The reservation at another limit; the fees charged so far stay. */
  LegReservation moved(Market market, Side side, long limit) {
    final LegReservation there = at(market, side, limit);
    if (there == null) {
      throw new IllegalStateException("no combo: " + market.instrument().symbol());
    }
    return new LegReservation(there.legs, meters);
  }

  public List<LegOrders.Leg> legs() {
    return legs;
  }

  public LegOrders.Leg leg(int i) {
    return legs.get(i);
  }

  public FeeMeter meter(int i) {
    return meters[i];
  }

  private static long[] prices(Combo combo, Side side, long limit) {
    return canBecomeVoid(combo) ? worst(combo, side) : towards(combo, side, limit);
  }

  private static boolean canBecomeVoid(Combo combo) {
    for (Market leg : combo.legs()) {
      if (leg.instrument().contract() instanceof Contract.ConditionalSpread) {
        return true;
      }
    }
    return false;
  }

  private static long[] worst(Combo combo, Side side) {
    final long[] prices = new long[combo.size()];
    for (int i = 0; i < prices.length; i++) {
      final Contract contract = combo.leg(i).instrument().contract();
      prices[i] = combo.legSide(i, side) == Side.BUY ? contract.hiMicros() : contract.loMicros();
    }
    return prices;
  }

  private static long[] towards(Combo combo, Side side, long limit) {
    long atMarks = 0;
    for (int i = 0; i < combo.size(); i++) {
      atMarks += combo.ratio(i) * combo.leg(i).mark();
    }
    final boolean up = limit > atMarks;
    final long way = Math.abs(limit - atMarks);
    long room = 0;
    for (int i = 0; i < combo.size(); i++) {
      room += combo.lots(i) * roomOf(combo, i, up);
    }
    // Away from what the order would like, a part is rounded up; towards it, down.
    final boolean worse = up == (side == Side.BUY);
    final long[] prices = new long[combo.size()];
    for (int i = 0; i < prices.length; i++) {
      prices[i] = combo.leg(i).mark();
      if (way > 0 && room > 0) {
        final long part = Math.multiplyExact(roomOf(combo, i, up), way);
        final long step = worse ? Math.ceilDiv(part, room) : part / room;
        prices[i] += up == combo.ratio(i) > 0 ? step : -step;
      }
    }
    giveBack(combo, side, limit, prices);
    return prices;
  }

  /** Takes back what rounding has put beyond the limit, from the first leg that can carry it. */
  private static void giveBack(Combo combo, Side side, long limit, long[] prices) {
    long sum = 0;
    for (int i = 0; i < prices.length; i++) {
      sum += combo.ratio(i) * prices[i];
    }
    long beyond = side.sign() * (sum - limit);
    for (int i = 0; i < prices.length; i++) {
      final Contract contract = combo.leg(i).instrument().contract();
      final long room =
          combo.legSide(i, side) == Side.BUY
              ? prices[i] - contract.loMicros()
              : contract.hiMicros() - prices[i];
      final long part = Math.min(room, beyond / combo.lots(i));
      prices[i] -= combo.legSide(i, side).sign() * part;
      beyond -= part * combo.lots(i);
    }
  }

  /** How far the leg's price can go when the combo's goes up, or down. */
  private static long roomOf(Combo combo, int i, boolean up) {
    final Contract contract = combo.leg(i).instrument().contract();
    final long mark = combo.leg(i).mark();
    return up == combo.ratio(i) > 0 ? contract.hiMicros() - mark : mark - contract.loMicros();
  }
}
