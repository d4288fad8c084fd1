package com.ballastmarkets.engine.simulation;

import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.instrument.Contract;
import com.ballastmarkets.engine.simulation.Views.Market;
import com.ballastmarkets.engine.simulation.Views.Order;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Fills of combos as events tell them: the trades of the legs must be in ratio and make up the
 * combo's price to the micro, none outside its leg's band.
 */
final class ComboReadings {
  private final Views views;
  private final OrderReadings orders;
  private final Map<Integer, Long> lotsOfLegs = new HashMap<>();
  private Event.@Nullable ComboTrade open;
  private int legsLeft;
  private long value;

  ComboReadings(Views views, OrderReadings orders) {
    this.views = views;
    this.orders = orders;
  }

  boolean isOpen() {
    return open != null;
  }

  void begin(Event.ComboTrade trade) {
    Violation.unless(open == null, "one within another: %s", trade);
    Violation.unless(trade.lots() > 0 && trade.legTrades() > 1, "of nothing: %s", trade);
    open = trade;
    legsLeft = trade.legTrades();
    value = 0;
    lotsOfLegs.clear();
    final Order taker = views.order(trade.taker().orderId());
    orders.counted(taker, trade.taker(), trade.priceMicros(), trade.lots());
    final Event.Fill made = trade.maker();
    if (made != null) {
      final Order maker = views.order(made.orderId());
      Violation.unless(!orders.isSelf(maker, taker), "a trade with oneself: %s", trade);
      Violation.unlessEqual(trade.priceMicros(), maker.limit, "at the resting price", trade);
      orders.counted(maker, made, trade.priceMicros(), trade.lots());
    }
  }

  void leg(Event.Trade trade) {
    final Event.ComboTrade whole = java.util.Objects.requireNonNull(open);
    final Market market = views.market(trade.marketId());
    final long face = market.instrument.contract().faceMicros();
    Violation.unless(
        Math.abs(trade.priceMicros() - market.reference) * 100 <= 15 * face,
        "outside the band: %s",
        trade);
    final int ratio = ratio(whole, trade.marketId());
    lotsOfLegs.merge(trade.marketId(), trade.lots(), Long::sum);
    value += Integer.signum(ratio) * trade.priceMicros() * trade.lots();
    side(trade, trade.taker(), whole.taker(), ratio);
    if (whole.maker() instanceof Event.Fill made) {
      side(trade, trade.maker(), made, ratio);
    } else {
      final Order maker = views.order(trade.maker().orderId());
      final Order taker = views.order(whole.taker().orderId());
      Violation.unless(!orders.isSelf(maker, taker), "a trade with oneself: %s", trade);
      orders.restingFilled(maker, trade.maker(), trade.priceMicros(), trade.lots());
    }
    if (--legsLeft == 0) {
      end(whole);
    }
  }

  private void side(Event.Trade trade, Event.Fill fill, Event.Fill whole, int ratio) {
    Violation.unless(
        fill.orderId() == whole.orderId()
            && fill.cumLots() == whole.cumLots()
            && fill.leavesLots() == whole.leavesLots()
            && fill.cumValueMicros() == whole.cumValueMicros()
            && fill.side() == (ratio > 0 ? whole.side() : whole.side().opposite()),
        "another fill than the combo's: %s",
        trade);
    orders.moved(
        fill, trade.marketId(), trade.priceMicros(), trade.lots(), views.order(fill.orderId()));
  }

  private int ratio(Event.ComboTrade whole, int marketId) {
    if (views.market(whole.marketId()).instrument.contract() instanceof Contract.Combo combo) {
      for (Contract.ComboLeg leg : combo.legs()) {
        if (leg.marketId() == marketId) {
          return leg.ratio();
        }
      }
    }
    Violation.unless(false, "market %d is no leg: %s", marketId, whole);
    return 0;
  }

  private void end(Event.ComboTrade whole) {
    Violation.unlessEqual(value, whole.priceMicros() * whole.lots(), "the legs' value", whole);
    if (views.market(whole.marketId()).instrument.contract() instanceof Contract.Combo combo) {
      for (Contract.ComboLeg leg : combo.legs()) {
        Violation.unlessEqual(
            lotsOfLegs.getOrDefault(leg.marketId(), 0L),
            Math.abs(leg.ratio()) * whole.lots(),
            "all legs in ratio",
            whole);
      }
    }
    open = null;
    close(whole.taker());
    if (whole.maker() instanceof Event.Fill made) {
      close(made);
    }
  }

  private void close(Event.Fill fill) {
    final Order order = views.order(fill.orderId());
    if (order.leaves == 0) {
      views.remove(order);
    }
  }
}
