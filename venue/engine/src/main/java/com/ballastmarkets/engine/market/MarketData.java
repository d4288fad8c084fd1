package com.ballastmarkets.engine.market;

import com.ballastmarkets.clearing.ClearingHouse;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.instrument.MarketState;
import com.ballastmarkets.domain.instrument.StateReason;
import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.engine.auction.Uncrossing;
import com.ballastmarkets.engine.book.DepthListener;
import com.ballastmarkets.engine.output.EventOutlet;
import java.util.ArrayList;
import java.util.List;

/**
 * Publishes, once at the end of a step, what it changed in a market: levels, the indicative price
 * of an auction, the mark.
 */
public final class MarketData implements DepthListener {
  private final ClearingHouse clearing;
  private final MarketRegistry markets;
  private final EventOutlet outlet;
  private final Uncrossing uncrossing = new Uncrossing();
  private final List<Market> changed = new ArrayList<>();
  private int publishing;
  private final List<Market> combosDue = new ArrayList<>();

  public MarketData(ClearingHouse clearing, MarketRegistry markets, EventOutlet outlet) {
    this.clearing = clearing;
    this.markets = markets;
    this.outlet = outlet;
  }

  /** Something may have changed in this market. */
  public void touch(Market market) {
    if (market.noteChange()) {
      changed.add(market);
    }
    if ((market.hasCombos() || market.combo() != null) && market.noteCombos()) {
      combosDue.add(market);
    }
  }

  /** Combos and legs of combos touched since the last call, in the order of the first touch. */
  public List<Market> takeCombosDue() {
    if (combosDue.isEmpty()) {
      return List.of();
    }
    final List<Market> legs = List.copyOf(combosDue);
    legs.forEach(Market::combosSeen);
    combosDue.clear();
    return legs;
  }

  /** Changes a market's phase and tells it. */
  public void changePhase(Market market, MarketState to, StateReason reason, long endNanos) {
    final MarketState from = market.state();
    market.phase(to, reason, endNanos);
    if (to.isClosed()) {
      markets.end(market, outlet.timeNanos());
    } else {
      clearing.watch().changed(market.handle());
    }
    touch(market);
    outlet.tell(
        new Event.MarketStateChanged(market.id(), from, to, reason, market.referencePrice()));
  }

  /** Publishes what was touched, in the order of the first touch. */
  public void publish() {
    for (int i = 0; i < changed.size(); i++) {
      final Market market = changed.get(i);
      market.changePublished();
      publish(market);
    }
    changed.clear();
  }

  private void publish(Market market) {
    publishing = market.id();
    market.book().publishDepth(this);
    publishIndicative(market);
    publishMark(market);
  }

  @Override
  public void onLevel(Side side, long price, long lots, int orders) {
    outlet.tell(new Event.LevelChanged(publishing, side, price, lots, orders));
  }

  private void publishIndicative(Market market) {
    if (market.state() != MarketState.AUCTION) {
      market.indicative(0, 0);
      return;
    }
    uncrossing.compute(market.book(), market.instrument().ticks(), market.referencePrice());
    if (uncrossing.lots() != market.indicativeLots()
        || uncrossing.priceMicros() != market.indicativePrice()) {
      market.indicative(uncrossing.priceMicros(), uncrossing.lots());
      outlet.tell(
          new Event.IndicativeChanged(market.id(), uncrossing.priceMicros(), uncrossing.lots()));
    }
  }

  private void publishMark(Market market) {
    final long mark = market.fairMark();
    if (mark != market.mark()) {
      market.mark(mark);
      if (market.combo() == null) {
        clearing.mark(market.handle(), mark);
      }
      outlet.tell(new Event.MarkChanged(market.id(), mark));
    }
  }
}
