package com.ballastmarkets.clearing;

import com.ballastmarkets.clearing.portfolio.Account;
import com.ballastmarkets.clearing.portfolio.Accounts;
import com.ballastmarkets.clearing.portfolio.Exposure;
import com.ballastmarkets.clearing.portfolio.Position;
import com.ballastmarkets.clearing.portfolio.Positions;
import com.ballastmarkets.clearing.product.ClearedMarket;
import com.ballastmarkets.clearing.product.Markets;
import com.ballastmarkets.clearing.product.Underlying;
import com.ballastmarkets.domain.instrument.Instrument;
import com.ballastmarkets.domain.order.Side;
import java.util.LinkedHashSet;
import java.util.Set;

/** Takes markets on; an option's strike becomes an outcome that all on its index are tried at. */
final class Listing {
  private final Accounts accounts;
  private final Markets markets;
  private final Positions positions;

  Listing(Accounts accounts, Markets markets, Positions positions) {
    this.accounts = accounts;
    this.markets = markets;
    this.positions = positions;
  }

  int list(Instrument instrument, OpenOrders orders) {
    final ClearedMarket market = markets.add(instrument);
    final Underlying underlying = market.underlying();
    final Set<Exposure> extended = new LinkedHashSet<>();
    for (ClearedMarket sibling : underlying.markets()) {
      for (Position position : positions.of(sibling)) {
        final Exposure exposure = position.exposure();
        if (exposure.outcomeCount() < underlying.outcomeCount() && extended.add(exposure)) {
          exposure.extend();
        }
      }
    }
    if (!extended.isEmpty()) {
      for (ClearedMarket sibling : underlying.markets()) {
        orders.forEach(sibling.handle(), new Extension(sibling));
      }
    }
    return market.handle();
  }

  /** Adds open orders to an outcome that is new. */
  private final class Extension implements OpenOrders.Visitor {
    private final ClearedMarket market;

    Extension(ClearedMarket market) {
      this.market = market;
    }

    @Override
    public void order(int account, Side side, long priceMicros, long leavesLots) {
      extend(account, side, priceMicros, market.worstFeePerLot(priceMicros), leavesLots);
    }

    @Override
    public void leg(int account, Side side, long priceMicros, long leavesLots) {
      extend(account, side, priceMicros, market.worstFeePerLot(), leavesLots);
    }

    private void extend(int account, Side side, long priceMicros, long feePerLot, long lots) {
      exposureOf(accounts.get(account), market.underlying())
          .extendBy(market, side.sign(), priceMicros, feePerLot, lots);
    }
  }

  private static Exposure exposureOf(Account account, Underlying underlying) {
    final Exposure exposure = Positions.exposure(account, underlying);
    if (exposure == null) {
      throw new IllegalStateException("an order without a reservation: " + account.accountId());
    }
    return exposure;
  }
}
