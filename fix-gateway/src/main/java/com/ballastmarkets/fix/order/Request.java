package com.ballastmarkets.fix.order;

import java.util.List;

/**
 * A request that the venue has not answered yet.
 *
 * @param msgSeqNum the number that it came under, 0 for one of the gateway's own
 * @param clOrdId its ClOrdID, as the client wrote it; the SecurityReqID of a definition
 * @param symbol the market as the client wrote it, which the venue may not know
 * @param massCancelType field 530 of a mass cancel, 2329 of a party action
 * @param clOrdIds of a list's orders
 */
record Request(
    OrderSession session,
    Kind kind,
    int msgSeqNum,
    String clOrdId,
    String symbol,
    char massCancelType,
    List<String> clOrdIds) {

  Request(
      OrderSession session,
      Kind kind,
      int msgSeqNum,
      String clOrdId,
      String symbol,
      char massCancelType) {
    this(session, kind, msgSeqNum, clOrdId, symbol, massCancelType, List.of());
  }

  /** What was asked. */
  enum Kind {
    NEW,
    CANCEL,
    REPLACE,
    MASS_CANCEL,
    DEFINE_COMBO,
    /** The gateway's own, for a client that has gone. */
    DISCONNECT,
    LADDER,
    MASS_QUOTE,
    QUOTE_CANCEL,
    /** A mass cancel of a quote group. */
    GROUP_CANCEL,
    PARTY_ACTION
  }
}
