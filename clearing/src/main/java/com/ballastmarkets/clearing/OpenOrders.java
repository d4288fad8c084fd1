package com.ballastmarkets.clearing;

import com.ballastmarkets.domain.order.Side;

/** Lets the clearing house see the orders that are reserved in a market, in any order. */
@FunctionalInterface
public interface OpenOrders {
  /** For a venue whose markets on the underlying have no open orders. */
  OpenOrders NONE = (market, visitor) -> {};

  /** Shows every open order of a market, by its handle. */
  void forEach(int market, Visitor visitor);

  /** Takes one order, or all of an account at one price together. */
  interface Visitor {
    void order(int account, Side side, long priceMicros, long leavesLots);

    /** Takes what the order of a combo has reserved in this market, one of its legs. */
    void leg(int account, Side side, long priceMicros, long leavesLots);
  }
}
