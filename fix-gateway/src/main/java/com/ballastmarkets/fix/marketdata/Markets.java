package com.ballastmarkets.fix.marketdata;

import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.protocol.port.JournalEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All markets, folded from the journal, and what each command has changed. */
final class Markets {
  private final Map<Integer, MarketView> byId = new HashMap<>();
  private final Map<String, MarketView> bySymbol = new LinkedHashMap<>();
  private final Set<MarketView> touched = new LinkedHashSet<>();
  private final Set<MarketView> newPhases = new LinkedHashSet<>();
  private final List<MarketView> listed = new ArrayList<>();

  @Nullable MarketView find(String symbol) {
    return bySymbol.get(symbol);
  }

  @Nullable MarketView find(int marketId) {
    return byId.get(marketId);
  }

  /** In the order of their listing. */
  Collection<MarketView> all() {
    return bySymbol.values();
  }

  /** Markets whose figures the command has touched. */
  Set<MarketView> touched() {
    return touched;
  }

  /** Markets whose phase the command has changed. */
  Set<MarketView> newPhases() {
    return newPhases;
  }

  /** Markets that the command has listed. */
  List<MarketView> listed() {
    return listed;
  }

  void commandOver() {
    touched.forEach(MarketView::commandOver);
    touched.clear();
    newPhases.clear();
    listed.clear();
  }

  void onEntry(JournalEntry entry) {
    switch (entry.event()) {
      case Event.MarketListed event -> {
        final MarketView market = new MarketView(event.instrument(), entry.timeNanos());
        byId.put(event.instrument().marketId(), market);
        bySymbol.put(event.instrument().symbol(), market);
        listed.add(market);
      }
      case Event.MarketStateChanged event -> {
        final MarketView market = touch(event.marketId());
        if (market != null) {
          market.phase(event, entry.timeNanos());
          newPhases.add(market);
        }
      }
      case Event.LevelChanged event -> {
        final MarketView market = touch(event.marketId());
        if (market != null) {
          market.level(event);
        }
      }
      case Event.Trade event -> {
        final MarketView market = touch(event.marketId());
        if (market != null) {
          market.traded(event, entry.timeNanos());
        }
      }
      case Event.ComboTrade event -> {
        final MarketView market = touch(event.marketId());
        if (market != null) {
          market.traded(event, entry.timeNanos());
        }
      }
      case Event.PositionUpdated event -> {
        final MarketView market = touch(event.marketId());
        if (market != null) {
          market.position(event);
        }
      }
      case Event.MarkChanged event -> {
        final MarketView market = byId.get(event.marketId());
        if (market != null) {
          market.marked(event.markMicros());
        }
      }
      case Event.IndicativeChanged event -> {
        final MarketView market = touch(event.marketId());
        if (market != null) {
          market.indicative(event);
        }
      }
      case Event.DailySettled _ -> {
        byId.values().forEach(MarketView::daySettled);
        touched.addAll(byId.values());
      }
      case Event.MarketSettled event -> {
        final MarketView market = touch(event.marketId());
        if (market != null) {
          market.settled(event.valueMicros());
        }
      }
      case Event.MarketVoided event -> {
        final MarketView market = touch(event.marketId());
        if (market != null) {
          market.voided();
        }
      }
      default -> {
        // Nothing that the public is told.
      }
    }
  }

  private @Nullable MarketView touch(int marketId) {
    final MarketView market = byId.get(marketId);
    if (market != null) {
      touched.add(market);
    }
    return market;
  }
}
