package com.ballastmarkets.engine.book;

import org.jspecify.annotations.Nullable;

/** The queue of orders at one price of one side. */
public final class PriceLevel {
  long price;
  long visibleLots;
  long openLots;
  int orders;

  /** The publication round in which the level was noted as changed. */
  long noted;

  /** Where its side keeps it, as long as it has orders. */
  LevelRun run = LevelRun.NONE;

  @Nullable RestingOrder first;
  @Nullable RestingOrder last;
  @Nullable PriceLevel nextFree;

  PriceLevel() {}

  public long price() {
    return price;
  }

  public long visibleLots() {
    return visibleLots;
  }

  /** Hidden lots included. */
  public long openLots() {
    return openLots;
  }

  public int orders() {
    return orders;
  }

  /** The order that is matched next here; null only in a level that is gone. */
  public @Nullable RestingOrder first() {
    return first;
  }

  void append(RestingOrder order) {
    order.showSlice();
    final RestingOrder tail = last;
    order.previous = tail;
    order.next = null;
    if (tail == null) {
      first = order;
    } else {
      tail.next = order;
    }
    last = order;
    order.level = this;
    visibleLots += order.visibleLots;
    openLots += order.openLots;
    orders++;
  }

  void unlink(RestingOrder order) {
    final RestingOrder before = order.previous;
    final RestingOrder after = order.next;
    if (before == null) {
      first = after;
    } else {
      before.next = after;
    }
    if (after == null) {
      last = before;
    } else {
      after.previous = before;
    }
    order.previous = null;
    order.next = null;
    order.level = null;
    visibleLots -= order.visibleLots;
    openLots -= order.openLots;
    orders--;
  }

  /** Makes an order smaller in its place: hidden lots go first, then visible ones. */
  void reduce(RestingOrder order, long lots) {
    order.openLots -= lots;
    openLots -= lots;
    final long visible = Math.min(order.visibleLots, order.openLots);
    visibleLots -= order.visibleLots - visible;
    order.visibleLots = visible;
  }

  void show(RestingOrder order, long lots) {
    visibleLots += lots - order.visibleLots;
    order.visibleLots = lots;
  }

  /** Takes a fill off the visible slice. */
  void fill(RestingOrder order, long lots) {
    order.openLots -= lots;
    order.visibleLots -= lots;
    openLots -= lots;
    visibleLots -= lots;
  }
}
