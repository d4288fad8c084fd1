package com.ballastmarkets.bench.engine;

import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.event.EventSink;
import com.ballastmarkets.domain.instrument.MarketState;
import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.domain.order.TimeInForce;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What a stream's maker knows of the orders that rest, from the engine's events. */
final class LiveOrders implements EventSink {
  private final List<List<Entry>> byMarket = new ArrayList<>();
  private final Map<Long, Entry> byId = new HashMap<>();
  private final long[] lastPrices;
  private long trades;

  /** A resting order. */
  static final class Entry {
    private final long orderId;
    private final long accountId;
    private final int market;
    private final Side side;
    private long priceMicros;
    private long lots;
    private int index;

    Entry(long orderId, long accountId, int market, Side side, long priceMicros, long lots) {
      this.orderId = orderId;
      this.accountId = accountId;
      this.market = market;
      this.side = side;
      this.priceMicros = priceMicros;
      this.lots = lots;
    }

    long orderId() {
      return orderId;
    }

    long accountId() {
      return accountId;
    }

    Side side() {
      return side;
    }

    long priceMicros() {
      return priceMicros;
    }

    long lots() {
      return lots;
    }
  }

  LiveOrders(int markets) {
    for (int i = 0; i < markets; i++) {
      byMarket.add(new ArrayList<>());
    }
    lastPrices = new long[markets];
    Arrays.fill(lastPrices, BenchVenue.REFERENCE);
  }

  int count() {
    return byId.size();
  }

  int count(int market) {
    return byMarket.get(market).size();
  }

  Entry pick(int market, Random random) {
    return byMarket.get(market).get(random.nextInt(count(market)));
  }

  long lastPrice(int market) {
    return lastPrices[market];
  }

  long trades() {
    return trades;
  }

  @Override
  public void accept(long timeNanos, Event event) {
    if (event instanceof Event.OrderAccepted(var orderId, var ticket)
        && ticket.timeInForce() == TimeInForce.GTC
        && isOfTheStream(ticket.marketId())) {
      add(
          new Entry(
              orderId,
              ticket.accountId(),
              ticket.marketId() - BenchVenue.FIRST_MARKET,
              ticket.side(),
              ticket.priceMicros(),
              ticket.lots()));
    } else if (event instanceof Event.Trade trade) {
      trades++;
      if (isOfTheStream(trade.marketId())) {
        lastPrices[trade.marketId() - BenchVenue.FIRST_MARKET] = trade.priceMicros();
      }
      filled(trade.maker());
      filled(trade.taker());
    } else if (event instanceof Event.OrderReplaced replaced) {
      final Entry entry = byId.get(replaced.orderId());
      if (entry != null) {
        entry.priceMicros = replaced.priceMicros();
        entry.lots = replaced.lots();
      }
    } else if (event instanceof Event.OrderCanceled canceled) {
      remove(canceled.orderId());
    } else if (event instanceof Event.MarketStateChanged(_, _, var to, _, _)
        && to != MarketState.CONTINUOUS) {
      throw new IllegalStateException("the stream stops a market: " + event);
    } else if (event instanceof Event.OrderRejected
        || event instanceof Event.ReplaceRejected
        || event instanceof Event.CancelRejected
        || event instanceof Event.CommandRejected) {
      throw new IllegalStateException("the stream is refused: " + event);
    }
  }

  /** What goes on beside the stream is in markets of its own, after its. */
  private boolean isOfTheStream(int marketId) {
    return marketId - BenchVenue.FIRST_MARKET < lastPrices.length;
  }

  private void filled(Event.Fill fill) {
    if (fill.leavesLots() == 0) {
      remove(fill.orderId());
    }
  }

  private void add(Entry entry) {
    final List<Entry> in = byMarket.get(entry.market);
    entry.index = in.size();
    in.add(entry);
    byId.put(entry.orderId, entry);
  }

  private void remove(long orderId) {
    final Entry entry = byId.remove(orderId);
    if (entry != null) {
      final List<Entry> in = byMarket.get(entry.market);
      final Entry last = in.removeLast();
      if (last != entry) {
        in.set(entry.index, last);
        last.index = entry.index;
      }
    }
  }
}
