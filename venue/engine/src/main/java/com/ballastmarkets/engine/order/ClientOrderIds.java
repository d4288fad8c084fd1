package com.ballastmarkets.engine.order;

import com.ballastmarkets.domain.state.StateInput;
import com.ballastmarkets.domain.state.StateOutput;
import com.ballastmarkets.engine.output.VenueClock;

/**
 * Remembers for 24 hours of venue time which client order ids were used, for which content and
 * which order; longer while the order is live.
 *
 * <p>An id is kept as a 128-bit digest of account and text, and its content as a 64-bit digest: 40
 * bytes an entry, no objects. Two ids of one account would have to agree in all 128 bits to be
 * taken for each other.
 *
 * <p>Entries stand in a ring in the order in which they came; an open-addressing table finds them.
 */
final class ClientOrderIds {
  private static final long MEMORY_NANOS = VenueClock.DAY_NANOS;
  private static final int FIELDS = 5;
  private static final int HIGH = 0;
  private static final int LOW = 1;
  private static final int ORDER = 2;
  private static final int CONTENT = 3;
  private static final int TIME = 4;

  private final OrderRegistry orders;
  private final String section;
  private long[] ring = new long[FIELDS * 64];
  private int[] table = new int[256];
  private long head;
  private long tail;

  private long keyHigh;
  private long keyLow;

  /**
   * @param section what it is called in a snapshot
   */
  ClientOrderIds(OrderRegistry orders, String section) {
    this.orders = orders;
    this.section = section;
  }

  /** What {@link #find} found. */
  enum Found {
    /** The id is free. */
    NOTHING,
    SAME_CONTENT,
    OTHER_CONTENT
  }

  private long foundOrder;

  /** The order of the entry that was found last. */
  long foundOrder() {
    return foundOrder;
  }

  /** Looks an id up, with the digest of the content it comes with now. */
  Found find(int account, String clOrdId, long content) {
    digest(account, clOrdId);
    final int slot = slotOf();
    if (table[slot] == 0) {
      return Found.NOTHING;
    }
    final int base = table[slot] - 1;
    foundOrder = ring[base + ORDER];
    return ring[base + CONTENT] == content ? Found.SAME_CONTENT : Found.OTHER_CONTENT;
  }

  /** The order that an id was used for, 0 if it is not remembered. */
  long orderOf(int account, String clOrdId) {
    return find(account, clOrdId, 0) == Found.NOTHING ? 0 : foundOrder;
  }

  /** Remembers an id that is free. */
  void remember(int account, String clOrdId, long content, long orderId, long nowNanos) {
    digest(account, clOrdId);
    append(keyHigh, keyLow, orderId, content, nowNanos);
  }

  /** Forgets what is 24 hours old and belongs to no live order. */
  void forget(long nowNanos) {
    while (head < tail) {
      final int base = baseOf(head);
      if (nowNanos - ring[base + TIME] < MEMORY_NANOS) {
        return;
      }
      keyHigh = ring[base + HIGH];
      keyLow = ring[base + LOW];
      final long orderId = ring[base + ORDER];
      final long content = ring[base + CONTENT];
      removeFromTable(slotOf());
      head++;
      if (orders.get(orderId) != null) {
        append(keyHigh, keyLow, orderId, content, nowNanos);
      }
    }
  }

  private void append(long high, long low, long orderId, long content, long timeNanos) {
    if ((tail - head + 1) * FIELDS > ring.length) {
      grow();
    }
    keyHigh = high;
    keyLow = low;
    final int base = baseOf(tail++);
    ring[base + HIGH] = high;
    ring[base + LOW] = low;
    ring[base + ORDER] = orderId;
    ring[base + CONTENT] = content;
    ring[base + TIME] = timeNanos;
    table[slotOf()] = base + 1;
  }

  private int baseOf(long position) {
    return (int) (position % (ring.length / FIELDS)) * FIELDS;
  }

  private void grow() {
    final long[] old = ring;
    final int oldHead = baseOf(head);
    final int used = (int) (tail - head);
    ring = new long[Math.multiplyExact(old.length, 2)];
    final int upToEnd = Math.min(used * FIELDS, old.length - oldHead);
    System.arraycopy(old, oldHead, ring, 0, upToEnd);
    System.arraycopy(old, 0, ring, upToEnd, used * FIELDS - upToEnd);
    head = 0;
    tail = used;
    // A quarter full at most, right after growing: short probes.
    table = new int[Math.multiplyExact(table.length, 2)];
    for (long position = head; position < tail; position++) {
      final int base = baseOf(position);
      keyHigh = ring[base + HIGH];
      keyLow = ring[base + LOW];
      table[slotOf()] = base + 1;
    }
  }

  /** The slot of the key, or the empty slot where it belongs. */
  private int slotOf() {
    final int mask = table.length - 1;
    int slot = (int) keyLow & mask;
    while (table[slot] != 0) {
      final int base = table[slot] - 1;
      if (ring[base + LOW] == keyLow && ring[base + HIGH] == keyHigh) {
        return slot;
      }
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /** Removes a slot and moves up those behind it that would not be found any more. */
  private void removeFromTable(int removed) {
    final int mask = table.length - 1;
    int hole = removed;
    int slot = removed;
    while (true) {
      slot = (slot + 1) & mask;
      if (table[slot] == 0) {
        break;
      }
      final int home = (int) ring[table[slot] - 1 + LOW] & mask;
      if (((slot - home) & mask) >= ((slot - hole) & mask)) {
        table[hole] = table[slot];
        hole = slot;
      }
    }
    table[hole] = 0;
  }

  private void digest(int account, String clOrdId) {
    long a = Digest.mix(account + 0x9E3779B97F4A7C15L);
    long b = Digest.mix(account ^ 0xC2B2AE3D27D4EB4FL);
    for (int i = 0; i < clOrdId.length(); i++) {
      a = Digest.add(a, clOrdId.charAt(i));
      b = Digest.mix(b + clOrdId.charAt(i));
    }
    keyHigh = a;
    keyLow = b;
  }

  void writeState(StateOutput output) {
    output.section(section, 1);
    output.putInt((int) (tail - head));
    for (long position = head; position < tail; position++) {
      final int base = baseOf(position);
      for (int i = 0; i < FIELDS; i++) {
        output.putLong(ring[base + i]);
      }
    }
  }

  void readState(StateInput input) {
    input.section(section);
    final int entries = input.getInt();
    for (int i = 0; i < entries; i++) {
      final long high = input.getLong();
      final long low = input.getLong();
      final long orderId = input.getLong();
      final long content = input.getLong();
      append(high, low, orderId, content, input.getLong());
    }
  }
}
