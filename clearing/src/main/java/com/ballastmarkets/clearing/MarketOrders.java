package com.ballastmarkets.clearing;

import com.ballastmarkets.clearing.fee.FeeMeter;
import com.ballastmarkets.clearing.margin.Reservation;
import com.ballastmarkets.clearing.portfolio.Accounts;
import com.ballastmarkets.clearing.portfolio.Position;
import com.ballastmarkets.clearing.portfolio.Positions;
import com.ballastmarkets.clearing.portfolio.Postings;
import com.ballastmarkets.clearing.product.ClearedMarket;
import com.ballastmarkets.clearing.product.Markets;
import com.ballastmarkets.domain.event.CashReason;
import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.domain.order.Side;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Orders of one market: reserved, replaced, freed and filled. */
final class MarketOrders {
  private final Accounts accounts;
  private final Markets markets;
  private final Positions positions;
  private final Reservation reservation;
  private final Postings postings;

  // Both sides of a trade name it: one text for the two.
  private long namedTradeId;
  private String tradeName = "";

  MarketOrders(
      Accounts accounts,
      Markets markets,
      Positions positions,
      Reservation reservation,
      Postings postings) {
    this.accounts = accounts;
    this.markets = markets;
    this.positions = positions;
    this.reservation = reservation;
    this.postings = postings;
  }

  @Nullable RejectReason reserve(int account, int market, Side side, long priceMicros, long lots) {
    final Position known = positions.find(account, market);
    final Position position = known != null ? known : open(account, market);
    final RejectReason reason = test(position, side, priceMicros, lots);
    if (reason == null) {
      postings.touch(position.account());
    } else {
      forget(known, position);
    }
    return reason;
  }

  @Nullable RejectReason whyRefused(
      int account, int market, Side side, long priceMicros, long lots) {
    final Position known = positions.find(account, market);
    final Position position = known != null ? known : open(account, market);
    final RejectReason reason = test(position, side, priceMicros, lots);
    if (reason == null) {
      position.order(side, priceMicros, -lots);
    }
    forget(known, position);
    return reason;
  }

  /** What is so while such an order is open, untested; it is gone afterwards. */
  <T> T with(
      int account, int market, Side side, long priceMicros, long lots, Supplier<T> question) {
    final Position known = positions.find(account, market);
    final Position position = known != null ? known : open(account, market);
    position.order(side, priceMicros, lots);
    try {
      return question.get();
    } finally {
      position.order(side, priceMicros, -lots);
      forget(known, position);
    }
  }

  private Position open(int account, int market) {
    return positions.open(accounts.get(account), markets.require(market));
  }

  // A position that was there stays, with its place among the others of its market.
  private void forget(@Nullable Position known, Position position) {
    if (known == null) {
      positions.dropUnused(position);
    }
  }

  private @Nullable RejectReason test(Position position, Side side, long priceMicros, long lots) {
    return reservation.reserve(position, side, priceMicros, lots, postings.timeNanos());
  }

  void release(Position position, Side side, long priceMicros, long lots) {
    position.order(side, priceMicros, -lots);
    postings.touch(position.account());
  }

  @Nullable RejectReason replace(
      Position position,
      Side side,
      long oldPriceMicros,
      long oldLots,
      long newPriceMicros,
      long newLots) {
    final RejectReason reason =
        reservation.replace(
            position, side, oldPriceMicros, oldLots, newPriceMicros, newLots, postings.timeNanos());
    if (reason == null) {
      postings.touch(position.account());
    }
    return reason;
  }

  long fill(
      Position position,
      Side side,
      long orderPriceMicros,
      long tradePriceMicros,
      long lots,
      FeeMeter meter,
      boolean maker,
      long tradeId) {
    final ClearedMarket cleared = position.market();
    position.order(side, orderPriceMicros, -lots);
    position.trade(side.sign() * lots, tradePriceMicros);
    postings.touch(position);
    final long fee = meter.charge(cleared.fees(), tradePriceMicros, lots, maker);
    if (fee != 0) {
      postings.move(
          position.account(),
          CashReason.FEE,
          -fee,
          cleared.marketId(),
          lots,
          tradePriceMicros,
          nameOf(tradeId));
      postings.income(cleared.marketId(), fee);
    }
    return fee;
  }

  private String nameOf(long tradeId) {
    if (tradeId != namedTradeId) {
      namedTradeId = tradeId;
      tradeName = Long.toString(tradeId);
    }
    return tradeName;
  }
}
