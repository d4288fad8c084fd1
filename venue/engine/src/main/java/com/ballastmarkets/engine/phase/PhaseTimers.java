package com.ballastmarkets.engine.phase;

import com.ballastmarkets.engine.market.Market;
import java.util.Comparator;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** When each market's phase ends by itself, soonest first; at one moment, by market id. */
final class PhaseTimers {
  private record Timer(long dueNanos, int marketId, Market market) {}

  private final TreeSet<Timer> timers =
      new TreeSet<>(Comparator.comparingLong(Timer::dueNanos).thenComparingInt(Timer::marketId));

  /** Asked for before every command: kept beside the set. */
  private long nextDue = Market.NEVER;

  long nextDue() {
    return nextDue;
  }

  private void changed() {
    nextDue = timers.isEmpty() ? Market.NEVER : timers.first().dueNanos();
  }

  /** Removes and returns the first market that is due by then, or null. */
  @Nullable Market takeDue(long nowNanos) {
    if (nextDue() > nowNanos) {
      return null;
    }
    final Timer timer = timers.pollFirst();
    changed();
    return timer == null ? null : timer.market();
  }

  void set(Market market) {
    timers.add(timer(market));
    changed();
  }

  void clear(Market market) {
    timers.remove(timer(market));
    changed();
  }

  private static Timer timer(Market market) {
    return new Timer(dueOf(market), market.id(), market);
  }

  /** The end of the phase, or E if that comes first. */
  static long dueOf(Market market) {
    return Math.min(market.phaseEndNanos(), market.instrument().expiryNanos());
  }
}
