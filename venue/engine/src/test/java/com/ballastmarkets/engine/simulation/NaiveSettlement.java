package com.ballastmarkets.engine.simulation;

import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.domain.instrument.Contract;
import com.ballastmarkets.domain.instrument.MarketState;
import com.ballastmarkets.domain.instrument.StateReason;
import com.ballastmarkets.domain.order.CancelReason;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Values of markets that are over: published, paid, or taken back. */
final class NaiveSettlement {
  private final NaiveExchange exchange;
  private long settledDay = Long.MIN_VALUE;

  NaiveSettlement(NaiveExchange exchange) {
    this.exchange = exchange;
  }

  void daily(long epochDay) {
    if (epochDay <= settledDay) {
      exchange.tell(new Event.NothingToDo());
      return;
    }
    if (epochDay >= Math.floorDiv(exchange.now, NaiveExchange.DAY)) {
      exchange.reject(RejectReason.NOT_DUE);
      return;
    }
    settledDay = epochDay;
    exchange.clearing.settleDaily();
    exchange.markets.values().stream()
        .filter(market -> market.state.acceptsCancels())
        .sorted(Comparator.comparingInt(market -> market.listed))
        .forEach(market -> {
          market.reference = market.mark;
          exchange.touched.add(market);
        });
    exchange.tellPositions();
    exchange.tell(new Event.DailySettled(epochDay));
  }

  void publish(Command.PublishProvisional request) {
    final NaiveMarket market = exchange.markets.get(request.marketId());
    if (market == null) {
      exchange.reject(exchange.listing.whyNot(request.marketId(), RejectReason.INVALID_STATE));
    } else if (request.equals(market.published)) {
      exchange.tell(new Event.NothingToDo());
    } else if (exchange.now < market.instrument.expiryNanos() + NaiveExchange.DAY) {
      exchange.reject(RejectReason.NOT_DUE);
    } else if (!isPayable(market, request.valueMicros())) {
      exchange.reject(RejectReason.INVALID_SETTLEMENT_VALUE);
    } else if (market.state != MarketState.EXPIRED) {
      exchange.reject(RejectReason.INVALID_STATE);
    } else {
      market.published = request;
      market.value = request.valueMicros();
      exchange.tell(
          new Event.ProvisionalPublished(
              request.marketId(),
              request.valueMicros(),
              request.evidenceHash(),
              request.leafIndex(),
              finalFrom(market)));
      exchange.phases.change(
          market, MarketState.PROVISIONAL, StateReason.SETTLEMENT, Long.MAX_VALUE);
    }
  }

  static boolean isPayable(NaiveMarket market, long value) {
    return market.instrument.contract() instanceof Contract.Binary
        ? value == market.lo() || value == market.hi()
        : value >= market.lo() && value <= market.hi();
  }

  static long finalFrom(NaiveMarket market) {
    return market.instrument.expiryNanos() + 3 * NaiveExchange.DAY;
  }

  void finish(int marketId) {
    final NaiveMarket market = exchange.markets.get(marketId);
    if (exchange.listing.isForgotten(marketId)
        || (market != null && market.state == MarketState.FINAL)) {
      exchange.tell(new Event.NothingToDo());
    } else if (market == null) {
      exchange.reject(RejectReason.MARKET_NOT_FOUND);
    } else if (exchange.now < finalFrom(market)) {
      exchange.reject(RejectReason.NOT_DUE);
    } else if (market.state == MarketState.DISPUTED) {
      exchange.reject(RejectReason.DISPUTE_OPEN);
    } else if (market.state != MarketState.PROVISIONAL || !isDecided(market)) {
      exchange.reject(RejectReason.INVALID_STATE);
    } else {
      final Long value = valueOf(market);
      if (value == null) {
        makeVoid(market, StateReason.SETTLEMENT);
      } else {
        pay(market, value);
      }
    }
  }

  /** Whether everything that the value rests on is known. */
  private boolean isDecided(NaiveMarket market) {
    return switch (market.instrument.contract()) {
      case Contract.Binary _, Contract.Index _ -> true;
      case Contract.Option option -> isOver(option.underlyingMarketId());
      case Contract.ConditionalSpread spread ->
          isOver(spread.conditionMarketId())
              && (!isMet(spread)
                  || (isOver(spread.legAMarketId()) && isOver(spread.legBMarketId()))
                  || isVoid(spread.legAMarketId())
                  || isVoid(spread.legBMarketId()));
      case Contract.Combo _ -> false;
    };
  }

  private boolean isOver(int marketId) {
    return exchange.market(marketId).state.isClosed();
  }

  private boolean isVoid(int marketId) {
    return exchange.market(marketId).state == MarketState.VOID;
  }

  private boolean isMet(Contract.ConditionalSpread spread) {
    final NaiveMarket condition = exchange.market(spread.conditionMarketId());
    return condition.state == MarketState.FINAL
        && spread.conditionMet() == (condition.value == condition.hi());
  }

  /** What a lot is paid; null if the contract is void. */
  private @Nullable Long valueOf(NaiveMarket market) {
    return switch (market.instrument.contract()) {
      case Contract.Binary _, Contract.Index _ -> Long.valueOf(market.value);
      case Contract.Option option -> {
        final NaiveMarket index = exchange.market(option.underlyingMarketId());
        final long above = index.value - option.strikeMicros();
        final long inside = option.putOrCall() == Contract.PutOrCall.CALL ? above : -above;
        yield index.state == MarketState.VOID ? null : Long.valueOf(Math.max(0, inside));
      }
      case Contract.ConditionalSpread spread -> {
        final boolean pays =
            isMet(spread) && !isVoid(spread.legAMarketId()) && !isVoid(spread.legBMarketId());
        yield pays
            ? Long.valueOf(
                exchange.market(spread.legAMarketId()).value
                    - exchange.market(spread.legBMarketId()).value)
            : null;
      }
      case Contract.Combo _ -> throw new IllegalStateException("a combo is never held");
    };
  }

  private void pay(NaiveMarket market, long value) {
    market.value = value;
    exchange.clearing.settle(market.handle, value);
    exchange.tellPositions();
    exchange.tell(new Event.MarketSettled(market.instrument.marketId(), value));
    market.endedAt = exchange.now;
    exchange.phases.change(market, MarketState.FINAL, StateReason.SETTLEMENT, Long.MAX_VALUE);
  }

  void makeVoid(int marketId) {
    final NaiveMarket market = exchange.markets.get(marketId);
    if (market == null) {
      exchange.reject(exchange.listing.whyNot(marketId, RejectReason.INVALID_STATE));
    } else if (market.state == MarketState.VOID) {
      exchange.tell(new Event.NothingToDo());
    } else if (market.state == MarketState.FINAL || NaiveCombos.isComboId(marketId)) {
      exchange.reject(RejectReason.INVALID_STATE);
    } else {
      exchange.disputes.close(market);
      makeVoid(market, StateReason.OPERATIONS);
    }
  }

  void makeVoid(NaiveMarket market, StateReason reason) {
    exchange.combos.endOf(market);
    exchange.closing.cancelAll(market, CancelReason.MASS_CANCEL, o -> true);
    exchange.clearing.voidMarket(market.handle);
    exchange.tellPositions();
    exchange.tell(new Event.MarketVoided(market.instrument.marketId()));
    market.endedAt = exchange.now;
    exchange.phases.change(market, MarketState.VOID, reason, Long.MAX_VALUE);
  }
}
