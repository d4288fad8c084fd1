package com.ballastmarkets.api.order;

import java.util.Locale;

/** Where an order stands. */
public enum OrderStatus {
  /** It rests, wholly or in part, or waits for its trigger. */
  OPEN,
  FILLED,
  /** It ended with size left, see the cancel reason. */
  CANCELLED,
  /** Its time, or its market's, was over with size left. */
  EXPIRED;

  /** The word in the interfaces. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
