package com.ballastmarkets.engine.order;

import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.command.OrderTicket;
import com.ballastmarkets.domain.quote.QuoteEntry;

/** 64-bit digests of what a client asked for, to tell a repetition from another request. */
final class Digest {
  private Digest() {}

  /**
   * Every bit of the input changes every bit of the output with even chance (Stafford's mix 13).
   */
  static long mix(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  static long add(long digest, long value) {
    return mix(digest * 0x9E3779B97F4A7C15L + value);
  }

  /** Of an order's whole content but its client order id and the session that sent it. */
  static long of(OrderTicket ticket) {
    long d = 1;
    d = add(d, ticket.marketId());
    d = add(d, ticket.side().ordinal());
    d = add(d, ticket.type().ordinal());
    d = add(d, ticket.timeInForce().ordinal());
    d = add(d, ticket.priceMicros());
    d = add(d, ticket.stopPriceMicros());
    d = add(d, ticket.lots());
    d = add(d, ticket.expireTimeNanos());
    d = add(d, ticket.postOnly().ordinal());
    d = add(d, ticket.reduceOnly() ? 1 : 0);
    d = add(d, ticket.displayLots());
    d = add(d, ticket.minLots());
    d = add(d, ticket.selfMatchId());
    d = add(d, ticket.selfMatchPrevention().ordinal());
    return add(d, ticket.cancelOnHalt() ? 1 : 0);
  }

  /** Of a replace request. */
  static long of(Command.ReplaceOrder replace) {
    long d = 2;
    d = add(d, replace.orderId());
    for (int i = 0; i < replace.origClOrdId().length(); i++) {
      d = add(d, replace.origClOrdId().charAt(i));
    }
    d = add(d, replace.priceMicros());
    d = add(d, replace.stopPriceMicros());
    return add(d, replace.lots());
  }

  /** Of a ladder's orders, their client order ids too. */
  static long of(Command.PlaceLadder ladder) {
    long d = 3;
    for (OrderTicket order : ladder.orders()) {
      d = add(add(d, order.clOrdId()), of(order));
    }
    return d;
  }

  /** Of a mass quote but its id and the session that sent it. */
  static long of(Command.MassQuote quote) {
    long d = add(4, quote.quoteGroup());
    d = add(d, quote.postOnly().ordinal());
    d = add(d, quote.selfMatchId());
    d = add(d, quote.selfMatchPrevention().ordinal());
    for (QuoteEntry entry : quote.entries()) {
      d = add(d, entry.quoteId());
      d = add(d, entry.marketId());
      d = add(d, entry.bidPriceMicros());
      d = add(d, entry.bidLots());
      d = add(d, entry.askPriceMicros());
      d = add(d, entry.askLots());
    }
    return d;
  }

  private static long add(long digest, String text) {
    long d = add(digest, text.length());
    for (int i = 0; i < text.length(); i++) {
      d = add(d, text.charAt(i));
    }
    return d;
  }
}
