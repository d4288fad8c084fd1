package com.ballastmarkets.engine.quote;

import com.ballastmarkets.domain.quote.ProtectionCause;
import com.ballastmarkets.domain.quote.ProtectionLimits;
import com.ballastmarkets.domain.state.StateInput;
import com.ballastmarkets.domain.state.StateOutput;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * Counts the fills of a quote group's quotes within a rolling interval and tells when a limit is
 * reached.
 *
 * <p>Example: limits of 100 lots and a net delta of 50 in a second: 40 bought and, half a second
 * later, 30 sold reach neither (70 lots, delta 10); 30 sold more reach the lots. Without limits
 * nothing is counted.
 */
final class Protection {
  /** What was filled at one moment; a fill counts until the interval is over, exclusive. */
  private record Moment(long timeNanos, long lots, long netDelta, long fills) {}

  private ProtectionLimits limits = ProtectionLimits.NONE;
  private boolean tripped;
  private final ArrayDeque<Moment> moments = new ArrayDeque<>();
  private long lots;
  private long netDelta;
  private long fills;

  ProtectionLimits limits() {
    return limits;
  }

  void limits(ProtectionLimits newLimits, long nowNanos) {
    limits = newLimits;
    if (limits.isNone()) {
      forgetAll();
    } else {
      forget(nowNanos);
    }
  }

  /** Whether the group may not quote. */
  boolean isTripped() {
    return tripped;
  }

  long lots() {
    return lots;
  }

  long netDelta() {
    return netDelta;
  }

  long fills() {
    return fills;
  }

  void reset() {
    tripped = false;
    forgetAll();
  }

  /** Counts a fill, and tells which limit it reached, if it is the first that does. */
  @Nullable ProtectionCause count(long nowNanos, long filledLots, long delta) {
    if (limits.isNone() || tripped) {
      return null;
    }
    forget(nowNanos);
    add(nowNanos, filledLots, delta, 1);
    final ProtectionCause cause = reached();
    tripped = cause != null;
    return cause;
  }

  private @Nullable ProtectionCause reached() {
    if (limits.lots() > 0 && lots >= limits.lots()) {
      return ProtectionCause.LOTS;
    }
    if (limits.netDelta() > 0 && Math.abs(netDelta) >= limits.netDelta()) {
      return ProtectionCause.NET_DELTA;
    }
    return limits.fills() > 0 && fills >= limits.fills() ? ProtectionCause.FILLS : null;
  }

  private void add(long timeNanos, long moreLots, long moreDelta, long moreFills) {
    final Moment last = moments.peekLast();
    if (last != null && last.timeNanos == timeNanos) {
      moments.removeLast();
      moments.addLast(
          new Moment(
              timeNanos,
              Math.addExact(last.lots, moreLots),
              Math.addExact(last.netDelta, moreDelta),
              last.fills + moreFills));
    } else {
      moments.addLast(new Moment(timeNanos, moreLots, moreDelta, moreFills));
    }
    lots = Math.addExact(lots, moreLots);
    netDelta = Math.addExact(netDelta, moreDelta);
    fills += moreFills;
  }

  private void forget(long nowNanos) {
    Moment first = moments.peekFirst();
    while (first != null && nowNanos - first.timeNanos >= limits.intervalNanos()) {
      moments.removeFirst();
      lots -= first.lots;
      netDelta -= first.netDelta;
      fills -= first.fills;
      first = moments.peekFirst();
    }
  }

  private void forgetAll() {
    moments.clear();
    lots = 0;
    netDelta = 0;
    fills = 0;
  }

  void writeState(StateOutput output) {
    output.putLong(limits.intervalNanos());
    output.putLong(limits.lots());
    output.putLong(limits.netDelta());
    output.putLong(limits.fills());
    output.putBoolean(tripped);
    output.putInt(moments.size());
    for (Moment moment : moments) {
      output.putLong(moment.timeNanos);
      output.putLong(moment.lots);
      output.putLong(moment.netDelta);
      output.putLong(moment.fills);
    }
  }

  void readState(StateInput input) {
    limits =
        new ProtectionLimits(input.getLong(), input.getLong(), input.getLong(), input.getLong());
    tripped = input.getBoolean();
    final int count = input.getInt();
    for (int i = 0; i < count; i++) {
      add(input.getLong(), input.getLong(), input.getLong(), input.getLong());
    }
  }
}
