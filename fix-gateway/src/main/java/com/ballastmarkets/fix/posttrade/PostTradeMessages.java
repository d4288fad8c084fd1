package com.ballastmarkets.fix.posttrade;

import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.money.Micros;
import com.ballastmarkets.fix.dictionary.MessageType;
import com.ballastmarkets.fix.dictionary.Messages;
import com.ballastmarkets.fix.dictionary.Tag;
import com.ballastmarkets.fix.order.Executions.Execution;
import com.ballastmarkets.fix.order.Fields;
import com.ballastmarkets.fix.posttrade.Accounts.Market;
import com.ballastmarkets.fix.posttrade.Accounts.Position;
import java.math.BigDecimal;
import quickfix.FieldMap;
import quickfix.FieldNotFound;
import quickfix.Group;
import quickfix.Message;

/** {@code AO}, {@code AP}, {@code AQ}, {@code AE}, {@code BG} and {@code BA}. */
final class PostTradeMessages {
  /** PosReqResult (728), PosReqStatus (729). */
  static final int VALID = 0;

  static final int NO_POSITIONS = 2;
  static final int NOT_AUTHORIZED = 3;
  static final int NOT_SUPPORTED = 4;
  private static final int COMPLETED = 0;
  private static final int REJECTED = 2;

  private static final int CUSTOMER_ACCOUNT = 1;
  private static final int EXECUTING_FIRM = 1;
  private static final int INITIAL_MARGIN = 11;
  private static final int COLLATERAL_ACCEPTED = 3;
  private static final int COLLATERAL_REJECTED = 4;

  private static final int[] PARTY_FIELDS = {Tag.PARTY_ID, Tag.PARTY_ID_SOURCE, Tag.PARTY_ROLE};
  private static final int[] POSITION_FIELDS = {
    Tag.POS_TYPE, Tag.LONG_QTY, Tag.SHORT_QTY, Tag.POS_QTY_STATUS
  };
  private static final int[] AMOUNT_FIELDS = {Tag.POS_AMT_TYPE, Tag.POS_AMT};
  private static final int[] MARGIN_FIELDS = {
    Tag.MARGIN_AMT_TYPE, Tag.MARGIN_AMT, Tag.MARGIN_AMT_CCY
  };
  static final int[] COLLATERAL_FIELDS = {Tag.CURRENT_COLLATERAL_AMOUNT, Tag.COLLATERAL_CURRENCY};
  private static final int[] SIDE_FIELDS = {
    Tag.SIDE, Tag.ORDER_ID, Tag.CL_ORD_ID, Tag.ACCOUNT, Tag.NO_MISC_FEES
  };
  private static final int[] FEE_FIELDS = {Tag.MISC_FEE_AMT, Tag.MISC_FEE_CURR, Tag.MISC_FEE_TYPE};

  private PostTradeMessages() {}

  // ---- positions -------------------------------------------------------------------------------

  static Message positionsAck(
      String requestId, String account, long participantId, int total, int result) {
    final Message message = Messages.of(MessageType.REQUEST_FOR_POSITIONS_ACK);
    message.setString(Tag.POS_MAINT_RPT_ID, requestId);
    message.setString(Tag.POS_REQ_ID, requestId);
    message.setInt(Tag.TOTAL_NUM_POS_REPORTS, total);
    message.setInt(Tag.POS_REQ_RESULT, result);
    message.setInt(
        Tag.POS_REQ_STATUS, result == VALID || result == NO_POSITIONS ? COMPLETED : REJECTED);
    party(message, participantId);
    Messages.setText(message, Tag.ACCOUNT, account);
    message.setInt(Tag.ACCOUNT_TYPE, CUSTOMER_ACCOUNT);
    return message;
  }

  /**
   * @param reportId unique for ever
   * @param total how many reports the answer has; 0 for a change
   */
  static Message position(
      String reportId,
      String requestId,
      Position position,
      long participantId,
      int total,
      long timeNanos) {
    final Market market = position.market();
    final Message message = Messages.of(MessageType.POSITION_REPORT);
    message.setString(Tag.POS_MAINT_RPT_ID, reportId);
    message.setString(Tag.POS_REQ_ID, requestId);
    message.setInt(Tag.POS_REQ_TYPE, 0);
    message.setInt(Tag.POS_REQ_RESULT, VALID);
    if (total > 0) {
      message.setInt(Tag.TOTAL_NUM_POS_REPORTS, total);
    }
    message.setBoolean(Tag.UNSOLICITED_INDICATOR, total == 0);
    message.setString(Tag.CLEARING_BUSINESS_DATE, Fields.date(timeNanos));
    party(message, participantId);
    message.setString(Tag.ACCOUNT, Long.toString(position.accountId()));
    message.setInt(Tag.ACCOUNT_TYPE, CUSTOMER_ACCOUNT);
    message.setString(Tag.SYMBOL, market.symbol());
    message.setString(Tag.CURRENCY, "USDC");
    message.setString(Tag.SETTL_PRICE, Micros.format(market.markMicros()));
    message.setInt(Tag.SETTL_PRICE_TYPE, market.isFinal() ? 1 : 2);
    message.setString(Tag.PRIOR_SETTL_PRICE, Micros.format(market.priorSettlementMicros()));
    final Group quantity = Messages.group(Tag.NO_POSITIONS, POSITION_FIELDS);
    quantity.setString(Tag.POS_TYPE, "TOT");
    quantity.setString(Tag.LONG_QTY, Long.toString(Math.max(0, position.lots())));
    quantity.setString(Tag.SHORT_QTY, Long.toString(Math.max(0, -position.lots())));
    quantity.setInt(Tag.POS_QTY_STATUS, 0);
    message.addGroupRef(quantity);
    amount(message, "FMTM", unrealised(position));
    amount(message, "CASH", Micros.decimal(position.paidMicros()));
    return message;
  }

  /** lots × mark − open value: never rounded. */
  private static BigDecimal unrealised(Position position) {
    return Micros.decimal(position.market().markMicros())
        .multiply(BigDecimal.valueOf(position.lots()))
        .subtract(Micros.decimal(position.openValueMicros()));
  }

  private static void amount(Message message, String type, BigDecimal amount) {
    final Group group = Messages.group(Tag.NO_POS_AMT, AMOUNT_FIELDS);
    group.setString(Tag.POS_AMT_TYPE, type);
    group.setString(
        Tag.POS_AMT,
        (amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros()).toPlainString());
    message.addGroupRef(group);
  }

  static void party(FieldMap message, long participantId) {
    final Group party = Messages.group(Tag.NO_PARTY_IDS, PARTY_FIELDS);
    party.setString(Tag.PARTY_ID, Long.toString(participantId));
    party.setChar(Tag.PARTY_ID_SOURCE, 'D');
    party.setInt(Tag.PARTY_ROLE, EXECUTING_FIRM);
    message.addGroupRef(party);
  }

  // ---- trades ----------------------------------------------------------------------------------

  /**
   * @param result FIX 749
   * @param status FIX 750: 0 accepted, 1 completed, 2 rejected
   * @param total how many trades were told; −1 while it is not known
   */
  static Message tradesAck(
      String requestId, int requestType, int total, int result, int status, String text) {
    final Message message = Messages.of(MessageType.TRADE_CAPTURE_REPORT_REQUEST_ACK);
    message.setString(Tag.TRADE_REQUEST_ID, requestId);
    message.setInt(Tag.TRADE_REQUEST_TYPE, requestType);
    if (total >= 0) {
      message.setInt(Tag.TOT_NUM_TRADE_REPORTS, total);
    }
    message.setInt(Tag.TRADE_REQUEST_RESULT, result);
    message.setInt(Tag.TRADE_REQUEST_STATUS, status);
    Messages.setText(message, Tag.TEXT, text);
    return message;
  }

  /**
   * A participant's side of a trade, from its execution report.
   *
   * @param past whether it was asked for (FIX 570)
   */
  static Message trade(String requestId, Execution execution, boolean past) throws FieldNotFound {
    final Message report = execution.report();
    final Message message = Messages.of(MessageType.TRADE_CAPTURE_REPORT);
    final String execId = report.getString(Tag.EXEC_ID);
    message.setString(Tag.TRADE_REPORT_ID, execId);
    message.setString(Tag.TRADE_REQUEST_ID, requestId);
    message.setChar(Tag.EXEC_TYPE, 'F');
    message.setString(Tag.EXEC_ID, execId);
    message.setBoolean(Tag.PREVIOUSLY_REPORTED, past);
    message.setBoolean(Tag.UNSOLICITED_INDICATOR, !past);
    for (final int tag :
        new int[] {Tag.TRD_MATCH_ID, Tag.SYMBOL, Tag.LAST_QTY, Tag.LAST_PX, Tag.TRANSACT_TIME}) {
      message.setString(tag, report.getString(tag));
    }
    message.setString(Tag.TRADE_DATE, Fields.date(execution.timeNanos()));
    final Group side = Messages.group(Tag.NO_SIDES, SIDE_FIELDS);
    for (final int tag : new int[] {Tag.SIDE, Tag.ORDER_ID, Tag.CL_ORD_ID}) {
      Messages.setText(side, tag, Fields.text(report, tag, ""));
    }
    side.setString(Tag.ACCOUNT, Long.toString(execution.accountId()));
    for (final Group from : report.getGroups(Tag.NO_MISC_FEES)) {
      final Group fee = Messages.group(Tag.NO_MISC_FEES, FEE_FIELDS);
      for (final int tag : FEE_FIELDS) {
        fee.setString(tag, from.getString(tag));
      }
      side.addGroupRef(fee);
    }
    message.addGroupRef(side);
    return message;
  }

  // ---- collateral ------------------------------------------------------------------------------

  static Message collateralRefused(String inquiryId, String text) {
    final Message message = Messages.of(MessageType.COLLATERAL_INQUIRY_ACK);
    message.setString(Tag.COLL_INQUIRY_ID, inquiryId);
    message.setInt(Tag.COLL_INQUIRY_STATUS, COLLATERAL_REJECTED);
    message.setInt(Tag.COLL_INQUIRY_RESULT, 99);
    message.setString(Tag.TEXT, text);
    return message;
  }

  static Message collateral(
      String reportId,
      String inquiryId,
      Event.AccountUpdated money,
      long participantId,
      int total,
      boolean last) {
    final Message message = Messages.of(MessageType.COLLATERAL_REPORT);
    message.setString(Tag.COLL_RPT_ID, reportId);
    Messages.setText(message, Tag.COLL_INQUIRY_ID, inquiryId);
    message.setInt(Tag.COLL_STATUS, COLLATERAL_ACCEPTED);
    message.setInt(Tag.TOT_NUM_REPORTS, total);
    message.setBoolean(Tag.LAST_RPT_REQUESTED, last);
    party(message, participantId);
    message.setString(Tag.ACCOUNT, Long.toString(money.accountId()));
    message.setInt(Tag.ACCOUNT_TYPE, CUSTOMER_ACCOUNT);
    message.setString(Tag.CURRENCY, "USDC");
    message.setString(Tag.MARGIN_EXCESS, Micros.format(money.availableMicros()));
    message.setString(Tag.TOTAL_NET_VALUE, Micros.format(money.equityMicros()));
    message.setString(Tag.CASH_OUTSTANDING, Micros.format(money.cashMicros()));
    message.setString(Tag.WITHDRAWABLE_AMT, Micros.format(money.withdrawableMicros()));
    final Group margin = Messages.group(Tag.NO_MARGIN_AMT, MARGIN_FIELDS);
    margin.setInt(Tag.MARGIN_AMT_TYPE, INITIAL_MARGIN);
    margin.setString(Tag.MARGIN_AMT, Micros.format(money.marginMicros()));
    margin.setString(Tag.MARGIN_AMT_CCY, "USDC");
    message.addGroupRef(margin);
    final Group cash = Messages.group(Tag.NO_COLLATERAL_AMOUNTS, COLLATERAL_FIELDS);
    cash.setString(Tag.CURRENT_COLLATERAL_AMOUNT, Micros.format(money.cashMicros()));
    cash.setString(Tag.COLLATERAL_CURRENCY, "USDC");
    message.addGroupRef(cash);
    return message;
  }
}
