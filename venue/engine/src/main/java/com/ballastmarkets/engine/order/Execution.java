package com.ballastmarkets.engine.order;

import com.ballastmarkets.clearing.ClearingHouse;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.domain.order.CancelReason;
import com.ballastmarkets.domain.order.OrderType;
import com.ballastmarkets.domain.order.PostOnly;
import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.domain.order.TimeInForce;
import com.ballastmarkets.engine.combo.ComboMatching;
import com.ballastmarkets.engine.market.Combo;
import com.ballastmarkets.engine.market.Market;
import com.ballastmarkets.engine.market.MarketData;
import com.ballastmarkets.engine.output.EventOutlet;
import org.jspecify.annotations.Nullable;

/** Sets accepted orders to work: they match, rest, wait for their trigger, or end. */
public final class Execution {
  private final ClearingHouse clearing;
  private final OrderRegistry registry;
  private final OrderCloser closer;
  private final Matching matching;
  private final ReduceOnly reduceOnly;
  private final Fillable fillable;
  private final MarketData marketData;
  private final EventOutlet outlet;
  private final CircuitBreaker breaker;
  private final ComboMatching comboMatching;

  Execution(
      ClearingHouse clearing,
      OrderRegistry registry,
      OrderCloser closer,
      Matching matching,
      ReduceOnly reduceOnly,
      MarketData marketData,
      EventOutlet outlet,
      CircuitBreaker breaker,
      ComboMatching comboMatching) {
    this.clearing = clearing;
    this.registry = registry;
    this.closer = closer;
    this.matching = matching;
    this.reduceOnly = reduceOnly;
    this.fillable = new Fillable(reduceOnly);
    this.marketData = marketData;
    this.outlet = outlet;
    this.breaker = breaker;
    this.comboMatching = comboMatching;
  }

  /** Sets an order to work that neither rests nor waits, with all that follows from its trades. */
  void start(Order order) {
    final Market market = order.market();
    if (order.isWaiting()) {
      await(order);
    } else if (market.isContinuous()) {
      work(order);
    } else {
      rest(order);
    }
    triggerStops(market);
    final Combo combo = market.combo();
    if (combo != null) {
      combo.legs().forEach(this::triggerStops);
    }
  }

  /**
   * The limit at which an order may be taken, or {@link PostOnlyRule#REFUSED}: a post-only order of
   * a combo must not take from the legs' books either.
   */
  long limit(Market market, Side side, PostOnly rule, long limit) {
    final Combo combo = market.combo();
    if (combo == null || rule == PostOnly.NONE) {
      return PostOnlyRule.limit(market, side, rule, limit);
    }
    return PostOnlyRule.limit(market, side, rule, limit, comboMatching.bestAgainst(combo, side));
  }

  /** Triggers the stop orders that trades have reached, until no more are. */
  public void triggerStops(Market market) {
    if (market.stops().isEmpty()) {
      market.stops().forgetTrades();
      return;
    }
    while (market.isContinuous() && market.stops().triggered() instanceof Order order) {
      market.stops().remove(order);
      trigger(order);
    }
    if (market.stops().isEmpty()) {
      // The last one may have halted the market: no later stop is held against these trades.
      market.stops().forgetTrades();
    }
  }

  private void await(Order order) {
    final Market market = order.market();
    if (market.isContinuous() && market.hasTraded() && isReached(order, market.lastPrice())) {
      trigger(order);
    } else {
      market.stops().add(order);
      registry.add(order);
    }
  }

  private static boolean isReached(Order order, long price) {
    return order.side() == Side.BUY ? price >= order.stopPrice() : price <= order.stopPrice();
  }

  private void trigger(Order order) {
    final Market market = order.market();
    outlet.tell(new Event.OrderTriggered(order.orderId(), order.accountId(), market.id()));
    final long limit =
        order.type() == OrderType.STOP ? market.collar(order.side()) : order.limitPrice();
    final @Nullable RejectReason reason =
        clearing.reserve(order.account(), market.handle(), order.side(), limit, order.openLots());
    if (reason != null) {
      closer.cancel(order, CancelReason.MARGIN);
      return;
    }
    order.triggered(limit);
    reduceOnly.trim(order);
    if (order.openLots() > 0) {
      work(order);
    }
  }

  private void work(Order order) {
    if (order.isReservedInLegs()) {
      workCombo(order);
      return;
    }
    if (order.timeInForce() == TimeInForce.FOK && !fillable.atLeast(order, order.openLots())) {
      closer.cancel(order, CancelReason.NOT_FILLABLE);
      return;
    }
    if (order.minLots() > 0 && !fillable.atLeast(order, order.minLots())) {
      closer.cancel(order, CancelReason.MINIMUM_NOT_MET);
      return;
    }
    final boolean insideBand = matching.match(order);
    if (order.openLots() == 0) {
      registry.remove(order);
    } else if (order.isImmediate()) {
      closer.cancel(order, insideBand ? CancelReason.IMMEDIATE_REST : CancelReason.BAND);
    } else {
      rest(order);
    }
    if (!insideBand) {
      breaker.trip(order.market());
    }
  }

  private void workCombo(Order order) {
    if (order.timeInForce() == TimeInForce.FOK && !comboMatching.isFillable(order)) {
      closer.cancel(order, CancelReason.NOT_FILLABLE);
      return;
    }
    final boolean insideBands = comboMatching.match(order);
    if (order.openLots() == 0) {
      registry.remove(order);
    } else if (!insideBands) {
      closer.cancel(order, CancelReason.BAND);
    } else if (order.isImmediate()) {
      closer.cancel(order, CancelReason.IMMEDIATE_REST);
    } else {
      rest(order);
    }
  }

  private void rest(Order order) {
    order.market().book().add(order);
    marketData.touch(order.market());
    registry.add(order);
  }
}
