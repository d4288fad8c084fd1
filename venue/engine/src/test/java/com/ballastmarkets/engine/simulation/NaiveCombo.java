package com.ballastmarkets.engine.simulation;

import com.ballastmarkets.clearing.LegOrders;
import com.ballastmarkets.clearing.fee.FeeMeter;
import com.ballastmarkets.domain.instrument.Contract;
import com.ballastmarkets.domain.order.Side;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** A combo: its market and its legs. */
final class NaiveCombo {
  /** A leg and its signed lots in one combo. */
  record Leg(NaiveMarket market, int ratio) {
    long lots() {
      return Math.abs(ratio);
    }

    Side side(Side ofCombo) {
      return ratio > 0 ? ofCombo : ofCombo.opposite();
    }

    /** How far its price can go between bounds when the combo's goes up, or down. */
    long room(boolean up, long from, long low, long high) {
      return up == ratio > 0 ? high - from : from - low;
    }
  }

  final NaiveMarket market;
  final List<Leg> legs;
  boolean held;

  NaiveCombo(NaiveMarket market, List<Leg> legs) {
    this.market = market;
    this.legs = legs;
  }

  long collar(Side side) {
    long sum = 0;
    for (Leg leg : legs) {
      final long edge = leg.side(side) == Side.BUY ? leg.market.bandHigh() : leg.market.bandLow();
      sum += leg.ratio * edge;
    }
    return side == Side.BUY
        ? market.instrument.ticks().atOrBelow(sum)
        : market.instrument.ticks().atOrAbove(sum);
  }

  /** What an order of this limit is reserved at in each leg. */
  List<LegOrders.Leg> reservation(Side side, long limit) {
    final List<Long> prices = new ArrayList<>();
    final boolean canBecomeVoid =
        legs.stream()
            .anyMatch(l -> l.market.instrument.contract() instanceof Contract.ConditionalSpread);
    final long atMarks = legs.stream().mapToLong(l -> l.ratio * l.market.mark).sum();
    final boolean up = limit > atMarks;
    final long way = Math.abs(limit - atMarks);
    final long room = legs.stream().mapToLong(l -> l.lots() * roomOf(l, up)).sum();
    for (Leg leg : legs) {
      if (canBecomeVoid) {
        prices.add(leg.side(side) == Side.BUY ? leg.market.hi() : leg.market.lo());
      } else if (room == 0) {
        prices.add(leg.market.mark);
      } else {
        final BigInteger[] part =
            BigInteger.valueOf(roomOf(leg, up))
                .multiply(BigInteger.valueOf(way))
                .divideAndRemainder(BigInteger.valueOf(room));
        final boolean worse = up == (side == Side.BUY);
        final long step = part[0].longValueExact() + (worse && part[1].signum() > 0 ? 1 : 0);
        prices.add(leg.market.mark + (up == leg.ratio > 0 ? step : -step));
      }
    }
    if (!canBecomeVoid) {
      giveBack(side, limit, prices);
    }
    final List<LegOrders.Leg> reserved = new ArrayList<>();
    for (int i = 0; i < legs.size(); i++) {
      final Leg leg = legs.get(i);
      reserved.add(new LegOrders.Leg(leg.market.handle, leg.side(side), leg.lots(), prices.get(i)));
    }
    return reserved;
  }

  private static long roomOf(Leg leg, boolean up) {
    return leg.room(up, leg.market.mark, leg.market.lo(), leg.market.hi());
  }

  /** Micro by micro, from the first leg on, as long as the legs still make up the limit. */
  private void giveBack(Side side, long limit, List<Long> prices) {
    for (int i = 0; i < legs.size(); i++) {
      final Leg leg = legs.get(i);
      final int less = -leg.side(side).sign();
      while (side.sign() * (sum(prices) - limit) >= leg.lots()
          && prices.get(i) + less >= leg.market.lo()
          && prices.get(i) + less <= leg.market.hi()) {
        prices.set(i, prices.get(i) + less);
      }
    }
  }

  private long sum(List<Long> prices) {
    long sum = 0;
    for (int i = 0; i < legs.size(); i++) {
      sum += legs.get(i).ratio * prices.get(i);
    }
    return sum;
  }

  List<FeeMeter> meters() {
    return legs.stream().map(_ -> new FeeMeter()).toList();
  }
}
