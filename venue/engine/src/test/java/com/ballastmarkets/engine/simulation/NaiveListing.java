package com.ballastmarkets.engine.simulation;

import com.ballastmarkets.clearing.LegOrders;
import com.ballastmarkets.clearing.OpenOrders;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.domain.instrument.Contract;
import com.ballastmarkets.domain.instrument.Instrument;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Markets that come, and markets that are forgotten a day after their end. */
final class NaiveListing {
  private static final long END_OF_CALENDAR = 4_000_000_000_000_000_000L;

  private final NaiveExchange exchange;
  final Set<Integer> everListed = new HashSet<>();

  NaiveListing(NaiveExchange exchange) {
    this.exchange = exchange;
  }

  void list(Instrument instrument) {
    for (NaiveMarket market : exchange.markets.values()) {
      if (market.instrument.equals(instrument)) {
        exchange.tell(new Event.NothingToDo());
        return;
      }
      if (market.instrument.symbol().equals(instrument.symbol())) {
        exchange.reject(RejectReason.MARKET_EXISTS);
        return;
      }
    }
    if (everListed.contains(instrument.marketId())) {
      exchange.reject(RejectReason.MARKET_EXISTS);
      return;
    }
    if (instrument.expiryNanos() <= exchange.now
        || instrument.expiryNanos() > END_OF_CALENDAR
        || instrument.contract() instanceof Contract.Combo
        || NaiveCombos.isComboId(instrument.marketId())
        || !exchange.clearing.isListable(instrument)) {
      exchange.reject(RejectReason.INVALID_INSTRUMENT);
      return;
    }
    final int handle = exchange.clearing.list(instrument, this::showOrders);
    exchange.markets.put(
        instrument.marketId(), new NaiveMarket(instrument, handle, everListed.size()));
    everListed.add(instrument.marketId());
    exchange.tell(new Event.MarketListed(instrument));
  }

  private void showOrders(int handle, OpenOrders.Visitor visitor) {
    for (NaiveMarket market : exchange.markets.values()) {
      for (NaiveOrder o : market.resting) {
        if (!market.state.isClosed() && market.handle == handle) {
          visitor.order(o.account, o.ticket.side(), o.limit, o.open);
        }
        for (LegOrders.Leg leg : o.reservation) {
          if (leg.market() == handle) {
            visitor.leg(o.account, leg.side(), leg.priceMicros(), o.open * leg.ratio());
          }
        }
      }
    }
  }

  /** The markets that are there, in the order of their listing. */
  List<NaiveMarket> listed() {
    return exchange.markets.values().stream()
        .sorted(Comparator.comparingInt(m -> m.listed))
        .toList();
  }

  /** Why there is no such market. */
  RejectReason whyNot(int marketId, RejectReason ifForgotten) {
    return everListed.contains(marketId) ? ifForgotten : RejectReason.MARKET_NOT_FOUND;
  }

  boolean isForgotten(int marketId) {
    return everListed.contains(marketId) && !exchange.markets.containsKey(marketId);
  }

  /** Forgets what ended a day ago and is referred to by nothing. */
  void forget() {
    boolean again = true;
    while (again) {
      again =
          exchange
              .markets
              .values()
              .removeIf(m ->
                  m.state.isClosed()
                      && exchange.now - m.endedAt >= NaiveExchange.DAY
                      && exchange.markets.values().stream()
                          .noneMatch(other -> references(other).contains(m.instrument.marketId())));
    }
  }

  private static List<Integer> references(NaiveMarket market) {
    return switch (market.instrument.contract()) {
      case Contract.Binary _, Contract.Index _ -> List.of();
      case Contract.Option option -> List.of(option.underlyingMarketId());
      case Contract.ConditionalSpread spread ->
          List.of(spread.conditionMarketId(), spread.legAMarketId(), spread.legBMarketId());
      case Contract.Combo combo -> combo.legs().stream().map(Contract.ComboLeg::marketId).toList();
    };
  }
}
