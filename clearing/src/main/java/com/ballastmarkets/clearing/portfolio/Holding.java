package com.ballastmarkets.clearing.portfolio;

import com.ballastmarkets.domain.order.Side;

/** What one participant holds and has open in one market, over all its accounts, in lots. */
public final class Holding {
  private long netLots;
  private long buyLots;
  private long sellLots;

  /** How many positions share it. */
  int positions;

  Holding() {}

  /**
   * The position if all open orders of this side and as many lots more were filled, counted in the
   * side's own direction: a long position for buys, a short one for sells.
   */
  public long reach(Side side, long lots) {
    return switch (side) {
      case BUY -> Math.addExact(Math.addExact(netLots, buyLots), lots);
      case SELL -> Math.addExact(Math.subtractExact(sellLots, netLots), lots);
    };
  }

  void trade(long signedLots) {
    netLots = Math.addExact(netLots, signedLots);
  }

  void order(Side side, long lots) {
    switch (side) {
      case BUY -> buyLots = Math.addExact(buyLots, lots);
      case SELL -> sellLots = Math.addExact(sellLots, lots);
    }
  }
}
