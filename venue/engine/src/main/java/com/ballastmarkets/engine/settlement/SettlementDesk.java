package com.ballastmarkets.engine.settlement;

import com.ballastmarkets.clearing.ClearingHouse;
import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.domain.instrument.Contract;
import com.ballastmarkets.domain.instrument.Instrument;
import com.ballastmarkets.domain.instrument.MarketState;
import com.ballastmarkets.domain.instrument.StateReason;
import com.ballastmarkets.domain.order.CancelReason;
import com.ballastmarkets.domain.settlement.SettlementTimes;
import com.ballastmarkets.domain.state.StateInput;
import com.ballastmarkets.domain.state.StateOutput;
import com.ballastmarkets.engine.combo.ComboDesk;
import com.ballastmarkets.engine.market.Market;
import com.ballastmarkets.engine.market.MarketData;
import com.ballastmarkets.engine.market.MarketRegistry;
import com.ballastmarkets.engine.order.OrderDesk;
import com.ballastmarkets.engine.output.EventOutlet;
import com.ballastmarkets.engine.phase.TradingPhases;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Takes an expired market to its payment: provisional, final, or void. */
public final class SettlementDesk {
  private final ClearingHouse clearing;
  private final MarketRegistry markets;
  private final OrderDesk orders;
  private final ComboDesk combos;
  private final TradingPhases phases;
  private final MarketData marketData;
  private final EventOutlet outlet;
  private final DisputeDesk disputes;
  private final TreeMap<Integer, Publication> published = new TreeMap<>();

  public SettlementDesk(
      ClearingHouse clearing,
      MarketRegistry markets,
      OrderDesk orders,
      ComboDesk combos,
      TradingPhases phases,
      MarketData marketData,
      EventOutlet outlet) {
    this.clearing = clearing;
    this.markets = markets;
    this.orders = orders;
    this.combos = combos;
    this.phases = phases;
    this.marketData = marketData;
    this.outlet = outlet;
    this.disputes = new DisputeDesk(clearing, markets, marketData, outlet, this::voidMarket);
    markets.onForgotten(published::remove);
  }

  public DisputeDesk disputes() {
    return disputes;
  }

  /** Publishes the provisional value of an expired market. */
  public void publish(Command.PublishProvisional request) {
    final Market market = markets.get(request.marketId());
    if (market == null) {
      outlet.reject(markets.whyNot(request.marketId(), RejectReason.INVALID_STATE));
      return;
    }
    final Publication publication = Publication.of(request);
    if (publication.equals(published.get(market.id()))) {
      outlet.nothingToDo();
      return;
    }
    final RejectReason reason = check(market, request.valueMicros());
    if (reason != null) {
      outlet.reject(reason);
      return;
    }
    published.put(market.id(), publication);
    market.settlementValue(request.valueMicros());
    outlet.tell(
        new Event.ProvisionalPublished(
            market.id(),
            request.valueMicros(),
            request.evidenceHash(),
            request.leafIndex(),
            finalFrom(market)));
    marketData.changePhase(market, MarketState.PROVISIONAL, StateReason.SETTLEMENT, Market.NEVER);
  }

  private @Nullable RejectReason check(Market market, long valueMicros) {
    final long due =
        Math.addExact(market.instrument().expiryNanos(), SettlementTimes.SNAPSHOT_AFTER_NANOS);
    if (outlet.timeNanos() < due) {
      return RejectReason.NOT_DUE;
    }
    if (!isPayable(market.instrument(), valueMicros)) {
      return RejectReason.INVALID_SETTLEMENT_VALUE;
    }
    return market.state() == MarketState.EXPIRED ? null : RejectReason.INVALID_STATE;
  }

  /** Whether the contract can settle at this value: a binary at an end, others in their range. */
  static boolean isPayable(Instrument instrument, long valueMicros) {
    final long lo = instrument.contract().loMicros();
    final long hi = instrument.contract().hiMicros();
    return instrument.contract() instanceof Contract.Binary
        ? valueMicros == lo || valueMicros == hi
        : valueMicros >= lo && valueMicros <= hi;
  }

  static long finalFrom(Market market) {
    return Math.addExact(market.instrument().expiryNanos(), SettlementTimes.FINAL_AFTER_NANOS);
  }

  /**
   * Pays a market at its value. A contract on others pays what follows from their final values, or
   * becomes void with its condition. There is nothing to do for one that has ended so long ago that
   * it is forgotten.
   */
  public void finish(Command.FinalizeMarket request) {
    final Market market = markets.get(request.marketId());
    final boolean finished =
        market == null
            ? markets.isForgotten(request.marketId())
            : market.state() == MarketState.FINAL;
    if (finished) {
      outlet.nothingToDo();
      return;
    }
    if (market == null) {
      outlet.reject(RejectReason.MARKET_NOT_FOUND);
      return;
    }
    if (outlet.timeNanos() < finalFrom(market)) {
      outlet.reject(RejectReason.NOT_DUE);
      return;
    }
    switch (market.state()) {
      case PROVISIONAL -> settle(market);
      case DISPUTED -> outlet.reject(RejectReason.DISPUTE_OPEN);
      case PRE_OPEN, AUCTION, CONTINUOUS, HALTED, EXPIRED, FINAL, VOID ->
          outlet.reject(RejectReason.INVALID_STATE);
    }
  }

  private void settle(Market market) {
    switch (DerivedValue.of(market, markets)) {
      case DerivedValue.Pays(long value) -> pay(market, value);
      case DerivedValue.Voids() -> voidMarket(market, StateReason.SETTLEMENT);
      case DerivedValue.Waits() -> outlet.reject(RejectReason.INVALID_STATE);
    }
  }

  private void pay(Market market, long value) {
    market.settlementValue(value);
    clearing.settle(market.handle(), value);
    tellPositions();
    outlet.tell(new Event.MarketSettled(market.id(), value));
    marketData.changePhase(market, MarketState.FINAL, StateReason.SETTLEMENT, Market.NEVER);
  }

  /** Voids a market on an operator's command. */
  public void voidMarket(Command.VoidMarket request) {
    final Market market = markets.get(request.marketId());
    if (market == null) {
      outlet.reject(markets.whyNot(request.marketId(), RejectReason.INVALID_STATE));
    } else if (market.state() == MarketState.VOID) {
      outlet.nothingToDo();
    } else if (market.state() == MarketState.FINAL || market.combo() != null) {
      outlet.reject(RejectReason.INVALID_STATE);
    } else {
      disputes.close(market);
      voidMarket(market, StateReason.OPERATIONS);
    }
  }

  private void voidMarket(Market market, StateReason reason) {
    combos.endCombosOf(market);
    orders.closer().cancelAll(market, CancelReason.MASS_CANCEL, order -> true);
    clearing.voidMarket(market.handle());
    tellPositions();
    outlet.tell(new Event.MarketVoided(market.id()));
    phases.unwatch(market);
    marketData.changePhase(market, MarketState.VOID, reason, Market.NEVER);
  }

  /** The end of the market is told after what it does to its holders. */
  private void tellPositions() {
    clearing.end();
    clearing.begin(outlet.timeNanos(), outlet);
  }

  public void writeState(StateOutput output) {
    output.section("publications", 1);
    output.putInt(published.size());
    published.forEach((marketId, publication) -> {
      output.putInt(marketId);
      output.putLong(publication.valueMicros());
      output.putString(publication.evidenceHash());
      output.putLong(publication.leafIndex());
    });
    disputes.writeState(output);
  }

  public void readState(StateInput input) {
    input.section("publications");
    final int count = input.getInt();
    for (int i = 0; i < count; i++) {
      final int marketId = input.getInt();
      final long value = input.getLong();
      final String hash = input.getString();
      published.put(marketId, new Publication(value, hash, input.getLong()));
    }
    disputes.readState(input);
  }
}
