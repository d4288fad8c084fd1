package com.ballastmarkets.engine.book;

import com.ballastmarkets.domain.order.Side;

/** Hears what a price level shows after a round of changes. */
@FunctionalInterface
public interface DepthListener {
  /**
   * @param lots visible lots, 0 when the level is gone
   */
  void onLevel(Side side, long price, long lots, int orders);
}
