package com.ballastmarkets.engine.market;

import com.ballastmarkets.domain.state.StateInput;
import com.ballastmarkets.domain.state.StateOutput;
import com.ballastmarkets.engine.output.VenueClock;
import java.util.ArrayDeque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/**
 * Markets that are settled or void, until they are forgotten: a day after their end, so that what
 * is said twice is answered as the first time, and not before the last market that refers to them.
 */
final class EndedMarkets {
  private static final long MEMORY_NANOS = VenueClock.DAY_NANOS;

  private record Ended(Market market, long atNanos) {}

  /** In the order of their end. */
  private final ArrayDeque<Ended> remembered = new ArrayDeque<>();

  private final Consumer<Market> forgotten;

  /**
   * @param forgotten is told of each market whose time is over and that nothing refers to
   */
  EndedMarkets(Consumer<Market> forgotten) {
    this.forgotten = forgotten;
  }

  void add(Market market, long nowNanos) {
    remembered.add(new Ended(market, nowNanos));
  }

  /** Lets go of the markets that ended a day ago. */
  void forget(long nowNanos) {
    Ended oldest = remembered.peekFirst();
    while (oldest != null && nowNanos - oldest.atNanos >= MEMORY_NANOS) {
      remembered.removeFirst();
      oldest.market.memoryIsOver();
      release(oldest.market);
      oldest = remembered.peekFirst();
    }
  }

  /** Forgets a market now, if nothing keeps it. */
  void release(Market market) {
    if (market.isForgettable()) {
      forgotten.accept(market);
    }
  }

  void writeState(StateOutput output) {
    output.putInt(remembered.size());
    for (Ended ended : remembered) {
      output.putInt(ended.market.id());
      output.putLong(ended.atNanos);
    }
  }

  /** Reads those that are remembered; other markets that have ended stay for those on them only. */
  void readState(StateInput input, IntFunction<Market> markets, List<Market> all) {
    for (Market market : all) {
      if (market.state().isClosed()) {
        market.memoryIsOver();
      }
    }
    final int count = input.getInt();
    for (int i = 0; i < count; i++) {
      final Market market = markets.apply(input.getInt());
      market.isRemembered();
      remembered.add(new Ended(market, input.getLong()));
    }
  }
}
