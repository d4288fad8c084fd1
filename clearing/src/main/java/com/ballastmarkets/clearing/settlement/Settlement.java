package com.ballastmarkets.clearing.settlement;

import com.ballastmarkets.clearing.portfolio.Position;
import com.ballastmarkets.clearing.portfolio.Positions;
import com.ballastmarkets.clearing.portfolio.Postings;
import com.ballastmarkets.clearing.product.ClearedMarket;
import com.ballastmarkets.clearing.product.Markets;
import com.ballastmarkets.domain.event.CashReason;

/**
 * Pays positions. Example: 400 lots of a binary bought at 0.87 have an open value of 348.00. Marked
 * 0.90 at midnight they are paid 12.00 and then have one of 360.00; settled at 1 they are paid
 * 40.00 more: 52.00 in all. Void instead of settled, the 12.00 go back.
 */
public final class Settlement {
  private final Markets markets;
  private final Positions positions;
  private final Postings postings;

  public Settlement(Markets markets, Positions positions, Postings postings) {
    this.markets = markets;
    this.positions = positions;
    this.postings = postings;
  }

  /** Pays the variation of every market against its mark. */
  public void settleDaily() {
    for (int handle = 0; handle < markets.handleCount(); handle++) {
      final ClearedMarket market = markets.get(handle);
      if (market != null) {
        for (Position position : positions.of(market)) {
          pay(position, CashReason.VARIATION, markets.marks()[handle]);
        }
      }
    }
  }

  /** Pays a market at its settlement value and forgets it. */
  public void settle(ClearedMarket market, long valueMicros) {
    if (valueMicros < market.contract().loMicros() || valueMicros > market.contract().hiMicros()) {
      throw new IllegalArgumentException("a value lies in the contract's range: " + valueMicros);
    }
    for (Position position : positions.of(market)) {
      pay(position, CashReason.SETTLEMENT, valueMicros);
      end(position);
    }
    forget(market);
  }

  private void pay(Position position, CashReason reason, long priceMicros) {
    final long lots = position.lots();
    final long amount = position.settleAt(priceMicros);
    if (amount != 0) {
      postings.touch(position);
      postings.move(
          position.account(), reason, amount, position.market().marketId(), lots, priceMicros, "");
    }
  }

  /** Takes back all that a market ever paid, and forgets it. Fees stay paid. */
  public void reverse(ClearedMarket market) {
    for (Position position : positions.of(market)) {
      final long amount = position.reverse();
      if (amount != 0) {
        postings.touch(position);
        postings.move(
            position.account(), CashReason.VOID_REVERSAL, amount, market.marketId(), 0, 0, "");
      }
      end(position);
    }
    forget(market);
  }

  private void end(Position position) {
    if (position.traded()) {
      postings.touch(position);
    }
    position.leave();
  }

  private void forget(ClearedMarket market) {
    positions.forget(market);
    markets.remove(market);
  }
}
