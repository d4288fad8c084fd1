package com.ballastmarkets.engine.phase;

import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.domain.instrument.MarketState;
import com.ballastmarkets.domain.instrument.StateReason;
import com.ballastmarkets.domain.order.CancelReason;
import com.ballastmarkets.engine.auction.Uncrossing;
import com.ballastmarkets.engine.book.PriceLevel;
import com.ballastmarkets.engine.combo.ComboDesk;
import com.ballastmarkets.engine.market.Market;
import com.ballastmarkets.engine.market.MarketData;
import com.ballastmarkets.engine.market.MarketRegistry;
import com.ballastmarkets.engine.order.CircuitBreaker;
import com.ballastmarkets.engine.order.Order;
import com.ballastmarkets.engine.order.OrderDesk;
import com.ballastmarkets.engine.output.EventOutlet;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Moves markets through their trading phases.
 *
 * <pre>
 *   PRE_OPEN ──open──► CONTINUOUS ──breaker, halt──► HALTED ──2 min, resume──► AUCTION
 *       └────resume───► AUCTION ──3 min: uncrossing──► CONTINUOUS
 *   AUCTION, CONTINUOUS ──official notice──► HALTED ──7 min──► AUCTION
 *   any of them ──E──► EXPIRED
 * </pre>
 */
public final class TradingPhases implements CircuitBreaker {
  /** How long a halt by the breaker lasts. */
  public static final long HALT_NANOS = Duration.ofMinutes(2).toNanos();

  /** How long an auction collects orders. */
  public static final long AUCTION_NANOS = Duration.ofMinutes(3).toNanos();

  private final MarketRegistry markets;
  private final OrderDesk orders;
  private final ComboDesk combos;
  private final MarketData marketData;
  private final EventOutlet outlet;
  private final PhaseTimers timers = new PhaseTimers();
  private final Uncrossing uncrossing = new Uncrossing();

  public TradingPhases(
      MarketRegistry markets,
      OrderDesk orders,
      ComboDesk combos,
      MarketData marketData,
      EventOutlet outlet) {
    this.markets = markets;
    this.combos = combos;
    this.orders = orders;
    this.marketData = marketData;
    this.outlet = outlet;
  }

  /** When the next market's phase ends by itself. */
  public long nextDue() {
    return timers.nextDue();
  }

  /** A market was listed or restored: its timer runs. */
  public void watch(Market market) {
    if (market.state().acceptsCancels() && market.combo() == null) {
      timers.set(market);
    }
  }

  /** A market leaves trading by another way than E. */
  public void unwatch(Market market) {
    timers.clear(market);
  }

  // ---- commands ----------------------------------------------------------------------------

  /** Opens a listed market for continuous trading at once. */
  public void open(int marketId) {
    final Market market = found(marketId);
    if (market == null) {
      return;
    }
    switch (market.state()) {
      case PRE_OPEN -> change(market, MarketState.CONTINUOUS, StateReason.OPERATIONS, Market.NEVER);
      case CONTINUOUS -> outlet.nothingToDo();
      case AUCTION, HALTED, EXPIRED, PROVISIONAL, DISPUTED, FINAL, VOID ->
          outlet.reject(RejectReason.INVALID_STATE);
    }
  }

  /** Halts a market until it is resumed. */
  public void halt(int marketId) {
    final Market market = found(marketId);
    if (market == null) {
      return;
    }
    if (!haltByOperations(market)) {
      refuse(market, MarketState.HALTED);
    }
  }

  /** Begins the auction that ends a halt, or opens a listed market. */
  public void resume(int marketId) {
    final Market market = found(marketId);
    if (market == null) {
      return;
    }
    if (market.state() == MarketState.PRE_OPEN) {
      auction(market, StateReason.OPERATIONS);
    } else if (!resumeByOperations(market)) {
      refuse(market, MarketState.AUCTION, MarketState.CONTINUOUS);
    }
  }

  /** Nothing is to be done in these phases; in others it cannot. */
  private void refuse(Market market, MarketState... done) {
    if (List.of(done).contains(market.state())) {
      outlet.nothingToDo();
    } else {
      outlet.reject(RejectReason.INVALID_STATE);
    }
  }

  /** Halts a market that trades until it is resumed; tells whether it did. */
  boolean haltByOperations(Market market) {
    return switch (market.state()) {
      case AUCTION, CONTINUOUS -> {
        halt(market, StateReason.OPERATIONS, Market.NEVER);
        yield true;
      }
      case HALTED -> {
        final boolean ends = market.phaseEndNanos() != Market.NEVER;
        if (ends) {
          change(market, MarketState.HALTED, StateReason.OPERATIONS, Market.NEVER);
        }
        yield ends;
      }
      case PRE_OPEN, EXPIRED, PROVISIONAL, DISPUTED, FINAL, VOID -> false;
    };
  }

  /** Begins the auction that ends a halt; tells whether there was one. */
  boolean resumeByOperations(Market market) {
    final boolean halted = market.state() == MarketState.HALTED;
    if (halted) {
      auction(market, StateReason.OPERATIONS);
    }
    return halted;
  }

  /** Halts a market that trades, so that its auction ends then; operations' own halts stay. */
  void haltForNews(Market market, long reopensAtNanos) {
    final boolean ends =
        market.state() == MarketState.HALTED && market.phaseEndNanos() != Market.NEVER;
    if (ends || market.state().acceptsOrders()) {
      halt(market, StateReason.NEWS, Math.subtractExact(reopensAtNanos, AUCTION_NANOS));
    }
  }

  private @Nullable Market found(int marketId) {
    final Market market = markets.get(marketId);
    if (market == null) {
      outlet.reject(markets.whyNot(marketId, RejectReason.INVALID_STATE));
    }
    return market;
  }

  // ---- what happens by itself --------------------------------------------------------------

  @Override
  public void trip(Market market) {
    halt(market, StateReason.CIRCUIT_BREAKER, Math.addExact(outlet.timeNanos(), HALT_NANOS));
  }

  /** Ends the phase of the first market that is due by then; tells whether there was one. */
  public boolean endNext(long nowNanos) {
    final Market market = timers.takeDue(nowNanos);
    if (market == null) {
      return false;
    }
    if (nowNanos >= market.instrument().expiryNanos()) {
      expire(market);
    } else if (market.state() == MarketState.HALTED) {
      auction(market, market.reason());
    } else {
      uncross(market);
    }
    return true;
  }

  private void halt(Market market, StateReason reason, long endNanos) {
    change(market, MarketState.HALTED, reason, endNanos);
    orders.closer().cancelAll(market, CancelReason.HALT, Order::isCancelOnHalt);
  }

  private void auction(Market market, StateReason reason) {
    change(market, MarketState.AUCTION, reason, Math.addExact(outlet.timeNanos(), AUCTION_NANOS));
  }

  private void uncross(Market market) {
    boolean first = true;
    while (market.book().isCrossed()) {
      uncrossing.compute(market.book(), market.instrument().ticks(), market.referencePrice());
      final long price = uncrossing.priceMicros();
      match(market, price);
      // Orders that cancel out instead of trading can leave a cross: the rest finds its own price.
      if (first && market.hasTraded() && market.lastPrice() == price) {
        market.referencePrice(price);
        first = false;
      }
    }
    change(market, MarketState.CONTINUOUS, market.reason(), Market.NEVER);
    market.resumeStops();
    orders.execution().triggerStops(market);
  }

  private void match(Market market, long price) {
    while (true) {
      final PriceLevel bid = market.book().bids().best();
      final PriceLevel ask = market.book().asks().best();
      if (bid == null || ask == null || bid.price() < price || ask.price() > price) {
        return;
      }
      if (!(bid.first() instanceof Order buy) || !(ask.first() instanceof Order sell)) {
        throw new IllegalStateException("an empty level in market " + market.id());
      }
      orders.matching().uncross(buy, sell, price);
    }
  }

  private void expire(Market market) {
    combos.endCombosOf(market);
    orders.closer().cancelAll(market, CancelReason.MARKET_EXPIRED, order -> true);
    change(market, MarketState.EXPIRED, StateReason.SCHEDULE, Market.NEVER);
  }

  private void change(Market market, MarketState to, StateReason reason, long endNanos) {
    timers.clear(market);
    marketData.changePhase(market, to, reason, endNanos);
    if (to.acceptsCancels()) {
      timers.set(market);
    }
  }
}
