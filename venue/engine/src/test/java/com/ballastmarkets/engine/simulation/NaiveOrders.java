package com.ballastmarkets.engine.simulation;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All orders and whose they are. Client order ids are never forgotten: a run is shorter than that. */
final class NaiveOrders {
  private final NaiveExchange exchange;
  final Map<String, IdUse> ids = new HashMap<>();
  final Map<Long, Integer> owners = new HashMap<>();
  final Set<Integer> killed = new HashSet<>();
  long nextOrderId = 1;
  long nextTradeId = 1;
  long nextRank = 1;

  NaiveOrders(NaiveExchange exchange) {
    this.exchange = exchange;
  }

  /** What a client order id was used for. */
  record IdUse(Object content, long orderId) {}

  /** All live orders, in the order in which they were placed. */
  List<NaiveOrder> live() {
    return exchange.markets.values().stream()
        .flatMap(m -> Stream.concat(m.resting.stream(), m.waiting.stream()))
        .sorted(Comparator.comparingLong(o -> o.id))
        .toList();
  }

  @Nullable NaiveOrder liveOf(long orderId) {
    return live().stream().filter(o -> o.id == orderId).findFirst().orElse(null);
  }

  long meant(int account, long orderId, String origClOrdId) {
    if (orderId != 0) {
      return Integer.valueOf(account).equals(owners.get(orderId)) ? orderId : 0;
    }
    final IdUse use = origClOrdId.isEmpty() ? null : ids.get(account + origClOrdId);
    return use == null ? 0 : use.orderId;
  }
}
