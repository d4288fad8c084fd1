package com.ballastmarkets.fix.marketdata;

import com.ballastmarkets.fix.dictionary.Tag;
import com.ballastmarkets.fix.order.Fields;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import quickfix.FieldNotFound;
import quickfix.Group;
import quickfix.Message;

/** {@code V} as it was asked. */
record MarketDataRequest(String requestId, Kind kind, FeedKey key, List<String> symbols) {
  private static final int MAX_DEPTH = 1_000;

  /** SubscriptionRequestType (FIX 263). */
  enum Kind {
    SNAPSHOT,
    SUBSCRIBE,
    UNSUBSCRIBE
  }

  static MarketDataRequest read(Message message) throws FieldNotFound, MarketDataRefusal {
    final String requestId = message.getString(Tag.MD_REQ_ID);
    final Kind kind = kind(message.getChar(Tag.SUBSCRIPTION_REQUEST_TYPE));
    if (kind == Kind.UNSUBSCRIBE) {
      return new MarketDataRequest(requestId, kind, new FeedKey(0, Set.of()), List.of());
    }
    if ("N".equals(Fields.text(message, Tag.AGGREGATED_BOOK, "Y"))) {
      throw new MarketDataRefusal(
          MarketDataRefusal.UNSUPPORTED_AGGREGATION, "field 266 is Y here: levels, not orders");
    }
    if (kind == Kind.SUBSCRIBE && "0".equals(Fields.text(message, Tag.MD_UPDATE_TYPE, "1"))) {
      throw new MarketDataRefusal(
          MarketDataRefusal.UNSUPPORTED_UPDATE_TYPE, "field 265 is 1 here: incremental refresh");
    }
    return new MarketDataRequest(
        requestId, kind, new FeedKey(depth(message), types(message)), symbols(message));
  }

  private static Kind kind(char code) throws MarketDataRefusal {
    return switch (code) {
      case '0' -> Kind.SNAPSHOT;
      case '1' -> Kind.SUBSCRIBE;
      case '2' -> Kind.UNSUBSCRIBE;
      default ->
          throw new MarketDataRefusal(
              MarketDataRefusal.UNSUPPORTED_SUBSCRIPTION, "field 263 is 0, 1 or 2");
    };
  }

  private static int depth(Message message) throws FieldNotFound, MarketDataRefusal {
    final int depth = message.getInt(Tag.MARKET_DEPTH);
    if (depth < 0 || depth > MAX_DEPTH) {
      throw new MarketDataRefusal(
          MarketDataRefusal.UNSUPPORTED_DEPTH, "field 264 is 0 (all) to " + MAX_DEPTH);
    }
    return depth;
  }

  private static Set<EntryType> types(Message message) throws FieldNotFound, MarketDataRefusal {
    final Set<EntryType> types = EnumSet.noneOf(EntryType.class);
    for (final Group group : message.getGroups(Tag.NO_MD_ENTRY_TYPES)) {
      final char code = group.getChar(Tag.MD_ENTRY_TYPE);
      types.add(
          EntryType.of(code)
              .orElseThrow(() ->
                  new MarketDataRefusal(
                      MarketDataRefusal.UNSUPPORTED_ENTRY_TYPE,
                      "field 269 is one of 0 1 2 6 7 8 B C Q here, not " + code)));
    }
    return types;
  }

  private static List<String> symbols(Message message) throws FieldNotFound {
    final List<String> symbols = new ArrayList<>();
    for (final Group group : message.getGroups(Tag.NO_RELATED_SYM)) {
      symbols.add(
          group.isSetField(Tag.SYMBOL) || !group.isSetField(Tag.SECURITY_ID)
              ? group.getString(Tag.SYMBOL)
              : group.getString(Tag.SECURITY_ID));
    }
    return symbols;
  }
}
