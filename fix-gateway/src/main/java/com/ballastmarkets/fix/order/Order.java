package com.ballastmarkets.fix.order;

import com.ballastmarkets.domain.command.OrderTicket;
import org.jspecify.annotations.Nullable;

/**
 * An order as the journal has told it so far.
 *
 * @param clOrdId the client's id now, after replacements
 * @param symbol the market's public id
 * @param priceMicros limit now, 0 if it has none
 * @param lots whole size now
 * @param cumLots filled so far
 * @param cumValueMicros Σ price × lots of the fills
 * @param leavesLots still open
 * @param acceptedSequence where in the journal it was accepted
 * @param quote null if it is no side of a quote
 */
record Order(
    long orderId,
    OrderTicket ticket,
    String clOrdId,
    String symbol,
    Status status,
    long priceMicros,
    long stopPriceMicros,
    long lots,
    long cumLots,
    long cumValueMicros,
    long leavesLots,
    long acceptedSequence,
    long acceptedNanos,
    @Nullable QuoteName quote) {

  /** Which quote an order is a side of. */
  record QuoteName(String quoteGroup, String quoteId) {}

  /** What OrdStatus (39) says. */
  enum Status {
    NEW('0'),
    PARTIALLY_FILLED('1'),
    FILLED('2'),
    CANCELED('4'),
    REJECTED('8'),
    EXPIRED('C');

    private final char code;

    Status(char code) {
      this.code = code;
    }

    char code() {
      return code;
    }

    boolean isOpen() {
      return this == NEW || this == PARTIALLY_FILLED;
    }
  }

  static Order accepted(
      long orderId, OrderTicket ticket, String symbol, long sequence, long timeNanos) {
    return new Order(
        orderId,
        ticket,
        ticket.clOrdId(),
        symbol,
        Status.NEW,
        ticket.priceMicros(),
        ticket.stopPriceMicros(),
        ticket.lots(),
        0,
        0,
        ticket.lots(),
        sequence,
        timeNanos,
        null);
  }

  /** As a side of a quote. */
  Order quoted(QuoteName name) {
    return new Order(
        orderId,
        ticket,
        clOrdId,
        symbol,
        status,
        priceMicros,
        stopPriceMicros,
        lots,
        cumLots,
        cumValueMicros,
        leavesLots,
        acceptedSequence,
        acceptedNanos,
        name);
  }

  /** As it was when it was accepted. */
  Order atAcceptance() {
    final Order then = accepted(orderId, ticket, symbol, acceptedSequence, acceptedNanos);
    final QuoteName name = quote;
    return name == null ? then : then.quoted(name);
  }

  Order filled(long cum, long cumValue, long leaves) {
    return with(
        leaves == 0 ? Status.FILLED : Status.PARTIALLY_FILLED,
        clOrdId,
        priceMicros,
        stopPriceMicros,
        lots,
        cum,
        cumValue,
        leaves);
  }

  Order replaced(String newClOrdId, long price, long stopPrice, long newLots, long leaves) {
    return with(
        cumLots > 0 ? Status.PARTIALLY_FILLED : Status.NEW,
        newClOrdId.isEmpty() ? clOrdId : newClOrdId,
        price,
        stopPrice,
        newLots,
        cumLots,
        cumValueMicros,
        leaves);
  }

  Order ended(Status end) {
    return with(end, clOrdId, priceMicros, stopPriceMicros, lots, cumLots, cumValueMicros, 0);
  }

  private Order with(
      Status newStatus,
      String newClOrdId,
      long price,
      long stopPrice,
      long newLots,
      long cum,
      long cumValue,
      long leaves) {
    return new Order(
        orderId,
        ticket,
        newClOrdId,
        symbol,
        newStatus,
        price,
        stopPrice,
        newLots,
        cum,
        cumValue,
        leaves,
        acceptedSequence,
        acceptedNanos,
        quote);
  }
}
