package com.ballastmarkets.engine.order;

import com.ballastmarkets.clearing.ClearingHouse;
import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.command.OrderTicket;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.domain.instrument.Contract;
import com.ballastmarkets.domain.order.OrderType;
import com.ballastmarkets.domain.order.TimeInForce;
import com.ballastmarkets.engine.market.Market;
import com.ballastmarkets.engine.market.MarketRegistry;
import com.ballastmarkets.engine.output.EventOutlet;
import com.ballastmarkets.engine.output.VenueClock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes ladders: all orders are accepted before the first one matches, or none is. */
public final class LadderEntry {
  private final ClearingHouse clearing;
  private final MarketRegistry markets;
  private final OrderEntry entry;
  private final KillSwitches killSwitches;
  private final ClientOrderIds clientIds;
  private final ClientOrderIds listIds;
  private final ReduceOnly reduceOnly;
  private final Execution execution;
  private final VenueClock clock;
  private final EventOutlet outlet;

  LadderEntry(
      ClearingHouse clearing,
      MarketRegistry markets,
      OrderEntry entry,
      KillSwitches killSwitches,
      ClientOrderIds clientIds,
      ClientOrderIds listIds,
      ReduceOnly reduceOnly,
      Execution execution,
      VenueClock clock,
      EventOutlet outlet) {
    this.clearing = clearing;
    this.markets = markets;
    this.entry = entry;
    this.killSwitches = killSwitches;
    this.clientIds = clientIds;
    this.listIds = listIds;
    this.reduceOnly = reduceOnly;
    this.execution = execution;
    this.clock = clock;
    this.outlet = outlet;
  }

  /** Places a ladder. */
  public void place(Command.PlaceLadder ladder) {
    final int account = clearing.account(ladder.accountId());
    if (account < 0) {
      reject(ladder, 0, RejectReason.UNKNOWN_ACCOUNT);
      return;
    }
    final long content = Digest.of(ladder);
    ClientOrderIds.Found found = ClientOrderIds.Found.NOTHING;
    if (!ladder.listId().isEmpty()) {
      found = listIds.find(account, ladder.listId(), content);
      if (found == ClientOrderIds.Found.SAME_CONTENT) {
        tellPlaced(ladder, listIds.foundOrder(), true);
        return;
      }
    }
    final RejectReason reason = gate(ladder, account, found);
    if (reason != null) {
      reject(ladder, 0, reason);
      return;
    }
    final Market market = markets.get(ladder.orders().getFirst().marketId());
    if (market == null) {
      reject(
          ladder,
          0,
          markets.whyNot(ladder.orders().getFirst().marketId(), RejectReason.MARKET_CLOSED));
    } else if (areFit(ladder, account, market)) {
      enter(ladder, account, market, content);
    }
  }

  private @Nullable RejectReason gate(
      Command.PlaceLadder ladder, int account, ClientOrderIds.Found found) {
    if (killSwitches.isEngaged(account)) {
      return RejectReason.ACCOUNT_SUSPENDED;
    }
    if (found == ClientOrderIds.Found.OTHER_CONTENT) {
      return RejectReason.DUPLICATE_CLIENT_ORDER_ID;
    }
    return isLadder(ladder) ? null : RejectReason.INVALID_LADDER;
  }

  private static boolean isLadder(Command.PlaceLadder ladder) {
    final List<OrderTicket> orders = ladder.orders();
    if (orders.isEmpty() || orders.size() > Command.PlaceLadder.MAX_ORDERS) {
      return false;
    }
    final OrderTicket first = orders.getFirst();
    for (OrderTicket order : orders) {
      if (order.accountId() != ladder.accountId()
          || order.marketId() != first.marketId()
          || order.side() != first.side()
          || order.type() != OrderType.LIMIT
          || order.timeInForce() == TimeInForce.IOC
          || order.timeInForce() == TimeInForce.FOK) {
        return false;
      }
    }
    return true;
  }

  /** Tests what each order needs but money; rejects the ladder for the first that does not fit. */
  private boolean areFit(Command.PlaceLadder ladder, int account, Market market) {
    final Set<String> names = new HashSet<>();
    long reducing = 0;
    for (int i = 0; i < ladder.orders().size(); i++) {
      final OrderTicket order = ladder.orders().get(i);
      final boolean used =
          !order.clOrdId().isEmpty()
              && (!names.add(order.clOrdId())
                  || clientIds.find(account, order.clOrdId(), 0) != ClientOrderIds.Found.NOTHING);
      RejectReason reason =
          entry.gate(
              order,
              account,
              market,
              used ? ClientOrderIds.Found.OTHER_CONTENT : ClientOrderIds.Found.NOTHING);
      if (reason == null && market.instrument().contract() instanceof Contract.Combo) {
        reason = RejectReason.INVALID_ORDER;
      }
      if (reason == null && order.reduceOnly()) {
        reducing += order.lots();
        if (reducing > reduceOnly.reducible(account, market.handle(), order.side())) {
          reason = RejectReason.REDUCE_ONLY_WOULD_INCREASE;
        }
      }
      if (reason == null && limit(market, order) == PostOnlyRule.REFUSED) {
        reason = RejectReason.POST_ONLY_WOULD_TAKE;
      }
      if (reason != null) {
        reject(ladder, i + 1, reason);
        return false;
      }
    }
    return true;
  }

  private static long limit(Market market, OrderTicket order) {
    return PostOnlyRule.limit(market, order.side(), order.postOnly(), order.priceMicros());
  }

  private void enter(Command.PlaceLadder ladder, int account, Market market, long content) {
    final List<OrderTicket> tickets = new ArrayList<>(ladder.orders().size());
    for (OrderTicket order : ladder.orders()) {
      tickets.add(order.withPrice(limit(market, order)));
    }
    if (!reserve(ladder, tickets, account, market)) {
      return;
    }
    final List<Order> orders = new ArrayList<>(tickets.size());
    for (int i = 0; i < tickets.size(); i++) {
      orders.add(entry.accept(tickets.get(i), account, market, Digest.of(ladder.orders().get(i))));
    }
    final long firstOrderId = orders.getFirst().orderId();
    if (!ladder.listId().isEmpty()) {
      listIds.remember(account, ladder.listId(), content, firstOrderId, clock.nowNanos());
    }
    tellPlaced(ladder, firstOrderId, false);
    for (Order order : orders) {
      execution.start(order);
    }
  }

  private boolean reserve(
      Command.PlaceLadder ladder, List<OrderTicket> tickets, int account, Market market) {
    for (int i = 0; i < tickets.size(); i++) {
      final OrderTicket ticket = tickets.get(i);
      final RejectReason reason =
          clearing.reserve(
              account, market.handle(), ticket.side(), ticket.priceMicros(), ticket.lots());
      if (reason != null) {
        final long required = clearing.requiredMicros();
        final long available = clearing.availableMicros();
        for (OrderTicket before : tickets.subList(0, i)) {
          clearing.release(
              account, market.handle(), before.side(), before.priceMicros(), before.lots());
        }
        tellRejected(ladder, i + 1, reason, required, available);
        return false;
      }
    }
    return true;
  }

  private void tellPlaced(Command.PlaceLadder ladder, long firstOrderId, boolean repeated) {
    outlet.tell(
        new Event.LadderPlaced(
            ladder.accountId(),
            ladder.listId(),
            ladder.orders().getFirst().marketId(),
            firstOrderId,
            ladder.orders().size(),
            repeated));
  }

  private void reject(Command.PlaceLadder ladder, int position, RejectReason reason) {
    tellRejected(ladder, position, reason, 0, 0);
  }

  private void tellRejected(
      Command.PlaceLadder ladder,
      int position,
      RejectReason reason,
      long required,
      long available) {
    outlet.tell(
        new Event.LadderRejected(
            ladder.accountId(),
            ladder.listId(),
            ladder.orders().isEmpty() ? 0 : ladder.orders().getFirst().marketId(),
            position,
            reason,
            required,
            available));
  }
}
