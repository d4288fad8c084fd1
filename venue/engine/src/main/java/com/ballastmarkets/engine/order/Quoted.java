package com.ballastmarkets.engine.order;

/** What stands behind an order that is a side of a quote, and hears what becomes of it. */
public interface Quoted {

  /** Lots of the side were filled; it may be closed already. What it does may cancel orders. */
  void onFill(Order side, long lots);

  /** The side is closed. Told at least once. */
  void onClose(Order side);
}
