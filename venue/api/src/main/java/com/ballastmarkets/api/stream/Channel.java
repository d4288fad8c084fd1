package com.ballastmarkets.api.stream;

import java.util.Locale;

/** What can be subscribed to. */
enum Channel {
  ORDERBOOK(Scope.MARKET),
  TRADES(Scope.MARKET),
  TICKER(Scope.MARKET),
  MARKET_STATE(Scope.MARKET),
  /** All markets' settlements. */
  SETTLEMENTS(Scope.VENUE),
  ORDERS(Scope.ACCOUNT),
  FILLS(Scope.ACCOUNT),
  POSITIONS(Scope.ACCOUNT),
  BALANCE(Scope.ACCOUNT),
  /** Notices of margin usage, and forced liquidations. */
  MARGIN(Scope.ACCOUNT);

  /** What a topic of the channel is about. */
  enum Scope {
    MARKET,
    VENUE,
    /** The account of an authenticated stream. */
    ACCOUNT
  }

  private final Scope scope;

  Channel(Scope scope) {
    this.scope = scope;
  }

  Scope scope() {
    return scope;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * A channel of one market or account.
   *
   * @param subject market id or account id; 0 for the venue
   */
  record Key(Channel channel, long subject) {}

  Key of(long subject) {
    return new Key(this, subject);
  }
}
