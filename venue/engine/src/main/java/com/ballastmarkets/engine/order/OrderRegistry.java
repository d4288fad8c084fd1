package com.ballastmarkets.engine.order;

import com.ballastmarkets.engine.book.OrderIndex;
import com.ballastmarkets.engine.market.Market;
import org.jspecify.annotations.Nullable;

/**
 * The orders that are live: resting, or waiting for their trigger. By id, by account, and by the
 * time at which they end.
 */
public final class OrderRegistry {
  private final OrderIndex<Order> live = new OrderIndex<>();
  private final AccountOrders byAccount = new AccountOrders();
  private final ExpiryQueue expiring = new ExpiryQueue();

  /** The live order, or null. */
  public @Nullable Order get(long orderId) {
    return live.get(orderId);
  }

  /** The oldest live order of an account, or null. */
  public @Nullable Order firstOf(int account) {
    return byAccount.first(account);
  }

  /** The account's live order that came after this one, or null. */
  public @Nullable Order nextOf(Order order) {
    return order.nextOfAccount;
  }

  /** When the next order ends by itself, {@link Market#NEVER} if none does. */
  public long nextExpiry() {
    return expiring.nextDue();
  }

  /** The first order whose time is over, or null. */
  public @Nullable Order expired(long nowNanos) {
    return expiring.due(nowNanos);
  }

  public int size() {
    return live.size();
  }

  /** An order stays; one that stays already keeps its rank among its account's. */
  void add(Order order) {
    if (order.live) {
      return;
    }
    order.live = true;
    live.put(order);
    byAccount.add(order);
    expiring.add(order);
  }

  /** An order is closed; one that never stayed is not known here. */
  public void remove(Order order) {
    if (order.live) {
      order.live = false;
      live.remove(order.orderId());
      byAccount.remove(order);
      expiring.remove(order);
    }
    final Quoted quote = order.quoted();
    if (quote != null) {
      quote.onClose(order);
    }
  }
}
