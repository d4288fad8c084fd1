package com.ballastmarkets.reports.statement;

import com.ballastmarkets.domain.order.Side;
import java.time.Instant;

/**
 * A fill of the account in the period.
 *
 * @param lots filled, above zero
 * @param priceMicros per lot
 * @param feeMicros charged, never negative
 * @param maker whether its order was resting
 */
public record TradeLine(
    long tradeId,
    Instant time,
    String market,
    Side side,
    long lots,
    long priceMicros,
    long feeMicros,
    boolean maker) {

  /** Lots × price. */
  public long valueMicros() {
    return Math.multiplyExact(lots, priceMicros);
  }
}
