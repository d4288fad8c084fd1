package com.ballastmarkets.engine.simulation;

import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.domain.instrument.MarketState;
import com.ballastmarkets.domain.instrument.StateReason;
import com.ballastmarkets.domain.order.CancelReason;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** What happens by itself, and the phases of markets. */
final class NaivePhases {
  private static final long MINUTE = 60_000_000_000L;

  private final NaiveExchange exchange;

  NaivePhases(NaiveExchange exchange) {
    this.exchange = exchange;
  }

  void letDueHappen(long until) {
    while (true) {
      final @Nullable NaiveOrder ending =
          exchange.orders.live().stream()
              .filter(o -> o.expires <= until)
              .min(Comparator.comparingLong(o -> o.expires))
              .orElse(null);
      final @Nullable NaiveMarket timed =
          exchange.markets.values().stream()
              .filter(m -> dueOf(m) <= until)
              .min(Comparator.comparingLong(NaivePhases::dueOf))
              .orElse(null);
      final long ends = ending == null ? Long.MAX_VALUE : ending.expires;
      final long changes = timed == null ? Long.MAX_VALUE : dueOf(timed);
      final long due = Math.min(Math.min(ends, changes), exchange.liquidations.nextDue());
      if (due > until) {
        return;
      }
      exchange.now = Math.max(exchange.now, due);
      exchange.begin();
      if (ends == due) {
        exchange.orders.live().stream()
            .filter(o -> o.expires <= due)
            .forEach(o -> exchange.closing.cancel(o, CancelReason.EXPIRED, ""));
      } else if (timed != null && changes == due) {
        endPhase(timed);
      } else {
        exchange.liquidations.takeTurn();
      }
      exchange.end();
    }
  }

  private static long dueOf(NaiveMarket market) {
    return market.state.acceptsCancels() && !NaiveCombos.isComboId(market.instrument.marketId())
        ? Math.min(market.phaseEnd, market.instrument.expiryNanos())
        : Long.MAX_VALUE;
  }

  private void endPhase(NaiveMarket market) {
    if (exchange.now >= market.instrument.expiryNanos()) {
      exchange.combos.endOf(market);
      exchange.closing.cancelAll(market, CancelReason.MARKET_EXPIRED, o -> true);
      change(market, MarketState.EXPIRED, StateReason.SCHEDULE, Long.MAX_VALUE);
    } else if (market.state == MarketState.HALTED) {
      change(market, MarketState.AUCTION, market.reason, exchange.now + 3 * MINUTE);
    } else {
      exchange.auction.uncross(market);
      change(market, MarketState.CONTINUOUS, market.reason, Long.MAX_VALUE);
      if (market.last != null) {
        market.tradesSinceStops.add(market.last);
      }
      exchange.stops.triggerStops(market);
    }
  }

  void change(NaiveMarket market, MarketState to, StateReason reason, long end) {
    final MarketState from = market.state;
    market.state = to;
    market.reason = reason;
    market.phaseEnd = end;
    market.phaseChanges++;
    exchange.touched.add(market);
    exchange.tell(
        new Event.MarketStateChanged(
            market.instrument.marketId(), from, to, reason, market.reference));
  }

  void halt(NaiveMarket market, StateReason reason, long end) {
    change(market, MarketState.HALTED, reason, end);
    exchange.closing.cancelAll(market, CancelReason.HALT, o -> o.ticket.cancelOnHalt());
  }

  void trip(NaiveMarket market) {
    halt(market, StateReason.CIRCUIT_BREAKER, exchange.now + 2 * MINUTE);
  }

  // ---- commands ----------------------------------------------------------------------------

  void open(int marketId) {
    final NaiveMarket market = found(marketId);
    if (market == null) {
      return;
    }
    switch (market.state) {
      case PRE_OPEN ->
          change(market, MarketState.CONTINUOUS, StateReason.OPERATIONS, Long.MAX_VALUE);
      case CONTINUOUS -> exchange.tell(new Event.NothingToDo());
      default -> exchange.reject(RejectReason.INVALID_STATE);
    }
  }

  void halt(int marketId) {
    final NaiveMarket market = found(marketId);
    if (market == null) {
      return;
    }
    switch (market.state) {
      case AUCTION, CONTINUOUS -> halt(market, StateReason.OPERATIONS, Long.MAX_VALUE);
      case HALTED -> {
        if (market.phaseEnd == Long.MAX_VALUE) {
          exchange.tell(new Event.NothingToDo());
        } else {
          change(market, MarketState.HALTED, StateReason.OPERATIONS, Long.MAX_VALUE);
        }
      }
      default -> exchange.reject(RejectReason.INVALID_STATE);
    }
  }

  void resume(int marketId) {
    final NaiveMarket market = found(marketId);
    if (market == null) {
      return;
    }
    switch (market.state) {
      case PRE_OPEN, HALTED ->
          change(market, MarketState.AUCTION, StateReason.OPERATIONS, exchange.now + 3 * MINUTE);
      case AUCTION, CONTINUOUS -> exchange.tell(new Event.NothingToDo());
      default -> exchange.reject(RejectReason.INVALID_STATE);
    }
  }

  private @Nullable NaiveMarket found(int marketId) {
    final NaiveMarket market = exchange.markets.get(marketId);
    if (market == null) {
      exchange.reject(exchange.listing.whyNot(marketId, RejectReason.INVALID_STATE));
    }
    return market;
  }
}
