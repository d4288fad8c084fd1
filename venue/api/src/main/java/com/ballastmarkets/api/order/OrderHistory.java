package com.ballastmarkets.api.order;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Orders and fills that the server no longer holds in memory: the projection in PostgreSQL. It may
 * lag behind the journal; what it lacks is in memory.
 */
public interface OrderHistory {

  /**
   * A page of an account's orders, newest (highest order id) first.
   *
   * @param marketSymbol only this market, or null for all
   * @param status only orders in this state, or null for all
   * @param clientOrderId only the orders with this client id, or null for all
   * @param fromNanos begin of the creation time, inclusive; {@link Long#MIN_VALUE} for no begin
   * @param toNanos its end, exclusive; {@link Long#MAX_VALUE} for no end
   * @param beforeOrderId only lower order ids; {@link Long#MAX_VALUE} for all
   * @param limit at most so many, 1 to 1,000
   */
  record OrderQuery(
      long accountId,
      @Nullable String marketSymbol,
      @Nullable OrderStatus status,
      @Nullable String clientOrderId,
      long fromNanos,
      long toNanos,
      long beforeOrderId,
      int limit) {}

  /**
   * A page of an account's fills, newest (highest trade id) first. Fields as in {@link OrderQuery};
   * times are those of the trades.
   *
   * @param orderId only this order's fills; 0 for all
   */
  record FillQuery(
      long accountId,
      @Nullable String marketSymbol,
      long orderId,
      long fromNanos,
      long toNanos,
      long beforeTradeId,
      int limit) {}

  List<OrderRecord> orders(OrderQuery query);

  /** One order, if it is the account's. */
  Optional<OrderRecord> order(long accountId, long orderId);

  List<FillRecord> fills(FillQuery query);

  /** For a venue without a database: nothing is remembered beyond memory. */
  static OrderHistory none() {
    return new OrderHistory() {
      @Override
      public List<OrderRecord> orders(OrderQuery query) {
        return List.of();
      }

      @Override
      public Optional<OrderRecord> order(long accountId, long orderId) {
        return Optional.empty();
      }

      @Override
      public List<FillRecord> fills(FillQuery query) {
        return List.of();
      }
    };
  }
}
