package com.ballastmarkets.fix.order;

import com.ballastmarkets.domain.command.OrderTicket;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.domain.money.Micros;
import com.ballastmarkets.domain.order.CancelReason;
import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.fix.dictionary.MessageType;
import com.ballastmarkets.fix.dictionary.Tag;
import com.ballastmarkets.fix.order.Order.Status;
import com.ballastmarkets.protocol.port.JournalEntry;
import java.math.BigDecimal;
import java.math.RoundingMode;
import quickfix.Group;
import quickfix.Message;

/**
 * What a client is told: 8, 9 and r, the same for both profiles.
 *
 * <p>ExecID is the journal's sequence and the order's side: {@code 1042B}. It is unique for ever,
 * and the same when the journal is read again.
 */
final class ExecutionReports {
  private static final String NONE = "NONE";
  private static final int[] FEE_FIELDS = {
    Tag.MISC_FEE_AMT, Tag.MISC_FEE_CURR, Tag.MISC_FEE_TYPE, 0
  };
  private static final int AVG_PX_DECIMALS = 9;

  private ExecutionReports() {}

  static Message accepted(Order order) {
    return report(order.atAcceptance(), '0', order.acceptedSequence(), order.acceptedNanos());
  }

  static Message triggered(JournalEntry entry, Order order) {
    return report(order, 'L', entry.sequence(), entry.timeNanos());
  }

  static Message replaced(JournalEntry entry, Order order, String origClOrdId) {
    final Message message = report(order, '5', entry.sequence(), entry.timeNanos());
    setText(message, Tag.ORIG_CL_ORD_ID, origClOrdId);
    return message;
  }

  static Message canceled(JournalEntry entry, Order order, String requestId, CancelReason reason) {
    final Message message =
        report(order, order.status().code(), entry.sequence(), entry.timeNanos());
    if (!requestId.isEmpty()) {
      message.setString(Tag.CL_ORD_ID, requestId);
      setText(message, Tag.ORIG_CL_ORD_ID, order.clOrdId());
    }
    message.setString(Tag.TEXT, reason.name());
    return message;
  }

  static Message trade(JournalEntry entry, Order order, Event.Trade trade, boolean maker) {
    final Message message = report(order, 'F', entry.sequence(), entry.timeNanos());
    message.setString(Tag.TRD_MATCH_ID, Long.toString(trade.tradeId()));
    message.setString(Tag.LAST_PX, Micros.format(trade.priceMicros()));
    message.setString(Tag.LAST_QTY, Long.toString(trade.lots()));
    message.setString(Tag.LAST_LIQUIDITY_IND, trade.auction() ? "4" : maker ? "1" : "2");
    final Group fee = new Group(Tag.NO_MISC_FEES, Tag.MISC_FEE_AMT, FEE_FIELDS);
    fee.setString(
        Tag.MISC_FEE_AMT, Micros.format((maker ? trade.maker() : trade.taker()).feeMicros()));
    fee.setString(Tag.MISC_FEE_CURR, "USDC");
    fee.setString(Tag.MISC_FEE_TYPE, "4");
    message.addGroup(fee);
    return message;
  }

  /** The fill of an order of a combo; those of its legs follow in reports of their own. */
  static Message comboTrade(
      JournalEntry entry, Order order, Event.ComboTrade trade, boolean maker) {
    final Message message = report(order, 'F', entry.sequence(), entry.timeNanos());
    message.setString(Tag.TRD_MATCH_ID, Long.toString(trade.tradeId()));
    message.setString(Tag.LAST_PX, Micros.format(trade.priceMicros()));
    message.setString(Tag.LAST_QTY, Long.toString(trade.lots()));
    message.setString(Tag.LAST_LIQUIDITY_IND, maker ? "1" : "2");
    return message;
  }

  static Message rejected(JournalEntry entry, Event.OrderRejected event, String symbol) {
    final Message message =
        report(
            Order.accepted(0, event.ticket(), symbol, entry.sequence(), entry.timeNanos())
                .ended(Status.REJECTED),
            '8',
            entry.sequence(),
            entry.timeNanos());
    message.setString(Tag.ORDER_ID, NONE);
    reject(message, event.reason(), event.requiredMicros(), event.availableMicros());
    message.setInt(Tag.ORD_REJ_REASON, RejectCodes.ordRejReason(event.reason()));
    return message;
  }

  /** Where an order stands, on request. ExecID is 0, as FIX has it for a status. */
  static Message status(Order order, long nowNanos) {
    final Message message = report(order, 'I', 0, nowNanos);
    message.setString(Tag.EXEC_ID, "0");
    return message;
  }

  static Message cancelRejected(JournalEntry entry, Event.CancelRejected event, Status status) {
    final Message message =
        cancelReject(event.orderId(), event.clOrdId(), event.origClOrdId(), status, '1');
    reject(message, event.reason(), 0, 0);
    message.setInt(Tag.CXL_REJ_REASON, RejectCodes.cxlRejReason(event.reason()));
    message.setString(Tag.TRANSACT_TIME, Fields.time(entry.timeNanos()));
    return message;
  }

  static Message replaceRejected(JournalEntry entry, Event.ReplaceRejected event, Status status) {
    final Message message =
        cancelReject(event.orderId(), event.clOrdId(), event.origClOrdId(), status, '2');
    reject(message, event.reason(), event.requiredMicros(), event.availableMicros());
    message.setInt(Tag.CXL_REJ_REASON, RejectCodes.cxlRejReason(event.reason()));
    message.setString(Tag.TRANSACT_TIME, Fields.time(entry.timeNanos()));
    return message;
  }

  static Message cancelReject(
      long orderId, String clOrdId, String origClOrdId, Status status, char responseTo) {
    final Message message = message(MessageType.ORDER_CANCEL_REJECT);
    message.setString(Tag.ORDER_ID, orderId == 0 ? NONE : Long.toString(orderId));
    setText(message, Tag.CL_ORD_ID, clOrdId);
    message.setString(Tag.ORIG_CL_ORD_ID, origClOrdId.isEmpty() ? NONE : origClOrdId);
    message.setChar(Tag.ORD_STATUS, status.code());
    message.setChar(Tag.CXL_REJ_RESPONSE_TO, responseTo);
    return message;
  }

  static Message massCanceled(
      JournalEntry entry, String clOrdId, char requestType, String symbol, int orders) {
    final Message message = massCancelReport(entry.sequence(), clOrdId, requestType, symbol);
    message.setChar(Tag.MASS_CANCEL_RESPONSE, requestType);
    message.setInt(Tag.TOTAL_AFFECTED_ORDERS, orders);
    message.setString(Tag.TRANSACT_TIME, Fields.time(entry.timeNanos()));
    return message;
  }

  static Message massCancelRejected(
      JournalEntry entry, String clOrdId, char requestType, String symbol, RejectReason reason) {
    final Message message = massCancelReport(entry.sequence(), clOrdId, requestType, symbol);
    message.setChar(Tag.MASS_CANCEL_RESPONSE, '0');
    message.setInt(Tag.MASS_CANCEL_REJECT_REASON, RejectCodes.massCancelRejectReason(reason));
    message.setString(Tag.TEXT, reason.name());
    message.setString(Tag.TRANSACT_TIME, Fields.time(entry.timeNanos()));
    return message;
  }

  private static Message massCancelReport(
      long sequence, String clOrdId, char requestType, String symbol) {
    final Message message = message(MessageType.ORDER_MASS_CANCEL_REPORT);
    message.setString(Tag.ORDER_ID, Long.toString(sequence) + "M");
    message.setString(Tag.MASS_ACTION_REPORT_ID, Long.toString(sequence) + "M");
    setText(message, Tag.CL_ORD_ID, clOrdId);
    message.setChar(Tag.MASS_CANCEL_REQUEST_TYPE, requestType);
    setText(message, Tag.SYMBOL, symbol);
    return message;
  }

  // ---- what all execution reports carry --------------------------------------------------------

  private static Message report(Order order, char execType, long sequence, long timeNanos) {
    final OrderTicket ticket = order.ticket();
    final Message message = message(MessageType.EXECUTION_REPORT);
    message.setString(Tag.ORDER_ID, Long.toString(order.orderId()));
    message.setString(Tag.EXEC_ID, sequence + (ticket.side() == Side.BUY ? "B" : "S"));
    message.setChar(Tag.EXEC_TYPE, execType);
    message.setChar(Tag.ORD_STATUS, order.status().code());
    setText(message, Tag.CL_ORD_ID, order.clOrdId());
    message.setString(Tag.SYMBOL, order.symbol().isEmpty() ? "[N/A]" : order.symbol());
    message.setChar(Tag.SIDE, ticket.side() == Side.BUY ? '1' : '2');
    message.setString(Tag.ORDER_QTY, Long.toString(order.lots()));
    message.setChar(Tag.ORD_TYPE, OrderRequests.ordType(ticket.type()));
    message.setChar(Tag.TIME_IN_FORCE, OrderRequests.timeInForce(ticket.timeInForce()));
    switch (ticket.type()) {
      case LIMIT -> message.setString(Tag.PRICE, Micros.format(order.priceMicros()));
      case STOP -> message.setString(Tag.STOP_PX, Micros.format(order.stopPriceMicros()));
      case STOP_LIMIT -> {
        message.setString(Tag.PRICE, Micros.format(order.priceMicros()));
        message.setString(Tag.STOP_PX, Micros.format(order.stopPriceMicros()));
      }
      case MARKET -> {
        // It has no price of its own.
      }
    }
    message.setString(Tag.LEAVES_QTY, Long.toString(order.leavesLots()));
    message.setString(Tag.CUM_QTY, Long.toString(order.cumLots()));
    message.setString(Tag.AVG_PX, averagePrice(order.cumValueMicros(), order.cumLots()));
    message.setString(Tag.TRANSACT_TIME, Fields.time(timeNanos));
    message.setChar(Tag.MULTI_LEG_REPORTING_TYPE, '1');
    final Order.QuoteName quote = order.quote();
    if (quote != null) {
      message.setString(Tag.QUOTE_ENTRY_ID, quote.quoteId());
      message.setString(Tag.QUOTE_SET_ID, quote.quoteGroup());
    }
    return message;
  }

  /** Σ price × lots ÷ lots, to nine decimals, half to even. */
  static String averagePrice(long cumValueMicros, long cumLots) {
    if (cumLots == 0) {
      return "0";
    }
    final BigDecimal average =
        BigDecimal.valueOf(cumValueMicros, 6)
            .divide(BigDecimal.valueOf(cumLots), AVG_PX_DECIMALS, RoundingMode.HALF_EVEN)
            .stripTrailingZeros();
    return average.toPlainString();
  }

  private static void reject(
      Message message, RejectReason reason, long requiredMicros, long availableMicros) {
    message.setString(Tag.TEXT, reason.name());
    if (requiredMicros != 0 || availableMicros != 0) {
      message.setString(
          Tag.REJECT_TEXT,
          "required "
              + Micros.formatMoney(requiredMicros)
              + ", available "
              + Micros.formatMoney(availableMicros));
    }
  }

  static char side(Side side) {
    return side == Side.BUY ? '1' : '2';
  }

  static Message message(String msgType) {
    final Message message = new Message();
    message.getHeader().setString(Tag.MSG_TYPE, msgType);
    return message;
  }

  static void setText(Message message, int tag, String text) {
    if (!text.isEmpty()) {
      message.setString(tag, text);
    }
  }
}
