package com.ballastmarkets.engine.simulation;

import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.instrument.Instrument;
import com.ballastmarkets.domain.instrument.MarketState;
import com.ballastmarkets.domain.instrument.StateReason;
import com.ballastmarkets.domain.order.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A market as lists: everything is looked for from the beginning, every time. */
final class NaiveMarket {
  final Instrument instrument;
  final int handle;
  final List<NaiveOrder> resting = new ArrayList<>();
  final List<NaiveOrder> waiting = new ArrayList<>();
  MarketState state = MarketState.PRE_OPEN;
  StateReason reason = StateReason.SCHEDULE;
  long phaseEnd = Long.MAX_VALUE;
  long reference;
  long mark;
  @Nullable Long last;

  /** The last trade with nobody who was forced to it. */
  @Nullable Long lastFree;

  int phaseChanges;
  List<Long> tradesSinceStops = new ArrayList<>();
  long indicativePrice;
  long indicativeLots;
  long value;
  Command.@Nullable PublishProvisional published;
  long endedAt;

  /** How many were listed before it. */
  final int listed;

  NaiveMarket(Instrument instrument, int handle, int listed) {
    this.instrument = instrument;
    this.listed = listed;
    this.handle = handle;
    this.reference = instrument.referencePriceMicros();
    this.mark = reference;
  }

  long lo() {
    return instrument.contract().loMicros();
  }

  long hi() {
    return instrument.contract().hiMicros();
  }

  void traded(long price, boolean forced) {
    last = price;
    if (!forced) {
      lastFree = price;
    }
  }

  boolean inBand(long price) {
    return Math.abs(price - reference) * 100 <= 15 * (hi() - lo());
  }

  long bandLow() {
    return Math.max(lo(), reference - 15 * (hi() - lo()) / 100);
  }

  long bandHigh() {
    return Math.min(hi(), reference + 15 * (hi() - lo()) / 100);
  }

  /** Every price of the grid, ascending. */
  List<Long> grid() {
    final List<Long> prices = new ArrayList<>();
    for (long p = lo(); p <= hi(); p = instrument.ticks().above(p)) {
      prices.add(p);
    }
    return prices;
  }

  long collar(Side side) {
    return grid().stream()
        .filter(this::inBand)
        .reduce((a, b) -> side == Side.BUY ? Math.max(a, b) : Math.min(a, b))
        .orElseThrow();
  }

  /** The resting orders of a side in the order in which they are served. */
  List<NaiveOrder> queue(Side side) {
    return resting.stream()
        .filter(o -> o.ticket.side() == side)
        .sorted(
            Comparator.comparingLong((NaiveOrder o) -> -o.sign() * o.limit)
                .thenComparingLong(o -> o.rank))
        .toList();
  }

  /** The waiting orders of a side in the order in which they are triggered. */
  List<NaiveOrder> stops(Side side) {
    return waiting.stream()
        .filter(o -> o.ticket.side() == side)
        .sorted(
            Comparator.comparingLong((NaiveOrder o) -> o.sign() * o.stop)
                .thenComparingLong(o -> o.rank))
        .toList();
  }

  @Nullable NaiveOrder best(Side side) {
    final List<NaiveOrder> queue = queue(side);
    return queue.isEmpty() ? null : queue.getFirst();
  }

  /** Visible lots and orders by price, best first. */
  TreeMap<Long, long[]> depth(Side side) {
    final TreeMap<Long, long[]> levels =
        new TreeMap<>(
            side == Side.BUY ? Comparator.<Long>reverseOrder() : Comparator.naturalOrder());
    for (NaiveOrder order : queue(side)) {
      final long[] level = levels.computeIfAbsent(order.limit, p -> new long[2]);
      level[0] += order.visible;
      level[1]++;
    }
    return levels;
  }

  long volume(long price) {
    return Math.min(wanted(price), offered(price));
  }

  long surplus(long price) {
    return Math.abs(wanted(price) - offered(price));
  }

  private long wanted(long price) {
    return resting.stream()
        .filter(o -> o.ticket.side() == Side.BUY && o.limit >= price)
        .mapToLong(o -> o.open)
        .sum();
  }

  private long offered(long price) {
    return resting.stream()
        .filter(o -> o.ticket.side() == Side.SELL && o.limit <= price)
        .mapToLong(o -> o.open)
        .sum();
  }

  /** The price of an uncrossing, by its four rules over the whole grid; null if nothing crosses. */
  @Nullable Long auctionPrice() {
    return grid().stream()
        .filter(p -> volume(p) > 0)
        .min(
            Comparator.comparingLong((Long p) -> -volume(p))
                .thenComparingLong(this::surplus)
                .thenComparingLong(p -> Math.abs(p - reference))
                .thenComparingLong(p -> p))
        .orElse(null);
  }
}
