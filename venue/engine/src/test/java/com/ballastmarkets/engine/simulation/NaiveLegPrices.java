package com.ballastmarkets.engine.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Leg prices that make up a combo's price: all prices of all grids are tried, the nearest first.
 */
final class NaiveLegPrices {
  private NaiveLegPrices() {}

  static @Nullable List<Long> of(NaiveCombo combo, long price) {
    final List<NaiveCombo.Leg> legs = combo.legs;
    final List<Long> wanted = wanted(legs, price);
    final List<Long> onGrid = search(legs, wanted, price, 0, false);
    if (onGrid != null) {
      return onGrid;
    }
    // The leg with the smallest ratio floats, of two such the later one.
    int floating = legs.size() - 1;
    for (int i = legs.size() - 1; i >= 0; i--) {
      floating = legs.get(i).lots() < legs.get(floating).lots() ? i : floating;
    }
    final List<NaiveCombo.Leg> turned = new ArrayList<>(legs);
    turned.add(turned.remove(floating));
    final List<Long> goals = new ArrayList<>(wanted);
    goals.add(goals.remove(floating));
    final List<Long> found = search(turned, goals, price, 0, true);
    if (found == null) {
      return null;
    }
    final List<Long> back = new ArrayList<>(found);
    back.add(floating, back.removeLast());
    return back;
  }

  private static List<Long> wanted(List<NaiveCombo.Leg> legs, long price) {
    final List<Long> clamped =
        legs.stream()
            .map(l -> Math.clamp(l.market().mark, l.market().bandLow(), l.market().bandHigh()))
            .toList();
    long at = 0;
    for (int i = 0; i < legs.size(); i++) {
      at += legs.get(i).ratio() * clamped.get(i);
    }
    final boolean up = price > at;
    long room = 0;
    for (int i = 0; i < legs.size(); i++) {
      room += legs.get(i).lots() * roomOf(legs.get(i), clamped.get(i), up);
    }
    final List<Long> wanted = new ArrayList<>();
    for (int i = 0; i < legs.size(); i++) {
      final long step =
          room == 0
              ? 0
              : java.math.BigInteger.valueOf(roomOf(legs.get(i), clamped.get(i), up))
                  .multiply(java.math.BigInteger.valueOf(Math.abs(price - at)))
                  .divide(java.math.BigInteger.valueOf(room))
                  .longValueExact();
      wanted.add(clamped.get(i) + (up == legs.get(i).ratio() > 0 ? step : -step));
    }
    return wanted;
  }

  private static long roomOf(NaiveCombo.Leg leg, long from, boolean up) {
    return leg.room(up, from, leg.market().bandLow(), leg.market().bandHigh());
  }

  private static @Nullable List<Long> search(
      List<NaiveCombo.Leg> legs, List<Long> wanted, long left, int k, boolean lastFloats) {
    final NaiveCombo.Leg leg = legs.get(k);
    final NaiveMarket market = leg.market();
    if (k == legs.size() - 1) {
      final long price = left / leg.ratio();
      final boolean fits =
          price * leg.ratio() == left
              && price >= market.bandLow()
              && price <= market.bandHigh()
              && (lastFloats || market.instrument.ticks().isOnGrid(price));
      return fits ? List.of(price) : null;
    }
    final long goal = wanted.get(k);
    final List<Long> nearest =
        market.grid().stream()
            .filter(p -> p >= market.bandLow() && p <= market.bandHigh())
            .sorted(Comparator.comparingLong((Long p) -> Math.abs(p - goal)).thenComparing(p -> p))
            .toList();
    for (long price : nearest) {
      final List<Long> rest = search(legs, wanted, left - leg.ratio() * price, k + 1, lastFloats);
      if (rest != null) {
        return LongStream.concat(LongStream.of(price), rest.stream().mapToLong(p -> p))
            .boxed()
            .toList();
      }
    }
    return null;
  }
}
