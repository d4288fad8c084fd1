package com.ballastmarkets.engine.combo;

import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.engine.book.PriceLevel;
import com.ballastmarkets.engine.market.Combo;
import com.ballastmarkets.engine.market.Market;
import com.ballastmarkets.engine.market.MarketData;
import com.ballastmarkets.engine.order.Execution;
import com.ballastmarkets.engine.order.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * What a step leaves to combos: when the book or the phase of a market has changed, the combos that
 * it is a leg of, or that it is, are looked at, in the order of their definition. Each follows the
 * phases of its legs; then its resting orders trade with the legs' books if these have come to meet
 * them, buyers first. It goes on until nothing trades any more.
 */
public final class ComboRound {
  private final MarketData marketData;
  private final ComboDesk desk;
  private final ComboMatching matching;
  private final Execution execution;
  private final TreeMap<Integer, Combo> due = new TreeMap<>();

  public ComboRound(
      MarketData marketData, ComboDesk desk, ComboMatching matching, Execution execution) {
    this.marketData = marketData;
    this.desk = desk;
    this.matching = matching;
    this.execution = execution;
  }

  /** Runs the round that the step needs. */
  public void run() {
    collect();
    while (!due.isEmpty()) {
      final Combo combo = due.pollFirstEntry().getValue();
      desk.follow(combo);
      if (combo.market().isContinuous()) {
        match(combo, Side.BUY);
        match(combo, Side.SELL);
      }
      collect();
    }
  }

  private void collect() {
    for (Market market : marketData.takeCombosDue()) {
      for (Combo combo : market.combos()) {
        due.put(combo.market().id(), combo);
      }
      // Its best order may have gone: the next may meet an order of its own in a leg.
      if (market.combo() instanceof Combo own) {
        due.put(market.id(), own);
      }
    }
  }

  private void match(Combo combo, Side side) {
    boolean any = false;
    PriceLevel best = combo.market().book().side(side).best();
    while (best != null && best.first() instanceof Order order && matching.matchLegs(order)) {
      any = true;
      best = combo.market().book().side(side).best();
    }
    if (any) {
      final List<Market> legs = new ArrayList<>(combo.legs());
      legs.forEach(execution::triggerStops);
    }
  }
}
