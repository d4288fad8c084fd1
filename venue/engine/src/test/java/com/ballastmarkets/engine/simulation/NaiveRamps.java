package com.ballastmarkets.engine.simulation;

import com.ballastmarkets.domain.instrument.Contract;
import java.util.Map;
import java.util.TreeMap;

/** The full minutes of the last day of what can jump, while somebody watched holds it. */
final class NaiveRamps {
  private static final long MINUTE = 60_000_000_000L;

  private final NaiveExchange exchange;
  private final Map<Integer, Long> due = new TreeMap<>();
  private final Map<Integer, Integer> ticks = new TreeMap<>();

  NaiveRamps(NaiveExchange exchange) {
    this.exchange = exchange;
  }

  /** Sets a market's next moment, if it has one. */
  void watch(NaiveMarket market) {
    final boolean jumps =
        switch (market.instrument.contract()) {
          case Contract.Binary _, Contract.ConditionalSpread _ -> true;
          case Contract.Index _, Contract.Option _, Contract.Combo _ -> false;
        };
    final long expiry = market.instrument.expiryNanos();
    final long begin = expiry - NaiveExchange.DAY;
    if (jumps && exchange.now < expiry) {
      final long minute = (exchange.now / MINUTE + 1) * MINUTE;
      due.putIfAbsent(
          market.instrument.marketId(), exchange.now < begin ? begin : Math.min(minute, expiry));
    }
  }

  /** How often a market's moment has come. */
  int ticks(NaiveMarket market) {
    return ticks.getOrDefault(market.instrument.marketId(), 0);
  }

  long next() {
    due.keySet().removeIf(id -> exchange.market(id).state.isClosed());
    return due.values().stream().mapToLong(at -> at).min().orElse(NaiveLiquidations.NEVER);
  }

  /** All moments that have come. */
  void take() {
    due.entrySet()
        .removeIf(entry -> {
          final boolean now = entry.getValue() <= exchange.now;
          if (now) {
            ticks.merge(entry.getKey(), 1, Integer::sum);
          }
          return now;
        });
  }
}
