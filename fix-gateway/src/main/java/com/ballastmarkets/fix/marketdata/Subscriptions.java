package com.ballastmarkets.fix.marketdata;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import quickfix.SessionID;

/** Who wants to hear of what. All of a session's subscriptions end with its logon. */
final class Subscriptions {
  private static final int MAX_REQUESTS = 1_000;

  private final Map<Subscription, List<Feed>> feeds = new LinkedHashMap<>();
  private final Map<MarketView, Set<Subscription>> watchers = new HashMap<>();
  private final Set<Subscription> listings = new LinkedHashSet<>();

  /** Takes a new request id; each may be used once at a time. */
  void begin(Subscription subscription) throws MarketDataRefusal {
    if (feeds.containsKey(subscription)) {
      throw new MarketDataRefusal(
          MarketDataRefusal.DUPLICATE_REQUEST,
          "DUPLICATE_REQUEST: " + subscription.requestId() + " is subscribed");
    }
    final long ofSession =
        feeds.keySet().stream()
            .filter(other -> other.sessionId().equals(subscription.sessionId()))
            .count();
    if (ofSession >= MAX_REQUESTS) {
      throw new MarketDataRefusal(
          MarketDataRefusal.TOO_MANY, "at most " + MAX_REQUESTS + " subscriptions of a session");
    }
    feeds.put(subscription, new ArrayList<>());
  }

  /** The feed, new if nobody had one like it. */
  Feed subscribe(Subscription subscription, MarketView market, FeedKey key) {
    final Feed feed = market.feeds().computeIfAbsent(key, k -> new Feed(market, k));
    feed.subscriptions().add(subscription);
    feeds.computeIfAbsent(subscription, s -> new ArrayList<>()).add(feed);
    return feed;
  }

  /** False if there was no such subscription. */
  boolean unsubscribe(Subscription subscription) {
    final List<Feed> ended = feeds.remove(subscription);
    if (ended == null) {
      return false;
    }
    for (final Feed feed : ended) {
      feed.subscriptions().remove(subscription);
      if (feed.subscriptions().isEmpty()) {
        feed.market().feeds().remove(feed.key());
      }
    }
    return true;
  }

  void watch(Subscription watcher, MarketView market) {
    watchers.computeIfAbsent(market, m -> new LinkedHashSet<>()).add(watcher);
  }

  Set<Subscription> watchers(MarketView market) {
    return watchers.getOrDefault(market, Set.of());
  }

  void stopWatching(Subscription watcher) {
    watchers.values().forEach(all -> all.remove(watcher));
  }

  void startListings(Subscription subscription) {
    listings.add(subscription);
  }

  void stopListings(Subscription subscription) {
    listings.remove(subscription);
  }

  Set<Subscription> listings() {
    return listings;
  }

  /** The session is gone. */
  void drop(SessionID sessionId) {
    for (final Subscription subscription : List.copyOf(feeds.keySet())) {
      if (subscription.sessionId().equals(sessionId)) {
        unsubscribe(subscription);
      }
    }
    watchers.values().forEach(all -> all.removeIf(s -> s.sessionId().equals(sessionId)));
    listings.removeIf(s -> s.sessionId().equals(sessionId));
  }
}
