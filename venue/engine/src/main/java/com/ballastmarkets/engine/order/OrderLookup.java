package com.ballastmarkets.engine.order;

import com.ballastmarkets.clearing.ClearingHouse;
import com.ballastmarkets.domain.event.RejectReason;
import org.jspecify.annotations.Nullable;

/** Finds the order that a cancel or replace request means. */
final class OrderLookup {
  private final ClearingHouse clearing;
  private final OrderRegistry registry;
  private final ClientOrderIds clientIds;
  private final OrderOwners owners;

  /** A request looks for the same order several times. */
  private @Nullable Order recent;

  OrderLookup(
      ClearingHouse clearing,
      OrderRegistry registry,
      ClientOrderIds clientIds,
      OrderOwners owners) {
    this.clearing = clearing;
    this.registry = registry;
    this.clientIds = clientIds;
    this.owners = owners;
  }

  /**
   * The handle of the account that asks, −1 if there is none. The order that it names mostly knows.
   */
  int account(long accountId, long orderId) {
    final Order order = find(orderId);
    return order != null && order.accountId() == accountId
        ? order.account()
        : clearing.account(accountId);
  }

  private @Nullable Order find(long orderId) {
    final Order known = recent;
    if (known != null && known.live && known.orderId() == orderId) {
      return known;
    }
    recent = registry.get(orderId);
    return recent;
  }

  /** The id that is meant, 0 if none is known. */
  long idOf(int account, long orderId, String origClOrdId) {
    if (orderId != 0) {
      return live(account, orderId) != null || owners.ownerOf(orderId) == account ? orderId : 0;
    }
    return origClOrdId.isEmpty() ? 0 : clientIds.orderOf(account, origClOrdId);
  }

  /** The account's live order, or null. Nobody sees another's. */
  @Nullable Order live(int account, long orderId) {
    final Order order = find(orderId);
    return order != null && order.account() == account ? order : null;
  }

  /** Why there is no live order. */
  static RejectReason whyNot(long orderId) {
    return orderId == 0 ? RejectReason.ORDER_NOT_FOUND : RejectReason.ORDER_CLOSED;
  }
}
