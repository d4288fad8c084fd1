package com.ballastmarkets.engine.order;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The live orders of each account, oldest first. */
final class AccountOrders {
  private @Nullable Order[] first = new @Nullable Order[64];
  private @Nullable Order[] last = new @Nullable Order[64];

  @Nullable Order first(int account) {
    return account < first.length ? first[account] : null;
  }

  void add(Order order) {
    final int account = order.account();
    if (account >= first.length) {
      final int length = Math.max(account + 1, first.length * 2);
      first = Arrays.copyOf(first, length);
      last = Arrays.copyOf(last, length);
    }
    final Order tail = last[account];
    order.previousOfAccount = tail;
    order.nextOfAccount = null;
    if (tail == null) {
      first[account] = order;
    } else {
      tail.nextOfAccount = order;
    }
    last[account] = order;
  }

  void remove(Order order) {
    final Order before = order.previousOfAccount;
    final Order after = order.nextOfAccount;
    if (before == null) {
      first[order.account()] = after;
    } else {
      before.nextOfAccount = after;
    }
    if (after == null) {
      last[order.account()] = before;
    } else {
      after.previousOfAccount = before;
    }
    order.previousOfAccount = null;
    order.nextOfAccount = null;
  }
}
