package com.ballastmarkets.api.order;

import com.ballastmarkets.domain.order.Side;

/**
 * One side of a trade, as its owner sees it. Units as in {@link OrderRecord}.
 *
 * @param feeMicros charged for it, never negative
 * @param maker whether the order was resting
 */
public record FillRecord(
    long tradeId,
    long orderId,
    long accountId,
    String marketSymbol,
    Side side,
    long priceMicros,
    long lots,
    long feeMicros,
    boolean maker,
    long timeNanos) {}
