package com.ballastmarkets.domain.instrument;

import com.ballastmarkets.domain.instrument.Contract.ComboLeg;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The legs of a combo in the one form that all equal combos share: by market id, ratios without a
 * common factor, the first one positive.
 *
 * <p>Example: sell 4 of market 3, buy 2 of market 7 is +2 of market 3, −1 of market 7, reversed.
 *
 * @param reversed whether the signs were turned round: buying what was given is selling this
 */
public record CanonicalLegs(List<ComboLeg> legs, boolean reversed) {
  public static final int MIN_LEGS = 2;
  public static final int MAX_LEGS = 4;

  /** The largest ratio without a common factor: it keeps every product of prices inside a long. */
  public static final int MAX_RATIO = 20;

  public CanonicalLegs {
    legs = List.copyOf(legs);
  }

  /**
   * The form of these legs; null if they are too few or many, or a market or ratio does not fit.
   */
  public static @Nullable CanonicalLegs of(List<ComboLeg> given) {
    if (given.size() < MIN_LEGS || given.size() > MAX_LEGS) {
      return null;
    }
    final List<ComboLeg> sorted = new ArrayList<>(given);
    sorted.sort(Comparator.comparingInt(ComboLeg::marketId));
    long factor = 0;
    for (ComboLeg leg : sorted) {
      factor = greatestCommonDivisor(factor, Math.abs((long) leg.ratio()));
    }
    final boolean reversed = sorted.getFirst().ratio() < 0;
    final List<ComboLeg> legs = new ArrayList<>();
    int before = 0;
    for (ComboLeg leg : sorted) {
      final long ratio = leg.ratio() / factor;
      if (leg.marketId() <= before || Math.abs(ratio) > MAX_RATIO) {
        return null;
      }
      before = leg.marketId();
      legs.add(new ComboLeg(leg.marketId(), (int) (reversed ? -ratio : ratio)));
    }
    return new CanonicalLegs(legs, reversed);
  }

  /** The greatest number that divides both, neither negative; that of 0 and n is n. */
  public static long greatestCommonDivisor(long a, long b) {
    long x = a;
    long y = b;
    while (y != 0) {
      final long rest = x % y;
      x = y;
      y = rest;
    }
    return x;
  }
}
