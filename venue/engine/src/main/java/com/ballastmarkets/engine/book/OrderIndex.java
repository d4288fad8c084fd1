package com.ballastmarkets.engine.book;

import org.jspecify.annotations.Nullable;

/**
 * Orders by id: an open-addressing table of the orders themselves, with nothing beside them.
 * Neighbour ids share a cache line, since new orders have them; at most a quarter of the slots is
 * taken, so that hardly any other order is looked at.
 *
 * @param <T> the kind of orders
 */
public final class OrderIndex<T extends RestingOrder> {
  private static final int FIRST_SLOTS = 64;

  /** Ids that differ in these bits only lie beside each other: as many as fill a cache line. */
  private static final int NEAR_BITS = 4;

  private static final long MIX = 0x9E3779B97F4A7C15L; // 2⁶⁴ ÷ the golden ratio

  private @Nullable RestingOrder[] slots = new @Nullable RestingOrder[FIRST_SLOTS];
  private int shift = Long.SIZE - Integer.numberOfTrailingZeros(FIRST_SLOTS) + NEAR_BITS;
  private int size;

  public OrderIndex() {}

  /** How many orders there are. */
  public int size() {
    return size;
  }

  /** The order with this id, or null. */
  public @Nullable T get(long orderId) {
    return typed(slots[slotOf(orderId)]);
  }

  /**
   * Adds an order.
   *
   * @throws IllegalStateException if there is one with its id
   */
  public void put(T order) {
    if (size * 4 >= slots.length) {
      grow();
    }
    final int slot = slotOf(order.orderId());
    if (slots[slot] != null) {
      throw new IllegalStateException("order " + order.orderId() + " is there already");
    }
    slots[slot] = order;
    size++;
  }

  /** Takes the order with this id out; returns it, or null if there is none. */
  public @Nullable T remove(long orderId) {
    final int slot = slotOf(orderId);
    final T order = typed(slots[slot]);
    if (order != null) {
      size--;
      close(slot);
    }
    return order;
  }

  /** The slot that has the id, or the empty one where it belongs. */
  private int slotOf(long orderId) {
    final @Nullable RestingOrder[] in = slots;
    final int mask = in.length - 1;
    int slot = home(orderId);
    RestingOrder order = in[slot];
    while (order != null && order.orderId() != orderId) {
      slot = (slot + 1) & mask;
      order = in[slot];
    }
    return slot;
  }

  private int home(long orderId) {
    final int near = (int) orderId & ((1 << NEAR_BITS) - 1);
    return ((int) (((orderId >>> NEAR_BITS) * MIX) >>> shift) << NEAR_BITS) | near;
  }

  /** Empties a slot and moves up those behind it that would not be found any more. */
  private void close(int removed) {
    final @Nullable RestingOrder[] in = slots;
    final int mask = in.length - 1;
    int hole = removed;
    int slot = removed;
    while (true) {
      slot = (slot + 1) & mask;
      final RestingOrder order = in[slot];
      if (order == null) {
        break;
      }
      if (((slot - home(order.orderId())) & mask) >= ((slot - hole) & mask)) {
        in[hole] = order;
        hole = slot;
      }
    }
    in[hole] = null;
  }

  private void grow() {
    final @Nullable RestingOrder[] old = slots;
    slots = new @Nullable RestingOrder[Math.multiplyExact(old.length, 2)];
    shift--;
    for (final RestingOrder order : old) {
      if (order != null) {
        slots[slotOf(order.orderId())] = order;
      }
    }
  }

  @SuppressWarnings("unchecked") // only orders of the kind are put in
  private @Nullable T typed(@Nullable RestingOrder order) {
    return (T) order;
  }
}
