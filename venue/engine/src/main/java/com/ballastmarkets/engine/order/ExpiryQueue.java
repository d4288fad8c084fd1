package com.ballastmarkets.engine.order;

import com.ballastmarkets.engine.market.Market;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Orders that end by themselves, by the moment at which they do; at one moment, in the order in
 * which they came.
 */
final class ExpiryQueue {
  private final TreeMap<Long, Bucket> buckets = new TreeMap<>();

  /** All day orders share a bucket: the last one used is nearly always the one. */
  private @Nullable Bucket recent;

  /** Asked for before every command: kept beside the map. */
  private long nextDue = Market.NEVER;

  private static final class Bucket {
    private final long dueNanos;
    private @Nullable Order first;
    private @Nullable Order last;

    Bucket(long dueNanos) {
      this.dueNanos = dueNanos;
    }
  }

  /** When the next order ends, {@link Market#NEVER} if none does. */
  long nextDue() {
    return nextDue;
  }

  /** The first order that is due by then, or null. */
  @Nullable Order due(long nowNanos) {
    final Map.Entry<Long, Bucket> entry = buckets.firstEntry();
    return entry == null || entry.getKey() > nowNanos ? null : entry.getValue().first;
  }

  void add(Order order) {
    if (order.expireTimeNanos() == Market.NEVER) {
      return;
    }
    final Bucket bucket = bucket(order.expireTimeNanos());
    final Order tail = bucket.last;
    order.previousExpiring = tail;
    order.nextExpiring = null;
    if (tail == null) {
      bucket.first = order;
    } else {
      tail.nextExpiring = order;
    }
    bucket.last = order;
  }

  void remove(Order order) {
    if (order.expireTimeNanos() == Market.NEVER) {
      return;
    }
    final Bucket bucket = bucket(order.expireTimeNanos());
    final Order before = order.previousExpiring;
    final Order after = order.nextExpiring;
    if (before == null) {
      bucket.first = after;
    } else {
      before.nextExpiring = after;
    }
    if (after == null) {
      bucket.last = before;
    } else {
      after.previousExpiring = before;
    }
    order.previousExpiring = null;
    order.nextExpiring = null;
    if (bucket.first == null) {
      buckets.remove(bucket.dueNanos);
      recent = null;
      nextDue = buckets.isEmpty() ? Market.NEVER : buckets.firstKey();
    }
  }

  private Bucket bucket(long dueNanos) {
    final Bucket last = recent;
    if (last != null && last.dueNanos == dueNanos) {
      return last;
    }
    final Bucket found = buckets.computeIfAbsent(dueNanos, Bucket::new);
    recent = found;
    nextDue = Math.min(nextDue, dueNanos);
    return found;
  }
}
