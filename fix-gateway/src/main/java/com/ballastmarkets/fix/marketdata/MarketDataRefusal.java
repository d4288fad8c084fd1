package com.ballastmarkets.fix.marketdata;

/** A market data request that is answered with {@code Y}. */
final class MarketDataRefusal extends Exception {
  static final char UNKNOWN_SYMBOL = '0';
  static final char DUPLICATE_REQUEST = '1';
  static final char TOO_MANY = '2';
  static final char UNSUPPORTED_SUBSCRIPTION = '4';
  static final char UNSUPPORTED_DEPTH = '5';
  static final char UNSUPPORTED_UPDATE_TYPE = '6';
  static final char UNSUPPORTED_AGGREGATION = '7';
  static final char UNSUPPORTED_ENTRY_TYPE = '8';

  private static final long serialVersionUID = 1L;
  private final char reason;

  /**
   * @param reason FIX 281
   */
  MarketDataRefusal(char reason, String text) {
    super(text);
    this.reason = reason;
  }

  char reason() {
    return reason;
  }

  String text() {
    return String.valueOf(getMessage());
  }
}
