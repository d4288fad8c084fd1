package com.ballastmarkets.fix.quote;

import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.domain.quote.QuoteAnswer;
import com.ballastmarkets.fix.dictionary.MessageType;
import com.ballastmarkets.fix.dictionary.Tag;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import quickfix.Group;
import quickfix.Message;

/** What makers are told beside their orders' reports: {@code b}, {@code AI}, {@code DI}. */
public final class QuoteReports {
  private static final int ACCEPTED = 0;
  private static final int CANCELED_FOR_SYMBOL = 1;
  private static final int CANCELED_ALL = 4;
  private static final int REJECTED = 5;
  private static final int CANCELED = 17;
  private static final int[] ENTRY_FIELDS = {
    Tag.QUOTE_ENTRY_ID,
    Tag.SYMBOL,
    Tag.QUOTE_ENTRY_STATUS,
    Tag.QUOTE_ENTRY_REJECT_REASON,
    Tag.REJECT_TEXT,
    0
  };
  private static final int[] SET_FIELDS = {
    Tag.QUOTE_SET_ID,
    Tag.TOT_NO_QUOTE_ENTRIES,
    Tag.TOT_NO_ACC_QUOTES,
    Tag.TOT_NO_REJ_QUOTES,
    Tag.NO_QUOTE_ENTRIES,
    0
  };

  private QuoteReports() {}

  /** {@code b}: every entry with its own answer. */
  public static Message taken(Event.MassQuoteTaken taken, IntFunction<String> symbols) {
    final long rejected = taken.answers().stream().filter(a -> a.reason() != null).count();
    final Message message =
        acknowledgement(
            taken.requestId(), rejected == taken.answers().size() ? REJECTED : ACCEPTED);
    if (rejected == taken.answers().size()) {
      message.setInt(Tag.QUOTE_REJECT_REASON, QuoteRequests.OTHER);
    }
    final Group set = new Group(Tag.NO_QUOTE_SETS, Tag.QUOTE_SET_ID, SET_FIELDS);
    set.setString(Tag.QUOTE_SET_ID, taken.quoteGroup());
    set.setInt(Tag.TOT_NO_QUOTE_ENTRIES, taken.answers().size());
    set.setInt(Tag.TOT_NO_ACC_QUOTES, taken.answers().size() - (int) rejected);
    set.setInt(Tag.TOT_NO_REJ_QUOTES, (int) rejected);
    for (final QuoteAnswer answer : taken.answers()) {
      set.addGroup(entry(answer, symbols.apply(answer.marketId())));
    }
    message.addGroup(set);
    return message;
  }

  private static Group entry(QuoteAnswer answer, String symbol) {
    final Group entry = new Group(Tag.NO_QUOTE_ENTRIES, Tag.QUOTE_ENTRY_ID, ENTRY_FIELDS);
    entry.setString(Tag.QUOTE_ENTRY_ID, answer.quoteId());
    if (!symbol.isEmpty()) {
      entry.setString(Tag.SYMBOL, symbol);
    }
    final RejectReason reason = answer.reason();
    entry.setInt(Tag.QUOTE_ENTRY_STATUS, reason == null ? ACCEPTED : REJECTED);
    if (reason != null) {
      entry.setInt(Tag.QUOTE_ENTRY_REJECT_REASON, reasonCode(reason));
      entry.setString(Tag.REJECT_TEXT, reason.name());
    }
    return entry;
  }

  /** {@code b}: refused as a whole, or the same request again. */
  public static Message answer(String requestId, String quoteGroup, @Nullable RejectReason reason) {
    final Message message = acknowledgement(requestId, reason == null ? ACCEPTED : REJECTED);
    if (reason == null) {
      message.setString(Tag.TEXT, "REPEATED");
    } else {
      message.setInt(Tag.QUOTE_REJECT_REASON, reasonCode(reason));
      message.setString(Tag.TEXT, reason.name());
    }
    if (!quoteGroup.isEmpty()) {
      final Group set = new Group(Tag.NO_QUOTE_SETS, Tag.QUOTE_SET_ID, SET_FIELDS);
      set.setString(Tag.QUOTE_SET_ID, quoteGroup);
      message.addGroup(set);
    }
    return message;
  }

  /** {@code b}: refused by the gateway. */
  public static Message refused(String requestId, String code, String explanation) {
    final Message message = acknowledgement(requestId, REJECTED);
    message.setInt(Tag.QUOTE_REJECT_REASON, QuoteRequests.OTHER);
    message.setString(Tag.TEXT, code);
    message.setString(Tag.REJECT_TEXT, explanation);
    return message;
  }

  /** {@code AI} for one quote, {@code b} for many. */
  public static Message canceled(Event.QuotesCanceled canceled, String symbol) {
    if (canceled.quoteId().isEmpty()) {
      final Message message =
          acknowledgement(
              canceled.requestId(), canceled.marketId() == 0 ? CANCELED_ALL : CANCELED_FOR_SYMBOL);
      message.setInt(Tag.TOT_NO_CXLD_QUOTES, canceled.quotes());
      return message;
    }
    final Message message = message(MessageType.QUOTE_STATUS_REPORT);
    message.setString(Tag.QUOTE_ID, canceled.requestId());
    message.setString(Tag.QUOTE_ENTRY_ID, canceled.quoteId());
    message.setString(Tag.SYMBOL, symbol.isEmpty() ? "[N/A]" : symbol);
    message.setInt(Tag.QUOTE_STATUS, canceled.quotes() == 0 ? 9 : CANCELED);
    message.setInt(Tag.TOT_NO_CXLD_QUOTES, canceled.quotes());
    return message;
  }

  private static Message acknowledgement(String requestId, int status) {
    final Message message = message(MessageType.MASS_QUOTE_ACKNOWLEDGEMENT);
    if (!requestId.isEmpty()) {
      message.setString(Tag.QUOTE_ID, requestId);
    }
    message.setInt(Tag.QUOTE_STATUS, status);
    return message;
  }

  /**
   * {@code DI}: done (2332=1) or refused (2332=2).
   *
   * @param code why it was refused, null if it was not
   */
  public static Message partyAction(
      String reportId, String requestId, String actionType, @Nullable String code) {
    final Message message = message(MessageType.PARTY_ACTION_REPORT);
    message.setString(Tag.PARTY_ACTION_REPORT_ID, reportId);
    message.setString(Tag.PARTY_ACTION_REQUEST_ID, requestId);
    message.setString(Tag.PARTY_ACTION_TYPE, actionType);
    message.setInt(Tag.PARTY_ACTION_RESPONSE, code == null ? 1 : 2);
    if (code != null) {
      message.setInt(Tag.PARTY_ACTION_REJECT_REASON, QuoteRequests.OTHER);
      message.setString(Tag.TEXT, code);
    }
    return message;
  }

  /**
   * {@code N}: a list refused as a whole.
   *
   * @param position the order that it is for, from 1 on; 0 for the whole
   */
  public static Message listRejected(
      String listId, List<String> clOrdIds, int position, int ordRejReason, String code) {
    final Message message = message(MessageType.LIST_STATUS);
    message.setString(Tag.LIST_ID, listId);
    message.setInt(Tag.LIST_STATUS_TYPE, 1);
    message.setInt(Tag.NO_RPTS, 1);
    message.setInt(Tag.LIST_ORDER_STATUS, 7);
    message.setInt(Tag.RPT_SEQ, 1);
    message.setString(Tag.LIST_STATUS_TEXT, position == 0 ? code : code + ": order " + position);
    message.setInt(Tag.TOT_NO_ORDERS, clOrdIds.size());
    for (int i = 0; i < clOrdIds.size(); i++) {
      final Group order =
          new Group(
              Tag.NO_ORDERS,
              Tag.CL_ORD_ID,
              new int[] {
                Tag.CL_ORD_ID,
                Tag.CUM_QTY,
                Tag.ORD_STATUS,
                Tag.LEAVES_QTY,
                Tag.CXL_QTY,
                Tag.AVG_PX,
                Tag.ORD_REJ_REASON,
                Tag.TEXT,
                0
              });
      order.setString(Tag.CL_ORD_ID, clOrdIds.get(i));
      order.setInt(Tag.CUM_QTY, 0);
      order.setChar(Tag.ORD_STATUS, '8');
      order.setInt(Tag.LEAVES_QTY, 0);
      order.setInt(Tag.CXL_QTY, 0);
      order.setInt(Tag.AVG_PX, 0);
      if (position == 0 || position == i + 1) {
        order.setInt(Tag.ORD_REJ_REASON, ordRejReason);
        order.setString(Tag.TEXT, code);
      }
      message.addGroup(order);
    }
    return message;
  }

  /** QuoteRejectReason (300) and QuoteEntryRejectReason (368): what FIX names, else other. */
  private static int reasonCode(RejectReason reason) {
    return switch (reason) {
      case MARKET_NOT_FOUND -> 1;
      case MARKET_CLOSED -> 2;
      case ORDER_SIZE_TOO_LARGE, POSITION_LIMIT_EXCEEDED -> 3;
      case DUPLICATE_CLIENT_ORDER_ID -> 6;
      case PRICE_OUT_OF_RANGE, PRICE_OFF_TICK -> 8;
      default -> QuoteRequests.OTHER;
    };
  }

  private static Message message(String msgType) {
    final Message message = new Message();
    message.getHeader().setString(Tag.MSG_TYPE, msgType);
    return message;
  }
}
