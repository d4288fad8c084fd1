package com.ballastmarkets.engine.order;

import com.ballastmarkets.domain.state.StateInput;
import com.ballastmarkets.domain.state.StateOutput;
import com.ballastmarkets.engine.output.VenueClock;
import java.util.ArrayDeque;

/**
 * Whose order each id of the last day was, so that a late cancel of an order that is closed is told
 * from one that names a foreign or unknown order. Four bytes an order; ids go up one by one.
 */
final class OrderOwners {
  private static final long MEMORY_NANOS = VenueClock.DAY_NANOS;
  private static final long MARK_NANOS = MEMORY_NANOS / 24;

  /** From this id on, orders came at or after this time. */
  private record Mark(long orderId, long timeNanos) {}

  private int[] accounts = new int[256];
  private long oldest = 1;
  private long next = 1;
  private final ArrayDeque<Mark> marks = new ArrayDeque<>();

  /** The id that the next order will get. */
  long nextOrderId() {
    return next;
  }

  /** Gives an order its id. */
  long assign(int account, long nowNanos) {
    if (next - oldest == accounts.length) {
      grow();
    }
    final Mark last = marks.peekLast();
    if (last == null || nowNanos - last.timeNanos >= MARK_NANOS) {
      marks.add(new Mark(next, nowNanos));
    }
    accounts[(int) next & (accounts.length - 1)] = account;
    return next++;
  }

  /** The account whose order this is or was, −1 if that is not known any more or never was. */
  int ownerOf(long orderId) {
    return orderId >= oldest && orderId < next
        ? accounts[(int) orderId & (accounts.length - 1)]
        : -1;
  }

  /** Forgets orders that are more than a day old, an hour's worth at a time. */
  void forget(long nowNanos) {
    Mark mark = marks.peekFirst();
    while (mark != null && nowNanos - mark.timeNanos >= MEMORY_NANOS + MARK_NANOS) {
      marks.removeFirst();
      mark = marks.peekFirst();
      oldest = mark == null ? next : mark.orderId;
    }
  }

  private void grow() {
    final int[] old = accounts;
    accounts = new int[old.length * 2];
    for (long id = oldest; id < next; id++) {
      accounts[(int) id & (accounts.length - 1)] = old[(int) id & (old.length - 1)];
    }
  }

  void writeState(StateOutput output) {
    output.section("order-owners", 1);
    output.putLong(oldest);
    output.putLong(next);
    for (long id = oldest; id < next; id++) {
      output.putInt(ownerOf(id));
    }
    output.putInt(marks.size());
    for (Mark mark : marks) {
      output.putLong(mark.orderId);
      output.putLong(mark.timeNanos);
    }
  }

  void readState(StateInput input) {
    input.section("order-owners");
    oldest = input.getLong();
    final long end = input.getLong();
    next = oldest;
    while (next < end) {
      if (next - oldest == accounts.length) {
        grow();
      }
      accounts[(int) next & (accounts.length - 1)] = input.getInt();
      next++;
    }
    final int count = input.getInt();
    for (int i = 0; i < count; i++) {
      marks.add(new Mark(input.getLong(), input.getLong()));
    }
  }
}
