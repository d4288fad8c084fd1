package com.ballastmarkets.engine.simulation;

import com.ballastmarkets.domain.order.Side;

/** The uncrossing that ends an auction. */
final class NaiveAuction {
  private final NaiveExchange exchange;

  NaiveAuction(NaiveExchange exchange) {
    this.exchange = exchange;
  }

  /** Uncrosses until nothing crosses; the first price that traded becomes the reference. */
  void uncross(NaiveMarket market) {
    boolean first = true;
    Long price = market.auctionPrice();
    while (price != null) {
      uncross(market, price);
      if (first && price.equals(market.last)) {
        market.reference = price;
        first = false;
      }
      price = market.auctionPrice();
    }
  }

  private void uncross(NaiveMarket market, long price) {
    while (true) {
      final NaiveOrder buy = market.best(Side.BUY);
      final NaiveOrder sell = market.best(Side.SELL);
      if (buy == null || sell == null || buy.limit < price || sell.limit > price) {
        return;
      }
      if (exchange.closing.trim(market, buy) || exchange.closing.trim(market, sell)) {
        continue;
      }
      if (buy.isOwnOf(sell)) {
        exchange.closing.preventSelfMatch(
            buy.id < sell.id ? buy : sell, buy.id < sell.id ? sell : buy);
      } else {
        exchange.matching.trade(
            market, buy, sell, price, Math.min(buy.visible, sell.visible), true);
      }
    }
  }
}
