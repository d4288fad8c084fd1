package com.ballastmarkets.fix.order;

import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.fix.FixLogin;
import com.ballastmarkets.fix.dictionary.MessageType;
import com.ballastmarkets.fix.dictionary.Messages;
import com.ballastmarkets.fix.dictionary.Tag;
import java.util.List;
import java.util.stream.IntStream;
import quickfix.FieldNotFound;
import quickfix.Message;

/**
 * {@code AF}: where all open orders of an account stand, each as an {@code 8} with 150=I; one that
 * says so if there is none.
 *
 * @param marketId 0 for all markets
 * @param side 0 for both
 */
record MassStatus(String requestId, int marketId, String symbol, char side) {
  private static final char BY_SYMBOL = '1';
  private static final char ALL = '7';

  static MassStatus read(Message message, Orders orders) throws FieldNotFound, RefusedRequest {
    final char type = message.getChar(Tag.MASS_STATUS_REQ_TYPE);
    if (type != BY_SYMBOL && type != ALL) {
      throw new RefusedRequest(
          "UNSUPPORTED_SCOPE", RejectCodes.BROKER_OPTION, "field 585 is 1 or 7 here");
    }
    final String symbol = type == BY_SYMBOL ? OrderRequests.symbol(message) : "";
    final int marketId = type == BY_SYMBOL ? orders.marketId(symbol) : 0;
    if (type == BY_SYMBOL && marketId == 0) {
      throw new RefusedRequest(
          RejectReason.MARKET_NOT_FOUND.name(), RejectCodes.UNKNOWN_SYMBOL, "no such market");
    }
    return new MassStatus(
        message.getString(Tag.MASS_STATUS_REQ_ID),
        marketId,
        symbol,
        message.isSetField(Tag.SIDE) ? message.getChar(Tag.SIDE) : 0);
  }

  /** The answer: at least one report. */
  List<Message> answer(Orders orders, FixLogin login, long nowNanos) {
    final List<Order> open =
        orders.openOf(login.accountId()).stream()
            .filter(order -> marketId == 0 || order.ticket().marketId() == marketId)
            .filter(order -> side == 0 || ExecutionReports.side(order.ticket().side()) == side)
            .toList();
    if (open.isEmpty()) {
      return List.of(refused(requestId, symbol, "NO_OPEN_ORDERS", nowNanos));
    }
    return IntStream.range(0, open.size())
        .mapToObj(i -> {
          final Message report = ExecutionReports.status(open.get(i), nowNanos);
          report.setString(Tag.MASS_STATUS_REQ_ID, requestId);
          report.setInt(Tag.TOT_NUM_REPORTS, open.size());
          report.setBoolean(Tag.LAST_RPT_REQUESTED, i == open.size() - 1);
          return report;
        })
        .toList();
  }

  /** A report of no order, which says why there is none. */
  static Message refused(String requestId, String symbol, String code, long nowNanos) {
    final Message report = Messages.of(MessageType.EXECUTION_REPORT);
    report.setString(Tag.ORDER_ID, "NONE");
    report.setString(Tag.EXEC_ID, "0");
    report.setChar(Tag.EXEC_TYPE, 'I');
    report.setChar(Tag.ORD_STATUS, Order.Status.REJECTED.code());
    report.setInt(Tag.ORD_REJ_REASON, RejectCodes.UNKNOWN_ORDER);
    report.setString(Tag.SYMBOL, symbol.isEmpty() ? "[N/A]" : symbol);
    report.setChar(Tag.SIDE, '7');
    report.setInt(Tag.LEAVES_QTY, 0);
    report.setInt(Tag.CUM_QTY, 0);
    report.setInt(Tag.AVG_PX, 0);
    report.setString(Tag.MASS_STATUS_REQ_ID, requestId);
    report.setInt(Tag.TOT_NUM_REPORTS, 0);
    report.setBoolean(Tag.LAST_RPT_REQUESTED, true);
    report.setString(Tag.TEXT, code);
    report.setString(Tag.TRANSACT_TIME, Fields.time(nowNanos));
    return report;
  }
}
