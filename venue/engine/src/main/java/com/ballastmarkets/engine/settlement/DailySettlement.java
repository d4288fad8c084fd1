package com.ballastmarkets.engine.settlement;

import com.ballastmarkets.clearing.ClearingHouse;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.domain.state.StateInput;
import com.ballastmarkets.domain.state.StateOutput;
import com.ballastmarkets.engine.market.Market;
import com.ballastmarkets.engine.market.MarketData;
import com.ballastmarkets.engine.market.MarketRegistry;
import com.ballastmarkets.engine.output.EventOutlet;
import com.ballastmarkets.engine.output.VenueClock;

/**
 * Pays the variation of a day that has ended. The marks it is paid against become the centres of
 * the bands.
 */
public final class DailySettlement {
  private final ClearingHouse clearing;
  private final MarketRegistry markets;
  private final MarketData marketData;
  private final EventOutlet outlet;
  private long lastEpochDay = Long.MIN_VALUE;

  public DailySettlement(
      ClearingHouse clearing, MarketRegistry markets, MarketData marketData, EventOutlet outlet) {
    this.clearing = clearing;
    this.markets = markets;
    this.marketData = marketData;
    this.outlet = outlet;
  }

  /** Settles a day, unless it or a later one is settled already. */
  public void settle(long epochDay) {
    if (epochDay <= lastEpochDay) {
      outlet.nothingToDo();
      return;
    }
    if (epochDay >= Math.floorDiv(outlet.timeNanos(), VenueClock.DAY_NANOS)) {
      outlet.reject(RejectReason.NOT_DUE);
      return;
    }
    lastEpochDay = epochDay;
    clearing.settleDaily();
    for (Market market : markets.all()) {
      if (market.state().acceptsCancels()) {
        market.referencePrice(market.mark());
        // An auction's indicative price hangs on the reference.
        marketData.touch(market);
      }
    }
    clearing.end();
    clearing.begin(outlet.timeNanos(), outlet);
    outlet.tell(new Event.DailySettled(epochDay));
  }

  public void writeState(StateOutput output) {
    output.section("daily-settlement", 1);
    output.putLong(lastEpochDay);
  }

  public void readState(StateInput input) {
    input.section("daily-settlement");
    lastEpochDay = input.getLong();
  }
}
