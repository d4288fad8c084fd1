package com.ballastmarkets.app.desk;

import com.ballastmarkets.api.order.FillRecord;
import com.ballastmarkets.api.order.OrderHistory;
import com.ballastmarkets.api.order.OrderRecord;
import com.ballastmarkets.api.order.OrderStatus;
import com.ballastmarkets.backoffice.ledger.TradingHistory;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The API's order history, read from the projector's tables. */
public final class HistoryDesk implements OrderHistory {
  private final TradingHistory history;

  public HistoryDesk(TradingHistory history) {
    this.history = history;
  }

  @Override
  public List<OrderRecord> orders(OrderQuery query) {
    return history
        .orders(
            new TradingHistory.OrderQuery(
                query.accountId(),
                query.marketSymbol(),
                status(query.status()),
                query.clientOrderId(),
                VenueInstants.instant(query.fromNanos()),
                VenueInstants.instant(query.toNanos()),
                query.beforeOrderId(),
                query.limit()))
        .stream()
        .map(HistoryDesk::order)
        .toList();
  }

  @Override
  public Optional<OrderRecord> order(long accountId, long orderId) {
    return history.order(accountId, orderId).map(HistoryDesk::order);
  }

  @Override
  public List<FillRecord> fills(FillQuery query) {
    return history
        .fills(
            new TradingHistory.FillQuery(
                query.accountId(),
                query.marketSymbol(),
                query.orderId(),
                VenueInstants.instant(query.fromNanos()),
                VenueInstants.instant(query.toNanos()),
                query.beforeTradeId(),
                query.limit()))
        .stream()
        .map(HistoryDesk::fill)
        .toList();
  }

  private static TradingHistory.@Nullable Status status(@Nullable OrderStatus status) {
    return switch (status) {
      case null -> null;
      case OPEN -> TradingHistory.Status.OPEN;
      case FILLED -> TradingHistory.Status.FILLED;
      case CANCELLED -> TradingHistory.Status.CANCELLED;
      case EXPIRED -> TradingHistory.Status.EXPIRED;
    };
  }

  private static OrderStatus status(TradingHistory.Status status) {
    return switch (status) {
      case OPEN -> OrderStatus.OPEN;
      case FILLED -> OrderStatus.FILLED;
      case CANCELLED -> OrderStatus.CANCELLED;
      case EXPIRED -> OrderStatus.EXPIRED;
    };
  }

  private static OrderRecord order(TradingHistory.Order order) {
    return new OrderRecord(
        order.orderId(),
        order.accountId(),
        order.clOrdId(),
        order.market(),
        order.side(),
        order.type(),
        order.timeInForce(),
        order.priceMicros(),
        order.stopPriceMicros(),
        order.lots(),
        order.filledLots(),
        order.leavesLots(),
        order.filledValueMicros(),
        order.feeMicros(),
        status(order.status()),
        order.cancelReason(),
        VenueInstants.nanos(order.createdAt()),
        VenueInstants.nanos(order.updatedAt()));
  }

  private static FillRecord fill(TradingHistory.Fill fill) {
    return new FillRecord(
        fill.tradeId(),
        fill.orderId(),
        fill.accountId(),
        fill.market(),
        fill.side(),
        fill.priceMicros(),
        fill.lots(),
        fill.feeMicros(),
        fill.maker(),
        VenueInstants.nanos(fill.tradedAt()));
  }
}
