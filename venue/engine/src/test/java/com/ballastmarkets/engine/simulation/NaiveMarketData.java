package com.ballastmarkets.engine.simulation;

import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.instrument.MarketState;
import com.ballastmarkets.domain.order.Side;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Depth by comparison of before and after, indicative prices, marks. */
final class NaiveMarketData {
  private final NaiveExchange exchange;
  private final Map<NaiveMarket, List<TreeMap<Long, long[]>>> before = new LinkedHashMap<>();

  NaiveMarketData(NaiveExchange exchange) {
    this.exchange = exchange;
  }

  /** Before a step: what its depth will be held against. */
  void begin() {
    before.clear();
    for (NaiveMarket market : exchange.markets.values()) {
      before.put(market, List.of(market.depth(Side.BUY), market.depth(Side.SELL)));
    }
  }

  /** After a step: what it changed. */
  void publish(NaiveMarket market) {
    for (Side side : Side.values()) {
      tellDepth(market, side);
    }
    tellIndicative(market);
    tellMark(market);
  }

  private void tellDepth(NaiveMarket market, Side side) {
    final TreeMap<Long, long[]> then =
        before.getOrDefault(market, List.of(new TreeMap<>(), new TreeMap<>())).get(side.ordinal());
    final TreeMap<Long, long[]> present = market.depth(side);
    final TreeMap<Long, long[]> both = new TreeMap<>(present);
    then.forEach(both::putIfAbsent);
    for (long price : both.keySet()) {
      final long[] old = then.getOrDefault(price, new long[2]);
      final long[] current = present.getOrDefault(price, new long[2]);
      if (old[0] != current[0] || old[1] != current[1]) {
        exchange.tell(
            new Event.LevelChanged(
                market.instrument.marketId(), side, price, current[0], (int) current[1]));
      }
    }
  }

  private void tellIndicative(NaiveMarket market) {
    final Long price = market.state == MarketState.AUCTION ? market.auctionPrice() : null;
    final long lots = price == null ? 0 : market.volume(price);
    final boolean same =
        lots == market.indicativeLots && (price == null || price == market.indicativePrice);
    market.indicativePrice = price == null ? 0 : price;
    market.indicativeLots = lots;
    if (!same && market.state == MarketState.AUCTION) {
      exchange.tell(
          new Event.IndicativeChanged(market.instrument.marketId(), market.indicativePrice, lots));
    }
  }

  private void tellMark(NaiveMarket market) {
    final Long last = market.lastFree;
    if (last == null || market.state != MarketState.CONTINUOUS) {
      return;
    }
    final NaiveOrder bid = market.best(Side.BUY);
    final NaiveOrder ask = market.best(Side.SELL);
    final long low = bid == null ? Math.min(last, ask == null ? last : ask.limit) : bid.limit;
    final long high = ask == null ? Math.max(last, low) : ask.limit;
    final long mark = Stream.of(low, last, high).sorted().toList().get(1);
    if (mark != market.mark) {
      market.mark = mark;
      if (exchange.combos.of(market) == null) {
        exchange.clearing.mark(market.handle, mark);
      }
      exchange.tell(new Event.MarkChanged(market.instrument.marketId(), mark));
    }
  }
}
