package com.ballastmarkets.fix.marketdata;

import com.ballastmarkets.fix.marketdata.Entry.Action;
import com.ballastmarkets.fix.marketdata.Entry.Level;
import com.ballastmarkets.fix.marketdata.Entry.Statistic;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A market as one kind of subscription sees it: what its subscribers have been shown, and the
 * number of the last entry (RptSeq, FIX 83). Entries are numbered 1, 2, 3 … without a gap.
 */
final class Feed {
  private static final List<EntryType> SIDES = List.of(EntryType.BID, EntryType.OFFER);
  private static final List<EntryType> STATISTICS =
      List.of(
          EntryType.SETTLEMENT_PRICE,
          EntryType.HIGH,
          EntryType.LOW,
          EntryType.TRADE_VOLUME,
          EntryType.OPEN_INTEREST,
          EntryType.AUCTION_CLEARING_PRICE);

  private final MarketView market;
  private final FeedKey key;
  private final Map<EntryType, Map<Long, Level>> shownLevels = new EnumMap<>(EntryType.class);
  private final Map<EntryType, Statistic> shownStatistics = new EnumMap<>(EntryType.class);
  private final Set<Subscription> subscriptions = new LinkedHashSet<>();
  private long rptSeq;

  Feed(MarketView market, FeedKey key) {
    this.market = market;
    this.key = key;
    for (final EntryType side : SIDES) {
      final Map<Long, Level> shown = new TreeMap<>();
      visible(side).forEach(level -> shown.put(level.priceMicros(), level));
      shownLevels.put(side, shown);
    }
    for (final EntryType type : STATISTICS) {
      final Statistic value = market.statistic(type);
      if (value != null) {
        shownStatistics.put(type, value);
      }
    }
  }

  MarketView market() {
    return market;
  }

  FeedKey key() {
    return key;
  }

  long rptSeq() {
    return rptSeq;
  }

  Set<Subscription> subscriptions() {
    return subscriptions;
  }

  /** Everything that is to be seen now: the content of a snapshot. */
  List<Entry> snapshot(long timeNanos) {
    final List<Entry> entries = new ArrayList<>();
    for (final EntryType side : SIDES) {
      if (key.types().contains(side)) {
        visible(side).forEach(l -> entries.add(Entry.level(Action.NEW, side, l, timeNanos)));
      }
    }
    final Entry last = market.lastTrade();
    if (last != null && key.types().contains(EntryType.TRADE)) {
      entries.add(last);
    }
    for (final EntryType type : STATISTICS) {
      final Statistic value = market.statistic(type);
      if (value != null && key.types().contains(type)) {
        entries.add(Entry.statistic(Action.NEW, type, value, timeNanos));
      }
    }
    return entries;
  }

  /**
   * What the present command has changed. Each entry takes the next number: the first has {@link
   * #rptSeq} before the call + 1.
   */
  List<Entry> changes(long timeNanos) {
    final List<Entry> entries = new ArrayList<>();
    for (final EntryType side : SIDES) {
      if (key.types().contains(side) && !market.touched(side).isEmpty()) {
        levels(side, timeNanos, entries);
      }
    }
    if (key.types().contains(EntryType.TRADE)) {
      entries.addAll(market.trades());
    }
    for (final EntryType type : STATISTICS) {
      if (key.types().contains(type)) {
        statistic(type, timeNanos, entries);
      }
    }
    rptSeq += entries.size();
    return entries;
  }

  private List<Level> visible(EntryType side) {
    return market.levels(side).values().stream()
        .limit(key.depth() == 0 ? Long.MAX_VALUE : key.depth())
        .toList();
  }

  private void levels(EntryType side, long timeNanos, List<Entry> entries) {
    final Map<Long, Level> shown = Objects.requireNonNull(shownLevels.get(side));
    if (key.depth() == 0) {
      for (final Long price : market.touched(side)) {
        level(side, shown, price, market.levels(side).get(price), timeNanos, entries);
      }
      return;
    }
    final Map<Long, Level> now = new TreeMap<>();
    visible(side).forEach(level -> now.put(level.priceMicros(), level));
    for (final Long gone : List.copyOf(shown.keySet())) {
      if (!now.containsKey(gone)) {
        level(side, shown, gone, null, timeNanos, entries);
      }
    }
    now.forEach((price, level) -> level(side, shown, price, level, timeNanos, entries));
  }

  private static void level(
      EntryType side,
      Map<Long, Level> shown,
      Long price,
      @Nullable Level now,
      long timeNanos,
      List<Entry> entries) {
    final Level before = shown.get(price);
    if (now == null) {
      if (before != null) {
        shown.remove(price);
        entries.add(Entry.level(Action.DELETE, side, new Level(price, 0, 0), timeNanos));
      }
    } else if (!now.equals(before)) {
      shown.put(price, now);
      entries.add(Entry.level(before == null ? Action.NEW : Action.CHANGE, side, now, timeNanos));
    }
  }

  private void statistic(EntryType type, long timeNanos, List<Entry> entries) {
    final Statistic before = shownStatistics.get(type);
    final Statistic now = market.statistic(type);
    if (now == null) {
      if (before != null) {
        shownStatistics.remove(type);
        entries.add(Entry.statistic(Action.DELETE, type, before, timeNanos));
      }
    } else if (!now.equals(before)) {
      shownStatistics.put(type, now);
      entries.add(
          Entry.statistic(before == null ? Action.NEW : Action.CHANGE, type, now, timeNanos));
    }
  }
}
