package com.ballastmarkets.engine.listing;

import com.ballastmarkets.clearing.ClearingHouse;
import com.ballastmarkets.clearing.LegOrders;
import com.ballastmarkets.clearing.OpenOrders;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.domain.instrument.Contract;
import com.ballastmarkets.domain.instrument.Instrument;
import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.engine.book.BookSide;
import com.ballastmarkets.engine.book.RestingOrder;
import com.ballastmarkets.engine.combo.ComboDesk;
import com.ballastmarkets.engine.market.Combo;
import com.ballastmarkets.engine.market.Market;
import com.ballastmarkets.engine.market.MarketRegistry;
import com.ballastmarkets.engine.order.Order;
import com.ballastmarkets.engine.output.EventOutlet;
import com.ballastmarkets.engine.output.VenueClock;
import com.ballastmarkets.engine.phase.TradingPhases;
import org.jspecify.annotations.Nullable;

/** Lists markets. */
public final class ListingDesk implements OpenOrders {
  private final ClearingHouse clearing;
  private final MarketRegistry markets;
  private final TradingPhases phases;
  private final EventOutlet outlet;

  public ListingDesk(
      ClearingHouse clearing, MarketRegistry markets, TradingPhases phases, EventOutlet outlet) {
    this.clearing = clearing;
    this.markets = markets;
    this.phases = phases;
    this.outlet = outlet;
  }

  /** Lists a market. */
  public void list(Instrument instrument) {
    final Market sameSymbol = markets.bySymbol(instrument.symbol());
    if (sameSymbol != null && sameSymbol.instrument().equals(instrument)) {
      outlet.nothingToDo();
      return;
    }
    final int marketId = instrument.marketId();
    if (sameSymbol != null || markets.get(marketId) != null || markets.isForgotten(marketId)) {
      outlet.reject(RejectReason.MARKET_EXISTS);
      return;
    }
    final RejectReason reason = check(instrument);
    if (reason != null) {
      outlet.reject(reason);
      return;
    }
    final Market market = markets.list(instrument, clearing.list(instrument, this));
    phases.watch(market);
    outlet.tell(new Event.MarketListed(instrument));
  }

  /** A contract that is over, ends beyond the calendar, or that cannot be cleared is refused. */
  private @Nullable RejectReason check(Instrument instrument) {
    if (instrument.marketId() >= ComboDesk.FIRST_MARKET_ID) {
      return RejectReason.INVALID_INSTRUMENT;
    }
    final boolean lasts =
        instrument.expiryNanos() > outlet.timeNanos()
            && instrument.expiryNanos() <= VenueClock.END_NANOS;
    return lasts
            && !(instrument.contract() instanceof Contract.Combo)
            && clearing.isListable(instrument)
        ? null
        : RejectReason.INVALID_INSTRUMENT;
  }

  @Override
  public void forEach(int handle, Visitor visitor) {
    final Market market = markets.byHandle(handle);
    if (market == null) {
      return;
    }
    for (Side side : Side.values()) {
      final BookSide resting = market.book().side(side);
      for (int depth = 0; depth < resting.levels(); depth++) {
        for (RestingOrder o = resting.level(depth).first(); o != null; o = o.next()) {
          visitor.order(((Order) o).account(), side, o.price(), o.openLots());
        }
      }
    }
    for (Combo combo : market.combos()) {
      forEachLeg(combo, combo.legs().indexOf(market), visitor);
    }
  }

  private static void forEachLeg(Combo combo, int leg, Visitor visitor) {
    for (Side side : Side.values()) {
      final BookSide resting = combo.market().book().side(side);
      for (int depth = 0; depth < resting.levels(); depth++) {
        for (RestingOrder o = resting.level(depth).first(); o != null; o = o.next()) {
          final Order order = (Order) o;
          final LegOrders.Leg reserved = order.reservation().leg(leg);
          visitor.leg(
              order.account(),
              reserved.side(),
              reserved.priceMicros(),
              Math.multiplyExact(order.openLots(), reserved.ratio()));
        }
      }
    }
  }
}
