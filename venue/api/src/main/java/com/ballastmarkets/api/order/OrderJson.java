package com.ballastmarkets.api.order;

import com.ballastmarkets.api.json.Decimals;
import com.ballastmarkets.domain.order.CancelReason;
import com.ballastmarkets.domain.order.OrderType;
import com.ballastmarkets.domain.order.TimeInForce;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What orders and fills look like in JSON. */
public final class OrderJson {
  private static final String PREFIX = "ord_";

  private OrderJson() {}

  public record Order(
      String orderId,
      @Nullable String clientOrderId,
      String marketId,
      String side,
      String type,
      String timeInForce,
      @Nullable BigDecimal price,
      @Nullable BigDecimal stopPrice,
      long size,
      String status,
      long filledSize,
      long remainingSize,
      @Nullable BigDecimal averageFillPrice,
      BigDecimal fees,
      @Nullable String cancelReason,
      String createdAt,
      String updatedAt) {}

  public record Orders(List<Order> orders, @Nullable String nextCursor) {}

  public record MassCancelled(int cancelled) {}

  /**
   * @param liquidity {@code maker} or {@code taker}
   */
  public record Fill(
      String tradeId,
      String orderId,
      String marketId,
      String side,
      BigDecimal price,
      long size,
      BigDecimal fee,
      String liquidity,
      String timestamp) {}

  public record Fills(List<Fill> fills, @Nullable String nextCursor) {}

  public static Order order(OrderRecord order) {
    final CancelReason reason = order.cancelReason();
    return new Order(
        id(order.orderId()),
        order.clientOrderId().isEmpty() ? null : order.clientOrderId(),
        order.marketSymbol(),
        word(order.side()),
        word(order.type()),
        shown(order.timeInForce()),
        order.type() == OrderType.LIMIT || order.type() == OrderType.STOP_LIMIT
            ? Decimals.price(order.priceMicros())
            : null,
        order.type() == OrderType.STOP || order.type() == OrderType.STOP_LIMIT
            ? Decimals.price(order.stopPriceMicros())
            : null,
        order.lots(),
        order.status().word(),
        order.filledLots(),
        order.remainingLots(),
        Decimals.average(order.filledValueMicros(), order.filledLots()),
        Decimals.money(order.feesMicros()),
        reason == null ? null : word(reason),
        Decimals.time(order.createdAtNanos()),
        Decimals.time(order.updatedAtNanos()));
  }

  public static Fill fill(FillRecord fill) {
    return new Fill(
        "trd_" + fill.tradeId(),
        id(fill.orderId()),
        fill.marketSymbol(),
        word(fill.side()),
        Decimals.price(fill.priceMicros()),
        fill.lots(),
        Decimals.money(fill.feeMicros()),
        fill.maker() ? "maker" : "taker",
        Decimals.time(fill.timeNanos()));
  }

  /** The public form of an order id: {@code ord_1042}. */
  public static String id(long orderId) {
    return PREFIX + orderId;
  }

  /** The number of a public order id; 0 if it is none of ours. */
  public static long number(String text) {
    if (!text.startsWith(PREFIX)) {
      return 0;
    }
    try {
      final long number = Long.parseLong(text.substring(PREFIX.length()));
      return id(number).equals(text) ? Math.max(0, number) : 0;
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  /** Times in force keep their customary capitals. */
  private static String shown(TimeInForce timeInForce) {
    return timeInForce.name();
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
