package com.ballastmarkets.engine.order;

import com.ballastmarkets.engine.market.Market;

/** Halts a market in which a match would have happened outside its band. */
@FunctionalInterface
public interface CircuitBreaker {
  void trip(Market market);
}
