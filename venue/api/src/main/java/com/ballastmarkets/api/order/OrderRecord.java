package com.ballastmarkets.api.order;

import com.ballastmarkets.domain.order.CancelReason;
import com.ballastmarkets.domain.order.OrderType;
import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.domain.order.TimeInForce;
import org.jspecify.annotations.Nullable;

/**
 * An order as it stands. Prices in micros, sizes in lots, times in nanoseconds of venue time.
 *
 * @param clientOrderId empty if it has none
 * @param marketSymbol the public id of its market
 * @param priceMicros the limit; 0 for market and stop orders
 * @param stopPriceMicros the trigger; 0 for orders without
 * @param lots its total size
 * @param filledLots of them filled
 * @param remainingLots of them still open: 0 once the order has ended
 * @param filledValueMicros Σ price × lots of its fills: divided by filledLots, the average price
 * @param feesMicros charged for its fills
 * @param cancelReason why it ended with size left, else null
 */
public record OrderRecord(
    long orderId,
    long accountId,
    String clientOrderId,
    String marketSymbol,
    Side side,
    OrderType type,
    TimeInForce timeInForce,
    long priceMicros,
    long stopPriceMicros,
    long lots,
    long filledLots,
    long remainingLots,
    long filledValueMicros,
    long feesMicros,
    OrderStatus status,
    @Nullable CancelReason cancelReason,
    long createdAtNanos,
    long updatedAtNanos) {}
