package com.ballastmarkets.api.stream;

import com.ballastmarkets.api.account.Account;
import com.ballastmarkets.api.account.AccountJson;
import com.ballastmarkets.api.json.Decimals;
import com.ballastmarkets.api.market.Market;
import com.ballastmarkets.api.order.OrderJson;
import com.ballastmarkets.api.order.OrderRecord;
import com.ballastmarkets.api.venue.JournalFollower;
import com.ballastmarkets.api.venue.VenueView;
import com.ballastmarkets.protocol.port.JournalEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Turns what commands changed into messages of the topics that somebody has subscribed to. All its
 * state is used between commands only.
 */
public final class StreamHub implements JournalFollower.Listener {
  private static final int MAX_IDLE_TOPICS = 10_000;

  private final VenueView view;
  private final Snapshots snapshots;
  private final Map<Channel.Key, Topic> topics = new LinkedHashMap<>();

  public StreamHub(VenueView view) {
    this.view = view;
    this.snapshots = new Snapshots(view);
  }

  @Override
  public void onCommand(List<JournalEntry> command) {
    if (!topics.isEmpty()) {
      final JournalEntry last = command.getLast();
      new Publication(last.sequence(), last.timeNanos()).publish(Changes.of(command));
    }
  }

  /** The topic with this key; call between commands. */
  Topic topic(Channel.Key key, long sequence) {
    final Topic known = topics.get(key);
    if (known != null) {
      return known;
    }
    if (topics.size() >= MAX_IDLE_TOPICS) {
      topics.values().removeIf(topic -> !topic.hasSubscribers());
    }
    final String symbol =
        key.channel().scope() == Channel.Scope.MARKET
            ? view.market(Math.toIntExact(key.subject())).symbol()
            : null;
    final Topic topic = new Topic(key, symbol, sequence);
    topics.put(key, topic);
    return topic;
  }

  Object snapshot(Channel.Key key, long nowNanos) {
    return snapshots.of(key, nowNanos);
  }

  /** The messages of one command. */
  private final class Publication {
    private final long sequence;
    private final long timeNanos;
    private final String timestamp;

    Publication(long sequence, long timeNanos) {
      this.sequence = sequence;
      this.timeNanos = timeNanos;
      this.timestamp = Decimals.time(timeNanos);
    }

    void publish(Changes changes) {
      changes.levels.forEach((id, levels) ->
          update(Channel.ORDERBOOK, id, () -> Snapshots.delta(view.market(id), levels)));
      changes.trades.forEach((id, count) ->
          update(Channel.TRADES, id, () -> Snapshots.trades(view.market(id), count)));
      for (int id : changes.tickers) {
        update(Channel.TICKER, id, () -> view.market(id).ticker(timeNanos));
      }
      for (int id : changes.states) {
        update(Channel.MARKET_STATE, id, () -> Snapshots.state(view.market(id)));
      }
      if (!changes.settlements.isEmpty()) {
        update(
            Channel.SETTLEMENTS,
            0,
            () ->
                changes.settlements.stream()
                    .map(id -> Snapshots.settlement(view.market(id)))
                    .toList());
      }
      changes.orders.forEach((id, ids) -> update(Channel.ORDERS, id, () -> orders(id, ids)));
      changes.fills.forEach((id, count) ->
          update(
              Channel.FILLS, id, () -> Snapshots.fills(view.account(id), Long.MAX_VALUE, count)));
      changes.positions.forEach(
          (id, markets) -> update(Channel.POSITIONS, id, () -> positions(id, markets)));
      changes.margins.forEach((id, steps) ->
          update(Channel.MARGIN, id, () -> steps.stream().map(Snapshots::margin).toList()));
      for (long id : changes.balances) {
        update(Channel.BALANCE, id, () -> snapshots.balance(id));
      }
    }

    private void update(Channel channel, long subject, Supplier<Object> data) {
      final @Nullable Topic topic = topics.get(channel.of(subject));
      if (topic != null) {
        topic.update(sequence, timestamp, data.get());
      }
    }

    private List<OrderJson.Order> orders(long accountId, Set<Long> orderIds) {
      final List<OrderJson.Order> orders = new ArrayList<>();
      for (long orderId : orderIds) {
        final OrderRecord order = view.account(accountId).blotter().order(orderId);
        if (order != null) {
          orders.add(OrderJson.order(order));
        }
      }
      return orders;
    }

    private List<AccountJson.Position> positions(long accountId, Set<Integer> marketIds) {
      final Account account = view.account(accountId);
      return marketIds.stream()
          .map(view::market)
          .map((Market market) -> AccountJson.position(account.position(market)))
          .toList();
    }
  }
}
