package com.ballastmarkets.fix.marketdata;

import com.ballastmarkets.domain.money.Micros;
import com.ballastmarkets.fix.dictionary.MessageType;
import com.ballastmarkets.fix.dictionary.Messages;
import com.ballastmarkets.fix.dictionary.Tag;
import com.ballastmarkets.fix.order.Fields;
import java.util.List;
import quickfix.Group;
import quickfix.Message;

/** {@code W}, {@code X} and {@code Y}. */
final class MarketDataMessages {
  /** MDEntryType (269) of a snapshot without entries. */
  private static final char EMPTY_BOOK = 'J';

  private static final int[] SNAPSHOT_FIELDS = {
    Tag.MD_ENTRY_TYPE,
    Tag.MD_ENTRY_PX,
    Tag.MD_ENTRY_SIZE,
    Tag.MD_ENTRY_DATE,
    Tag.MD_ENTRY_TIME,
    Tag.NUMBER_OF_ORDERS,
    Tag.RPT_SEQ
  };
  private static final int[] CHANGE_FIELDS = {
    Tag.MD_UPDATE_ACTION,
    Tag.MD_ENTRY_TYPE,
    Tag.MD_ENTRY_ID,
    Tag.SYMBOL,
    Tag.MD_ENTRY_PX,
    Tag.MD_ENTRY_SIZE,
    Tag.MD_ENTRY_DATE,
    Tag.MD_ENTRY_TIME,
    Tag.NUMBER_OF_ORDERS,
    Tag.RPT_SEQ,
    Tag.AGGRESSOR_SIDE
  };

  private MarketDataMessages() {}

  static Message snapshot(String requestId, Feed feed, long timeNanos) {
    final Message message = Messages.of(MessageType.MARKET_DATA_SNAPSHOT_FULL_REFRESH);
    message.setString(Tag.MD_REQ_ID, requestId);
    message.setString(Tag.SYMBOL, feed.market().instrument().symbol());
    final List<Entry> entries = feed.snapshot(timeNanos);
    for (final Entry entry : entries) {
      final Group group = Messages.group(Tag.NO_MD_ENTRIES, SNAPSHOT_FIELDS);
      fill(group, entry);
      group.setString(Tag.RPT_SEQ, Long.toString(feed.rptSeq()));
      message.addGroupRef(group);
    }
    if (entries.isEmpty()) {
      final Group group = Messages.group(Tag.NO_MD_ENTRIES, SNAPSHOT_FIELDS);
      group.setChar(Tag.MD_ENTRY_TYPE, EMPTY_BOOK);
      group.setString(Tag.RPT_SEQ, Long.toString(feed.rptSeq()));
      message.addGroupRef(group);
    }
    return message;
  }

  /**
   * @param lastRptSeq the number of the last entry
   */
  static Message changes(String requestId, String symbol, List<Entry> entries, long lastRptSeq) {
    final Message message = Messages.of(MessageType.MARKET_DATA_INCREMENTAL_REFRESH);
    message.setString(Tag.MD_REQ_ID, requestId);
    long rptSeq = lastRptSeq - entries.size();
    for (final Entry entry : entries) {
      final Group group = Messages.group(Tag.NO_MD_ENTRIES, CHANGE_FIELDS);
      group.setChar(Tag.MD_UPDATE_ACTION, entry.action().code());
      group.setString(Tag.SYMBOL, symbol);
      fill(group, entry);
      if (entry.tradeId() != 0) {
        group.setString(Tag.MD_ENTRY_ID, Long.toString(entry.tradeId()));
        group.setChar(Tag.AGGRESSOR_SIDE, entry.aggressor());
      }
      rptSeq++;
      group.setString(Tag.RPT_SEQ, Long.toString(rptSeq));
      message.addGroupRef(group);
    }
    return message;
  }

  private static void fill(Group group, Entry entry) {
    group.setChar(Tag.MD_ENTRY_TYPE, entry.type().code());
    final Long price = entry.priceMicros();
    if (price != null) {
      group.setString(Tag.MD_ENTRY_PX, Micros.format(price));
    }
    if (price == null || entry.lots() != 0) {
      group.setString(Tag.MD_ENTRY_SIZE, Long.toString(entry.lots()));
    }
    if (entry.orders() != 0) {
      group.setInt(Tag.NUMBER_OF_ORDERS, entry.orders());
    }
    group.setString(Tag.MD_ENTRY_DATE, Fields.date(entry.timeNanos()));
    group.setString(Tag.MD_ENTRY_TIME, Fields.timeOfDay(entry.timeNanos()));
  }

  static Message reject(String requestId, MarketDataRefusal refusal) {
    final Message message = Messages.of(MessageType.MARKET_DATA_REQUEST_REJECT);
    message.setString(Tag.MD_REQ_ID, requestId);
    message.setChar(Tag.MD_REQ_REJ_REASON, refusal.reason());
    message.setString(Tag.TEXT, refusal.text());
    return message;
  }
}
