package com.ballastmarkets.fix.marketdata;

import java.util.Optional;

/** What a market data entry tells (FIX 269). */
enum EntryType {
  BID('0'),
  OFFER('1'),
  TRADE('2'),
  /** The last daily mark, and at the end the settlement value. */
  SETTLEMENT_PRICE('6'),
  HIGH('7'),
  LOW('8'),
  /** Lots traded since 00:00 UTC. */
  TRADE_VOLUME('B'),
  /** Lots held long by all accounts together. */
  OPEN_INTEREST('C'),
  /** What an auction would uncross at now. */
  AUCTION_CLEARING_PRICE('Q');

  private final char code;

  EntryType(char code) {
    this.code = code;
  }

  char code() {
    return code;
  }

  static Optional<EntryType> of(char code) {
    for (final EntryType type : values()) {
      if (type.code == code) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
