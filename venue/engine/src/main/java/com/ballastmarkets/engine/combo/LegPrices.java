package com.ballastmarkets.engine.combo;

import com.ballastmarkets.domain.instrument.CanonicalLegs;
import com.ballastmarkets.domain.instrument.TickTable;
import com.ballastmarkets.engine.market.Combo;
import com.ballastmarkets.engine.market.Market;
import org.jspecify.annotations.Nullable;

/**
 * Finds the prices at which the legs of two combo orders trade, so that Σ ratio × price is the
 * combo's price to the micro, each inside its leg's range and band and on its grid.
 *
 * <p>The marks show the way: what the combo's price is off the marks is shared by the legs, each
 * moving by the same part of what its band leaves it. From there every leg but the last is put on
 * the nearest grid price that leaves the others a solution, and the last takes what is left. Where
 * the grids allow no solution, one leg floats off its grid, that with the smallest ratio: as on CME
 * Globex, where the leg that is not the anchor gets what the spread's price leaves.
 *
 * <p>Example: +1 A −1 B in steps of 0.005, marks 0.60 and 0.50, both bands ±0.15, traded at 0.12: A
 * at 0.61, B at 0.49.
 */
final class LegPrices {
  private static final int STEPS = 10_000;

  private final int[] order = new int[CanonicalLegs.MAX_LEGS];
  private final long[] low = new long[CanonicalLegs.MAX_LEGS];
  private final long[] high = new long[CanonicalLegs.MAX_LEGS];
  private final long[] wanted = new long[CanonicalLegs.MAX_LEGS];
  private final long[] divisor = new long[CanonicalLegs.MAX_LEGS + 1];
  private final long[] base = new long[CanonicalLegs.MAX_LEGS + 1];
  private final long[] least = new long[CanonicalLegs.MAX_LEGS + 1];
  private final long[] most = new long[CanonicalLegs.MAX_LEGS + 1];
  private final long[] found = new long[CanonicalLegs.MAX_LEGS];
  private boolean lastFloats;
  private int steps;

  /** The legs' prices in their order, null if there are none inside the bands. Not to be kept. */
  long @Nullable [] of(Combo combo, long priceMicros) {
    bounds(combo);
    for (int i = 0; i < combo.size(); i++) {
      order[i] = i;
    }
    if (solve(combo, priceMicros, false)) {
      return found;
    }
    floatSmallestRatio(combo);
    return solve(combo, priceMicros, true) ? found : null;
  }

  private void bounds(Combo combo) {
    for (int i = 0; i < combo.size(); i++) {
      low[i] = combo.leg(i).bandLow();
      high[i] = combo.leg(i).bandHigh();
    }
  }

  private void floatSmallestRatio(Combo combo) {
    int at = combo.size() - 1;
    for (int i = combo.size() - 2; i >= 0; i--) {
      if (combo.lots(order[i]) < combo.lots(order[at])) {
        at = i;
      }
    }
    final int floating = order[at];
    System.arraycopy(order, at + 1, order, at, combo.size() - 1 - at);
    order[combo.size() - 1] = floating;
  }

  private boolean solve(Combo combo, long price, boolean floats) {
    lastFloats = floats;
    steps = 0;
    suffixes(combo);
    if (price < least[0] || price > most[0]) {
      return false;
    }
    aim(combo, price);
    return place(combo, 0, price);
  }

  /** What the legs from each one on can make up together: between what, and in which steps. */
  private void suffixes(Combo combo) {
    final int size = combo.size();
    divisor[size] = 0;
    base[size] = 0;
    least[size] = 0;
    most[size] = 0;
    for (int k = size - 1; k >= 0; k--) {
      final int i = order[k];
      final long lots = combo.lots(i);
      final boolean bought = combo.ratio(i) > 0;
      least[k] = least[k + 1] + (bought ? lots * low[i] : -lots * high[i]);
      most[k] = most[k + 1] + (bought ? lots * high[i] : -lots * low[i]);
      final boolean floating = lastFloats && k == size - 1;
      final TickTable ticks = ticks(combo, i);
      final long tick = floating ? 1 : finest(ticks);
      divisor[k] = CanonicalLegs.greatestCommonDivisor(divisor[k + 1], lots * tick);
      base[k] =
          base[k + 1] + combo.ratio(i) * (floating ? 0 : ticks.bands().getFirst().fromMicros());
    }
  }

  /** The step that every grid price is a multiple of, counted from the first band. */
  static long finest(TickTable ticks) {
    long step = 0;
    for (TickTable.Band band : ticks.bands()) {
      step = CanonicalLegs.greatestCommonDivisor(step, band.tickMicros());
    }
    return step;
  }

  private static TickTable ticks(Combo combo, int i) {
    return combo.leg(i).instrument().ticks();
  }

  private void aim(Combo combo, long price) {
    long atMarks = 0;
    for (int i = 0; i < combo.size(); i++) {
      wanted[i] = Math.clamp(combo.leg(i).mark(), low[i], high[i]);
      atMarks += combo.ratio(i) * wanted[i];
    }
    final boolean up = price > atMarks;
    final long way = Math.abs(price - atMarks);
    long room = 0;
    for (int i = 0; i < combo.size(); i++) {
      room += combo.lots(i) * roomOf(combo, i, up);
    }
    for (int i = 0; i < combo.size() && room > 0; i++) {
      final long step = Math.multiplyExact(roomOf(combo, i, up), way) / room;
      wanted[i] += up == combo.ratio(i) > 0 ? step : -step;
    }
  }

  private long roomOf(Combo combo, int i, boolean up) {
    return up == combo.ratio(i) > 0 ? high[i] - wanted[i] : wanted[i] - low[i];
  }

  /** Puts the k-th leg and those after it, so that they make up what is left of the price. */
  private boolean place(Combo combo, int k, long left) {
    final int i = order[k];
    if (k == combo.size() - 1) {
      return placeLast(combo, i, left);
    }
    final TickTable ticks = ticks(combo, i);
    long down = ticks.atOrBelow(wanted[i]);
    long up = ticks.above(down);
    while ((down >= low[i] || up <= high[i]) && steps < STEPS) {
      // The nearest first, of two as near the lower.
      final boolean lower = up > high[i] || (down >= low[i] && wanted[i] - down <= up - wanted[i]);
      final long price = lower ? down : up;
      if (tryAt(combo, k, price, left)) {
        return true;
      }
      if (lower) {
        down = ticks.below(down);
      } else {
        up = ticks.above(up);
      }
    }
    return false;
  }

  private boolean tryAt(Combo combo, int k, long price, long left) {
    steps++;
    final int i = order[k];
    if (price < low[i] || price > high[i] || !ticks(combo, i).isOnGrid(price)) {
      return false;
    }
    final long rest = left - combo.ratio(i) * price;
    if (rest < least[k + 1]
        || rest > most[k + 1]
        || (rest - base[k + 1]) % divisor[k + 1] != 0
        || !place(combo, k + 1, rest)) {
      return false;
    }
    found[i] = price;
    return true;
  }

  private boolean placeLast(Combo combo, int i, long left) {
    if (left % combo.ratio(i) != 0) {
      return false;
    }
    final long price = left / combo.ratio(i);
    final Market leg = combo.leg(i);
    found[i] = price;
    return price >= low[i]
        && price <= high[i]
        && (lastFloats || leg.instrument().ticks().isOnGrid(price));
  }
}
