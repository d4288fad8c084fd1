package com.ballastmarkets.engine.simulation;

import com.ballastmarkets.clearing.ClearingHouse;
import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.command.OrderTicket;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.domain.instrument.Contract;
import com.ballastmarkets.domain.instrument.MarketState;
import com.ballastmarkets.domain.instrument.StateReason;
import com.ballastmarkets.domain.order.CancelReason;
import com.ballastmarkets.domain.order.OrderType;
import com.ballastmarkets.domain.order.TimeInForce;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/** Ladders, whole firms and whole places. */
final class NaiveMakers {
  private static final long MINUTE = 60_000_000_000L;

  private final NaiveExchange exchange;
  private final ClearingHouse clearing;

  /** List ids are remembered as client order ids are, beside them. */
  private static final String LIST = "\u0000list ";

  private final Map<String, Long> notices = new HashMap<>();

  NaiveMakers(NaiveExchange exchange) {
    this.exchange = exchange;
    this.clearing = exchange.clearing;
  }

  // ---- ladders -----------------------------------------------------------------------------

  void place(Command.PlaceLadder ladder) {
    final int account = clearing.account(ladder.accountId());
    final int market = ladder.orders().isEmpty() ? 0 : ladder.orders().getFirst().marketId();
    final NaiveOrders.IdUse use = exchange.orders.use(account, LIST + ladder.listId());
    final List<OrderTicket> content = content(ladder);
    if (account >= 0
        && !ladder.listId().isEmpty()
        && use != null
        && use.content().equals(content)) {
      tellPlaced(ladder, market, use.orderId(), true);
      return;
    }
    RejectReason reason = null;
    if (account < 0) {
      reason = RejectReason.UNKNOWN_ACCOUNT;
    } else if (exchange.orders.isKilled(account)) {
      reason = RejectReason.ACCOUNT_SUSPENDED;
    } else if (!ladder.listId().isEmpty() && use != null) {
      reason = RejectReason.DUPLICATE_CLIENT_ORDER_ID;
    } else if (!isLadder(ladder)) {
      reason = RejectReason.INVALID_LADDER;
    } else if (!exchange.markets.containsKey(market)) {
      reason = exchange.listing.whyNot(market, RejectReason.MARKET_CLOSED);
    }
    if (reason != null) {
      reject(ladder, market, 0, reason, 0, 0);
    } else {
      placeFit(ladder, account, exchange.market(market), content);
    }
  }

  /** Client order ids belong to a ladder's content; whose session it is does not. */
  private static List<OrderTicket> content(Command.PlaceLadder ladder) {
    final List<OrderTicket> content = new ArrayList<>();
    for (OrderTicket t : ladder.orders()) {
      content.add(NaiveEntry.contentOf(t));
      content.add(OrderTicket.of(0, 0, t.side(), 0).clOrdId(t.clOrdId()).build());
    }
    return content;
  }

  private static boolean isLadder(Command.PlaceLadder ladder) {
    final List<OrderTicket> orders = ladder.orders();
    return !orders.isEmpty()
        && orders.size() <= 50
        && orders.stream().map(OrderTicket::marketId).distinct().count() == 1
        && orders.stream().map(OrderTicket::side).distinct().count() == 1
        && orders.stream()
            .allMatch(t ->
                t.accountId() == ladder.accountId()
                    && t.type() == OrderType.LIMIT
                    && !Set.of(TimeInForce.IOC, TimeInForce.FOK).contains(t.timeInForce()));
  }

  private void placeFit(
      Command.PlaceLadder ladder, int account, NaiveMarket market, List<OrderTicket> content) {
    final int marketId = market.instrument.marketId();
    final List<OrderTicket> orders = ladder.orders();
    final List<Long> limits = new ArrayList<>();
    long reducing = 0;
    for (int i = 0; i < orders.size(); i++) {
      final OrderTicket t = orders.get(i);
      final boolean named = !t.clOrdId().isEmpty();
      final boolean twice =
          named && orders.subList(0, i).stream().anyMatch(o -> o.clOrdId().equals(t.clOrdId()));
      RejectReason reason =
          exchange.entry.firstWrong(
              t, account, twice || exchange.orders.use(account, t.clOrdId()) != null);
      final Long limit =
          NaiveEntry.restingPrice(exchange, market, t.side(), t.postOnly(), t.priceMicros());
      if (reason == null && market.instrument.contract() instanceof Contract.Combo) {
        reason = RejectReason.INVALID_ORDER;
      } else if (reason == null && t.reduceOnly()) {
        reducing += t.lots();
        reason =
            reducing > exchange.closing.reducible(account, market, t.side())
                ? RejectReason.REDUCE_ONLY_WOULD_INCREASE
                : null;
      }
      if (reason == null && limit == null) {
        reason = RejectReason.POST_ONLY_WOULD_TAKE;
      }
      if (reason != null) {
        reject(ladder, marketId, i + 1, reason, 0, 0);
        return;
      }
      limits.add(Objects.requireNonNull(limit));
    }
    for (int i = 0; i < orders.size(); i++) {
      final OrderTicket t = orders.get(i);
      final RejectReason reason =
          clearing.reserve(account, market.handle, t.side(), limits.get(i), t.lots());
      if (reason != null) {
        final long required = clearing.requiredMicros();
        final long available = clearing.availableMicros();
        for (int k = 0; k < i; k++) {
          clearing.release(account, market.handle, t.side(), limits.get(k), orders.get(k).lots());
        }
        reject(ladder, marketId, i + 1, reason, required, available);
        return;
      }
    }
    final List<NaiveOrder> accepted = new ArrayList<>();
    for (int i = 0; i < orders.size(); i++) {
      accepted.add(accept(orders.get(i), limits.get(i), account));
    }
    if (!ladder.listId().isEmpty()) {
      exchange.orders.remember(account, LIST + ladder.listId(), content, accepted.getFirst().id);
    }
    tellPlaced(ladder, marketId, accepted.getFirst().id, false);
    accepted.forEach(order -> exchange.stops.start(market, order));
  }

  private NaiveOrder accept(OrderTicket t, long limit, int account) {
    final long id = exchange.orders.assign(account);
    final OrderTicket placed = t.withPrice(limit);
    final NaiveOrder order =
        new NaiveOrder(id, account, clearing.participantOf(account), placed, limit);
    if (t.timeInForce() == TimeInForce.GTD) {
      order.expires = t.expireTimeNanos();
    } else if (t.timeInForce() == TimeInForce.DAY) {
      order.expires = (exchange.now / NaiveExchange.DAY + 1) * NaiveExchange.DAY;
    }
    exchange.orders.remember(account, t.clOrdId(), NaiveEntry.contentOf(t), id);
    exchange.tell(new Event.OrderAccepted(id, placed));
    return order;
  }

  private void tellPlaced(Command.PlaceLadder ladder, int market, long first, boolean repeated) {
    exchange.tell(
        new Event.LadderPlaced(
            ladder.accountId(), ladder.listId(), market, first, ladder.orders().size(), repeated));
  }

  private void reject(
      Command.PlaceLadder ladder,
      int market,
      int position,
      RejectReason reason,
      long required,
      long available) {
    exchange.tell(
        new Event.LadderRejected(
            ladder.accountId(), ladder.listId(), market, position, reason, required, available));
  }

  // ---- firms -------------------------------------------------------------------------------

  private List<Integer> accountsOf(long participant) {
    return IntStream.range(0, clearing.accountCount())
        .filter(account -> clearing.participantOf(account) == participant)
        .boxed()
        .toList();
  }

  void cancel(Command.MassCancelParticipant request) {
    final List<Integer> accounts = accountsOf(request.participantId());
    if (accounts.isEmpty()) {
      exchange.reject(RejectReason.UNKNOWN_PARTICIPANT);
    }
    for (int account : accounts) {
      exchange.cancels.massCancel(
          new Command.MassCancel(
              clearing.accountId(account),
              request.marketId(),
              request.side(),
              0,
              request.cause(),
              request.clOrdId()));
    }
  }

  void kill(Command.SetParticipantKillSwitch request) {
    final long participant = request.participantId();
    final List<Integer> accounts = accountsOf(participant);
    final Set<Long> switches =
        request.byOperations() ? exchange.orders.killedByOperations : exchange.orders.killedByOwner;
    if (accounts.isEmpty()) {
      exchange.reject(RejectReason.UNKNOWN_PARTICIPANT);
    } else if (request.engaged() ? !switches.add(participant) : !switches.remove(participant)) {
      exchange.tell(new Event.NothingToDo());
    } else {
      for (int account : request.engaged() ? accounts : List.<Integer>of()) {
        exchange.orders.live().stream()
            .filter(o -> o.account == account)
            .forEach(o -> exchange.closing.cancel(o, CancelReason.KILL_SWITCH, ""));
      }
      exchange.tell(
          new Event.ParticipantKillSwitchChanged(
              participant,
              exchange.orders.killedByOwner.contains(participant),
              exchange.orders.killedByOperations.contains(participant)));
    }
  }

  // ---- places ------------------------------------------------------------------------------

  private List<NaiveMarket> at(String place) {
    return exchange.listing.listed().stream()
        .filter(m -> !(m.instrument.contract() instanceof Contract.Combo))
        .filter(m -> place.isEmpty() || isAt(m, place))
        .toList();
  }

  private boolean isAt(NaiveMarket market, String place) {
    final List<Integer> references =
        switch (market.instrument.contract()) {
          case Contract.Binary binary -> List.of();
          case Contract.Index index -> List.of();
          case Contract.Option option -> List.of(option.underlyingMarketId());
          case Contract.ConditionalSpread s ->
              List.of(s.conditionMarketId(), s.legAMarketId(), s.legBMarketId());
          case Contract.Combo combo ->
              combo.legs().stream().map(Contract.ComboLeg::marketId).toList();
        };
    return market.instrument.place().equals(place)
        || references.stream()
            .anyMatch(id -> exchange.markets.containsKey(id) && isAt(exchange.market(id), place));
  }

  void halt(String place) {
    final List<NaiveMarket> meant = at(place);
    final List<NaiveMarket> halting =
        meant.stream().filter(m -> m.state.acceptsOrders() || haltsForATime(m)).toList();
    answer(meant, halting);
    for (NaiveMarket market : halting) {
      if (market.state == MarketState.HALTED) {
        exchange.phases.change(market, MarketState.HALTED, StateReason.OPERATIONS, Long.MAX_VALUE);
      } else {
        exchange.phases.halt(market, StateReason.OPERATIONS, Long.MAX_VALUE);
      }
    }
  }

  private static boolean haltsForATime(NaiveMarket market) {
    return market.state == MarketState.HALTED && market.phaseEnd != Long.MAX_VALUE;
  }

  void resume(String place) {
    final List<NaiveMarket> meant = at(place);
    final List<NaiveMarket> resuming =
        meant.stream().filter(m -> m.state == MarketState.HALTED).toList();
    answer(meant, resuming);
    for (NaiveMarket market : resuming) {
      exchange.phases.change(
          market, MarketState.AUCTION, StateReason.OPERATIONS, exchange.now + 3 * MINUTE);
    }
  }

  private void answer(List<NaiveMarket> meant, List<NaiveMarket> changing) {
    if (meant.isEmpty()) {
      exchange.reject(RejectReason.MARKET_NOT_FOUND);
    } else if (changing.isEmpty()) {
      exchange.tell(new Event.NothingToDo());
    }
  }

  void declare(String place, String reference) {
    final Long before = notices.get(reference);
    if (place.isEmpty()) {
      exchange.reject(RejectReason.MARKET_NOT_FOUND);
    } else if (before != null && exchange.now - before < NaiveExchange.DAY) {
      exchange.tell(new Event.NothingToDo());
    } else {
      notices.put(reference, exchange.now);
      exchange.tell(new Event.NewsHaltDeclared(place, reference, exchange.now + 10 * MINUTE));
      at(place).stream()
          .filter(m -> m.state.acceptsOrders() || haltsForATime(m))
          .forEach(m -> exchange.phases.halt(m, StateReason.NEWS, exchange.now + 7 * MINUTE));
    }
  }
}
