package com.ballastmarkets.domain.order;

/** What becomes of an order that must not take liquidity but would. */
public enum PostOnly {
  /** It may take. */
  NONE,
  /** It is rejected. */
  REJECT,
  /** It rests at the best price that does not cross. */
  SLIDE
}
