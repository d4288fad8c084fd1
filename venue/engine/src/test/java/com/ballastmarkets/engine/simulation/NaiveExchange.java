package com.ballastmarkets.engine.simulation;

import com.ballastmarkets.clearing.ClearingHouse;
import com.ballastmarkets.clearing.OpenOrders;
import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.event.EventSink;
import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.domain.instrument.MarketState;
import com.ballastmarkets.domain.instrument.StateReason;
import com.ballastmarkets.domain.order.CancelReason;
import com.ballastmarkets.domain.order.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The trading part of an exchange without any cleverness, on a real clearing house: lists, full
 * scans, depth by comparison of before and after. Its venue time is the sequencer's.
 */
final class NaiveExchange {
  static final long DAY = 86_400_000_000_000L;
  private static final long MINUTE = 60_000_000_000L;

  final ClearingHouse clearing = new ClearingHouse();
  final Map<Integer, NaiveMarket> markets = new TreeMap<>();
  final Set<NaiveMarket> touched = new LinkedHashSet<>();
  private final Map<NaiveMarket, List<TreeMap<Long, long[]>>> before = new LinkedHashMap<>();
  private final NaiveTrading trading = new NaiveTrading(this);
  private EventSink sink = (time, event) -> {};
  private boolean told;
  long now;

  void apply(Command command, long timestamp, EventSink to) {
    sink = to;
    told = false;
    letDueHappen(timestamp);
    now = timestamp;
    begin();
    switch (command) {
      case Command.OpenAccount c ->
          clearing.openAccount(c.accountId(), c.participantId(), c.kind(), c.leverage());
      case Command.Deposit c -> clearing.deposit(c.accountId(), c.amountMicros(), c.reference());
      case Command.ListMarket(var instrument) -> {
        final int handle = clearing.list(instrument, OpenOrders.NONE);
        markets.put(instrument.marketId(), new NaiveMarket(instrument, handle));
        tell(new Event.MarketListed(instrument));
      }
      case Command.OpenMarket(var id) ->
          change(market(id), MarketState.CONTINUOUS, StateReason.OPERATIONS, Long.MAX_VALUE);
      case Command.PlaceOrder(var ticket) -> trading.place(ticket);
      case Command.CancelOrder cancel -> trading.cancel(cancel);
      case Command.ReplaceOrder replace -> trading.replace(replace);
      case Command.MassCancel cancel -> trading.massCancel(cancel);
      case Command.SetKillSwitch kill -> trading.kill(kill);
      case Command.HaltMarket(var id) -> halt(market(id));
      case Command.ResumeMarket(var id) -> resume(market(id));
      case Command.Tick() -> {
        if (!told) {
          tell(new Event.NothingToDo());
        }
      }
      default -> throw new IllegalArgumentException("not in the naive exchange: " + command);
    }
    end();
  }

  void tell(Event event) {
    told = true;
    sink.accept(now, event);
  }

  NaiveMarket market(int id) {
    final NaiveMarket market = markets.get(id);
    if (market == null) {
      throw new IllegalArgumentException("no market " + id);
    }
    return market;
  }

  /** All live orders, in the order in which they were placed. */
  List<NaiveOrder> live() {
    return markets.values().stream()
        .flatMap(m -> Stream.concat(m.resting.stream(), m.waiting.stream()))
        .sorted(Comparator.comparingLong(o -> o.id))
        .toList();
  }

  // ---- steps -------------------------------------------------------------------------------

  private void begin() {
    clearing.begin(
        now,
        (time, event) -> {
          told = true;
          sink.accept(time, event);
        });
    before.clear();
    touched.clear();
    for (NaiveMarket market : markets.values()) {
      before.put(market, List.of(market.depth(Side.BUY), market.depth(Side.SELL)));
    }
  }

  private void end() {
    for (NaiveMarket market : touched) {
      for (Side side : Side.values()) {
        tellDepth(market, side);
      }
      tellIndicative(market);
      tellMark(market);
    }
    clearing.end();
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
        tell(
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
      tell(new Event.IndicativeChanged(market.instrument.marketId(), market.indicativePrice, lots));
    }
  }

  private void tellMark(NaiveMarket market) {
    final Long last = market.last;
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
      clearing.mark(market.handle, mark);
      tell(new Event.MarkChanged(market.instrument.marketId(), mark));
    }
  }

  // ---- phases ------------------------------------------------------------------------------

  private void letDueHappen(long until) {
    while (true) {
      final @Nullable NaiveOrder ending =
          live().stream()
              .filter(o -> o.expires <= until)
              .min(Comparator.comparingLong(o -> o.expires))
              .orElse(null);
      final @Nullable NaiveMarket timed =
          markets.values().stream()
              .filter(m -> dueOf(m) <= until)
              .min(Comparator.comparingLong(NaiveExchange::dueOf))
              .orElse(null);
      if (ending == null && timed == null) {
        return;
      }
      if (ending != null && (timed == null || ending.expires <= dueOf(timed))) {
        now = ending.expires;
        begin();
        live().stream()
            .filter(o -> o.expires == now)
            .forEach(o -> trading.cancel(o, CancelReason.EXPIRED, ""));
        end();
      } else if (timed != null) {
        now = dueOf(timed);
        begin();
        endPhase(timed);
        end();
      }
    }
  }

  private static long dueOf(NaiveMarket market) {
    return market.state.acceptsCancels()
        ? Math.min(market.phaseEnd, market.instrument.expiryNanos())
        : Long.MAX_VALUE;
  }

  private void endPhase(NaiveMarket market) {
    if (now >= market.instrument.expiryNanos()) {
      trading.cancelAll(market, CancelReason.MARKET_EXPIRED, o -> true);
      change(market, MarketState.EXPIRED, StateReason.SCHEDULE, Long.MAX_VALUE);
    } else if (market.state == MarketState.HALTED) {
      change(market, MarketState.AUCTION, market.reason, now + 3 * MINUTE);
    } else {
      boolean first = true;
      Long price = market.auctionPrice();
      while (price != null) {
        trading.uncross(market, price);
        if (first && price.equals(market.last)) {
          market.reference = price;
          first = false;
        }
        price = market.auctionPrice();
      }
      change(market, MarketState.CONTINUOUS, market.reason, Long.MAX_VALUE);
      if (market.last != null) {
        market.tradesSinceStops.add(market.last);
      }
      trading.triggerStops(market);
    }
  }

  void change(NaiveMarket market, MarketState to, StateReason reason, long end) {
    final MarketState from = market.state;
    market.state = to;
    market.reason = reason;
    market.phaseEnd = end;
    touched.add(market);
    tell(
        new Event.MarketStateChanged(
            market.instrument.marketId(), from, to, reason, market.reference));
  }

  void halt(NaiveMarket market, StateReason reason, long end) {
    change(market, MarketState.HALTED, reason, end);
    trading.cancelAll(market, CancelReason.HALT, o -> o.ticket.cancelOnHalt());
  }

  void trip(NaiveMarket market) {
    halt(market, StateReason.CIRCUIT_BREAKER, now + 2 * MINUTE);
  }

  private void halt(NaiveMarket market) {
    switch (market.state) {
      case AUCTION, CONTINUOUS -> halt(market, StateReason.OPERATIONS, Long.MAX_VALUE);
      case HALTED -> {
        if (market.phaseEnd == Long.MAX_VALUE) {
          tell(new Event.NothingToDo());
        } else {
          change(market, MarketState.HALTED, StateReason.OPERATIONS, Long.MAX_VALUE);
        }
      }
      default -> tell(new Event.CommandRejected(RejectReason.INVALID_STATE, 0, 0));
    }
  }

  private void resume(NaiveMarket market) {
    switch (market.state) {
      case HALTED -> change(market, MarketState.AUCTION, StateReason.OPERATIONS, now + 3 * MINUTE);
      case AUCTION, CONTINUOUS -> tell(new Event.NothingToDo());
      default -> tell(new Event.CommandRejected(RejectReason.INVALID_STATE, 0, 0));
    }
  }

  /** Copies, so that what happens meanwhile does not disturb. */
  static <T> List<T> copy(List<T> list) {
    return new ArrayList<>(list);
  }
}
