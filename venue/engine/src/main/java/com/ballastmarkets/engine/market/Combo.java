package com.ballastmarkets.engine.market;

import com.ballastmarkets.domain.instrument.Contract;
import com.ballastmarkets.domain.order.Side;
import java.util.List;

/**
 * What a market of a combo is made of: other markets, each with its ratio. Buying one combo buys
 * {@code ratio} lots of each leg, sells them where it is negative. A combo is never held: its fills
 * are fills of its legs.
 */
public final class Combo {
  private final Market market;
  private final Market[] legs;
  private final int[] ratios;
  private boolean held;

  Combo(Market market, List<Market> legMarkets) {
    if (!(market.instrument().contract() instanceof Contract.Combo contract)) {
      throw new IllegalArgumentException("no combo: " + market.instrument().symbol());
    }
    this.market = market;
    this.legs = legMarkets.toArray(Market[]::new);
    this.ratios = contract.legs().stream().mapToInt(Contract.ComboLeg::ratio).toArray();
  }

  /** The market in which it is traded itself. */
  public Market market() {
    return market;
  }

  /** How many legs it has. */
  public int size() {
    return legs.length;
  }

  public Market leg(int i) {
    return legs[i];
  }

  /** Lots of the leg in one combo, signed. */
  public int ratio(int i) {
    return ratios[i];
  }

  /** Lots of the leg in one combo. */
  public long lots(int i) {
    return Math.abs(ratios[i]);
  }

  /** Which way the leg is traded by an order of this side of the combo. */
  public Side legSide(int i, Side side) {
    return ratios[i] > 0 ? side : side.opposite();
  }

  /** Its legs. */
  public List<Market> legs() {
    return List.of(legs);
  }

  /** Whether every leg is matched continuously: only then is the combo. */
  public boolean isContinuous() {
    for (Market leg : legs) {
      if (!leg.isContinuous()) {
        return false;
      }
    }
    return true;
  }

  /** Whether a leg has left trading for good. */
  public boolean isOver() {
    for (Market leg : legs) {
      if (!leg.state().acceptsCancels()) {
        return true;
      }
    }
    return false;
  }

  /** Whether operations have halted the combo itself: it does not trade even if its legs do. */
  public boolean isHeld() {
    return held;
  }

  public void held(boolean on) {
    held = on;
  }

  /**
   * The limit that a market order gets: what the legs cost at the far edges of their bands, on the
   * combo's grid.
   */
  long collar(Side side) {
    long sum = 0;
    for (int i = 0; i < legs.length; i++) {
      sum += ratios[i] * (legSide(i, side) == Side.BUY ? legs[i].bandHigh() : legs[i].bandLow());
    }
    return side == Side.BUY
        ? market.instrument().ticks().atOrBelow(sum)
        : market.instrument().ticks().atOrAbove(sum);
  }

  /** Lets its legs know it. */
  public void attach() {
    for (Market leg : legs) {
      leg.combos().add(this);
    }
  }

  /** Lets its legs forget it. */
  public void detach() {
    for (Market leg : legs) {
      leg.combos().remove(this);
    }
  }
}
