package com.ballastmarkets.domain.order;

/** What happens instead of a trade between two orders of one participant (FIX 2964). */
public enum SelfMatchPrevention {
  /** The incoming order's rest is cancelled. */
  CANCEL_NEWEST,
  /** The resting order is cancelled and matching goes on. */
  CANCEL_OLDEST,
  CANCEL_BOTH,
  /** Both shrink by the smaller size; what reaches zero is cancelled. */
  DECREMENT
}
