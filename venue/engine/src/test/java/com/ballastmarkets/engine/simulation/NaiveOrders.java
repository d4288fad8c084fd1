package com.ballastmarkets.engine.simulation;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All orders and whose they are, and for how long that is remembered. */
final class NaiveOrders {
  private static final long HOUR = NaiveExchange.DAY / 24;

  private final NaiveExchange exchange;
  final Set<Integer> killed = new HashSet<>();
  final Set<Long> killedByOwner = new HashSet<>();
  final Set<Long> killedByOperations = new HashSet<>();
  long nextTradeId = 1;
  long nextRank = 1;

  private final Map<String, IdUse> ids = new LinkedHashMap<>();
  private final TreeMap<Long, Owner> owners = new TreeMap<>();
  private long nextOrderId = 1;

  NaiveOrders(NaiveExchange exchange) {
    this.exchange = exchange;
  }

  /** What a client order id was used for. */
  record IdUse(Object content, long orderId, long time) {}

  /** Whose an order is, and the beginning of the hour in which it is forgotten with others. */
  private record Owner(int account, long since) {}

  /** Whether any switch keeps an account from placing orders. */
  boolean isKilled(int account) {
    final long participant = exchange.clearing.participantOf(account);
    return killed.contains(account)
        || killedByOwner.contains(participant)
        || killedByOperations.contains(participant);
  }

  /** All live orders, in the order in which they were placed. */
  List<NaiveOrder> live() {
    return exchange.markets.values().stream()
        .flatMap(m -> Stream.concat(m.resting.stream(), m.waiting.stream()))
        .sorted(Comparator.comparingLong(o -> o.id))
        .toList();
  }

  @Nullable NaiveOrder liveOf(long orderId) {
    return exchange.markets.values().stream()
        .flatMap(m -> Stream.concat(m.resting.stream(), m.waiting.stream()))
        .filter(o -> o.id == orderId)
        .findFirst()
        .orElse(null);
  }

  /** The order that a request means, 0 if none is known; nobody sees another's. */
  long meant(int account, long orderId, String origClOrdId) {
    if (orderId != 0) {
      final Owner owner = owners.get(orderId);
      final NaiveOrder live = liveOf(orderId);
      final boolean own =
          (owner != null && owner.account == account) || (live != null && live.account == account);
      return own ? orderId : 0;
    }
    final IdUse use = use(account, origClOrdId);
    return use == null ? 0 : use.orderId;
  }

  /** Gives an order its id. */
  long assign(int account) {
    final boolean sameHour =
        !owners.isEmpty() && exchange.now - owners.lastEntry().getValue().since < HOUR;
    final long since = sameHour ? owners.lastEntry().getValue().since : exchange.now;
    owners.put(nextOrderId, new Owner(account, since));
    return nextOrderId++;
  }

  /** What a client order id was used for, null if it is free. */
  @Nullable IdUse use(int account, String clOrdId) {
    return clOrdId.isEmpty() ? null : ids.get(account + clOrdId);
  }

  void remember(int account, String clOrdId, Object content, long orderId) {
    if (!clOrdId.isEmpty()) {
      ids.put(account + clOrdId, new IdUse(content, orderId, exchange.now));
    }
  }

  /** Forgets what is a day old; ids of live orders later, owners an hour later. */
  void forget() {
    while (!ids.isEmpty()) {
      final Iterator<Map.Entry<String, IdUse>> all = ids.entrySet().iterator();
      final Map.Entry<String, IdUse> oldest = all.next();
      final String key = oldest.getKey();
      final IdUse use = oldest.getValue();
      if (exchange.now - use.time < NaiveExchange.DAY) {
        break;
      }
      all.remove();
      if (liveOf(use.orderId) != null) {
        ids.put(key, new IdUse(use.content, use.orderId, exchange.now));
      }
    }
    while (!owners.isEmpty()
        && exchange.now - owners.firstEntry().getValue().since >= NaiveExchange.DAY + HOUR) {
      owners.pollFirstEntry();
    }
  }
}
