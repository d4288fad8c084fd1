package com.ballastmarkets.clearing.liquidation;

import com.ballastmarkets.clearing.margin.LeverageRamp;
import com.ballastmarkets.clearing.product.Underlying;
import java.time.Duration;
import java.util.Comparator;
import java.util.TreeMap;
import java.util.TreeSet;

/** When the falling leverage of a market's last day is to be looked at: on every full minute. */
final class RampTimers {
  private static final long MINUTE_NANOS = Duration.ofMinutes(1).toNanos();

  private record Timer(long dueNanos, int market) {}

  private final TreeSet<Timer> timers =
      new TreeSet<>(Comparator.comparingLong(Timer::dueNanos).thenComparingInt(Timer::market));
  private final TreeMap<Integer, Timer> byMarket = new TreeMap<>();

  long next() {
    return timers.isEmpty() ? Long.MAX_VALUE : timers.first().dueNanos();
  }

  /** Sets a market's timer, unless it is set or over: the ramp's begin, full minutes, and E. */
  void watch(int market, Underlying underlying, long nowNanos) {
    if (!underlying.jumps() || nowNanos >= underlying.expiryNanos()) {
      return;
    }
    if (byMarket.containsKey(market)) {
      return;
    }
    final long begin = LeverageRamp.beginNanos(underlying);
    final long minute = Math.multiplyExact(Math.floorDiv(nowNanos, MINUTE_NANOS) + 1, MINUTE_NANOS);
    final long due = nowNanos < begin ? begin : Math.min(minute, underlying.expiryNanos());
    final Timer timer = new Timer(due, market);
    byMarket.put(market, timer);
    timers.add(timer);
  }

  /** Removes and returns the first market that is due by then, −1 if none is. */
  int takeDue(long nowNanos) {
    if (next() > nowNanos) {
      return -1;
    }
    final int market = timers.first().market();
    forget(market);
    return market;
  }

  void forget(int market) {
    final Timer timer = byMarket.remove(market);
    if (timer != null) {
      timers.remove(timer);
    }
  }
}
