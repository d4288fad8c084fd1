package com.ballastmarkets.fix.posttrade;

import com.ballastmarkets.fix.dictionary.Tag;
import com.ballastmarkets.fix.order.Executions.Execution;
import com.ballastmarkets.fix.order.Fields;
import com.ballastmarkets.fix.order.RefusedRequest;
import java.util.List;
import quickfix.FieldNotFound;
import quickfix.Group;
import quickfix.Message;
import quickfix.SessionID;

/**
 * {@code AD} as it was asked: which trades of a participant a session wants.
 *
 * @param symbol empty for all markets
 * @param accountId 0 for all accounts
 * @param fromNanos inclusive
 * @param toNanos exclusive
 * @param live whether trades are also told as they happen
 */
record TradeSubscription(
    SessionID sessionId,
    String requestId,
    int requestType,
    long participantId,
    String symbol,
    long accountId,
    long fromNanos,
    long toNanos,
    boolean live) {

  private static final long DAY_NANOS = 86_400_000_000_000L;

  /** Without dates: today's trades. One date: from then on. Two: between them, both days whole. */
  static TradeSubscription read(
      Message message, SessionID sessionId, long participantId, long nowNanos)
      throws FieldNotFound, RefusedRequest {
    long from = nowNanos - Math.floorMod(nowNanos, DAY_NANOS);
    long to = Long.MAX_VALUE;
    final List<Group> dates = message.getGroups(Tag.NO_DATES);
    for (int i = 0; i < Math.min(2, dates.size()); i++) {
      final Group date = dates.get(i);
      final boolean exact = date.isSetField(Tag.TRANSACT_TIME);
      final long nanos =
          exact
              ? Fields.timeNanos(date, Tag.TRANSACT_TIME)
              : Fields.dateNanos(date, Tag.TRADE_DATE);
      if (i == 0) {
        from = nanos;
      } else {
        to = exact ? nanos : nanos + DAY_NANOS;
      }
    }
    return new TradeSubscription(
        sessionId,
        message.getString(Tag.TRADE_REQUEST_ID),
        message.getInt(Tag.TRADE_REQUEST_TYPE),
        participantId,
        Fields.text(message, Tag.SYMBOL, ""),
        account(message),
        from,
        to,
        "1".equals(Fields.text(message, Tag.SUBSCRIPTION_REQUEST_TYPE, "0")));
  }

  private static long account(Message message) throws FieldNotFound, RefusedRequest {
    final String text = Fields.text(message, Tag.ACCOUNT, "");
    try {
      return text.isEmpty() ? 0 : Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new RefusedRequest("UNKNOWN_ACCOUNT", 99, "field 1 is an account's number");
    }
  }

  boolean wants(Execution execution) throws FieldNotFound {
    final Message report = execution.report();
    return execution.participantId() == participantId
        && report.getChar(Tag.EXEC_TYPE) == 'F'
        && execution.timeNanos() >= fromNanos
        && execution.timeNanos() < toNanos
        && (accountId == 0 || accountId == execution.accountId())
        && (symbol.isEmpty() || symbol.equals(report.getString(Tag.SYMBOL)));
  }
}
