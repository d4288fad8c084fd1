package com.ballastmarkets.engine.maker;

import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.instrument.MarketState;
import com.ballastmarkets.domain.order.Side;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Scores of one market, by the book: at every second every order is looked at. */
final class NaiveScores {
  record Told(long time, Event event) {}

  private record Order(long account, Side side, long display, long price, long leaves) {
    Order with(long newPrice, long newLeaves) {
      return new Order(account, side, display, newPrice, newLeaves);
    }
  }

  private final long v;
  private final long weight;
  private final Map<Long, Order> orders = new TreeMap<>();
  private final Set<Long> makers = new HashSet<>();
  private final Map<Long, BigInteger> sums = new TreeMap<>();
  private boolean continuous;

  NaiveScores(long v, long weight) {
    this.v = v;
    this.weight = weight;
  }

  Map<Long, BigInteger> of(List<Told> told) {
    long second = told.getFirst().time() / 1_000_000_000L + 1;
    for (Told each : told) {
      for (; second * 1_000_000_000L <= each.time(); second++) {
        sample();
      }
      take(each.event());
    }
    return sums;
  }

  private void take(Event event) {
    switch (event) {
      case Event.AccountOpened e when e.leverage() > 1 -> makers.add(e.accountId());
      case Event.MarketStateChanged e -> continuous = e.to() == MarketState.CONTINUOUS;
      case Event.OrderAccepted e ->
          orders.put(
              e.orderId(),
              new Order(
                  e.ticket().accountId(),
                  e.ticket().side(),
                  e.ticket().displayLots(),
                  e.ticket().priceMicros(),
                  e.ticket().lots()));
      case Event.OrderReplaced e ->
          orders.computeIfPresent(e.orderId(), (_, o) -> o.with(e.priceMicros(), e.leavesLots()));
      case Event.OrderCanceled e -> orders.remove(e.orderId());
      case Event.Trade e -> {
        filled(e.maker());
        filled(e.taker());
      }
      default -> {}
    }
  }

  private void filled(Event.Fill fill) {
    orders.computeIfPresent(
        fill.orderId(),
        (_, o) -> fill.leavesLots() == 0 ? null : o.with(o.price, fill.leavesLots()));
  }

  private void sample() {
    final long bid = best(Side.BUY);
    final long ask = best(Side.SELL);
    if (!continuous || bid == 0 || ask == 0) {
      return;
    }
    for (long maker : makers) {
      final BigInteger bids = side(maker, Side.BUY, bid + ask);
      final BigInteger asks = side(maker, Side.SELL, bid + ask);
      final BigInteger least = bids.min(asks);
      final boolean middle = bid + ask >= 200_000 && bid + ask <= 1_800_000;
      final BigInteger score =
          least.signum() > 0
              ? least.multiply(BigInteger.valueOf(3))
              : middle ? bids.max(asks) : BigInteger.ZERO;
      if (score.signum() > 0) {
        sums.merge(maker, score.multiply(BigInteger.valueOf(weight)), BigInteger::add);
      }
    }
  }

  private long best(Side side) {
    return orders.values().stream()
        .filter(o -> o.side == side)
        .mapToLong(o -> o.price)
        .reduce((a, b) -> side == Side.BUY ? Math.max(a, b) : Math.min(a, b))
        .orElse(0);
  }

  private BigInteger side(long maker, Side side, long doubleMid) {
    BigInteger sum = BigInteger.ZERO;
    for (Order order : orders.values()) {
      final long within = 2 * v - Math.abs(2 * order.price - doubleMid);
      if (order.account == maker && order.side == side && within > 0) {
        final long shown =
            order.display == 0 ? order.leaves : Math.min(order.display, order.leaves);
        sum = sum.add(BigInteger.valueOf(within).pow(2).multiply(BigInteger.valueOf(shown)));
      }
    }
    return sum;
  }
}
