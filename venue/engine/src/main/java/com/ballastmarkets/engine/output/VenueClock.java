package com.ballastmarkets.engine.output;

import com.ballastmarkets.domain.state.StateInput;
import com.ballastmarkets.domain.state.StateOutput;

/**
 * The venue's time: the sequencer's plus an offset that time travel adds. It never goes back, but
 * when it is set on the first day.
 */
public final class VenueClock {
  /** Nanoseconds of a UTC day. */
  public static final long DAY_NANOS = 86_400_000_000_000L;

  /** The end of the calendar, in the year 2096: far enough from what a long can count. */
  public static final long END_NANOS = 4_000_000_000_000_000_000L;

  private long nowNanos;
  private long offsetNanos;

  public long nowNanos() {
    return nowNanos;
  }

  /** The venue's time at a sequencer's time: not before the present. */
  public long at(long timestampNanos) {
    return Math.max(nowNanos, Math.addExact(timestampNanos, offsetNanos));
  }

  /** The sequencer's time of a venue time; {@link Long#MAX_VALUE} stands for never. */
  public long timestampOf(long venueNanos) {
    return venueNanos == Long.MAX_VALUE
        ? Long.MAX_VALUE
        : Math.subtractExact(venueNanos, offsetNanos);
  }

  /** The first moment of the next UTC day. */
  public long nextMidnight() {
    return Math.multiplyExact(Math.floorDiv(nowNanos, DAY_NANOS) + 1, DAY_NANOS);
  }

  /** Time passes. */
  public void moveTo(long venueNanos) {
    nowNanos = venueNanos;
  }

  /** Time travel: from now on, the venue is further ahead of the sequencer, or behind it. */
  public void travel(long fromNanos, long toNanos) {
    offsetNanos = Math.addExact(offsetNanos, Math.subtractExact(toNanos, fromNanos));
    nowNanos = toNanos;
  }

  /** Takes over another clock's time. */
  public void set(VenueClock other) {
    nowNanos = other.nowNanos;
    offsetNanos = other.offsetNanos;
  }

  public void writeState(StateOutput output) {
    output.section("clock", 1);
    output.putLong(nowNanos);
    output.putLong(offsetNanos);
  }

  public void readState(StateInput input) {
    input.section("clock");
    nowNanos = input.getLong();
    offsetNanos = input.getLong();
  }
}
