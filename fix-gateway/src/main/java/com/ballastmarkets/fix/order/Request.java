package com.ballastmarkets.fix.order;

/**
 * A request that the venue has not answered yet.
 *
 * @param msgSeqNum the number that it came under, 0 for one of the gateway's own
 * @param clOrdId its ClOrdID, as the client wrote it; the SecurityReqID of a definition
 * @param symbol the market as the client wrote it, which the venue may not know
 * @param massCancelType field 530 of a mass cancel
 */
record Request(
    OrderSession session,
    Kind kind,
    int msgSeqNum,
    String clOrdId,
    String symbol,
    char massCancelType) {

  /** What was asked. */
  enum Kind {
    NEW,
    CANCEL,
    REPLACE,
    MASS_CANCEL,
    DEFINE_COMBO,
    /** The gateway's own, for a client that has gone. */
    DISCONNECT
  }
}
