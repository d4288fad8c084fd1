package com.ballastmarkets.engine.order;

import com.ballastmarkets.clearing.ClearingHouse;
import com.ballastmarkets.domain.command.OrderTicket;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.domain.order.OrderType;
import com.ballastmarkets.engine.market.Market;
import com.ballastmarkets.engine.market.MarketRegistry;
import com.ballastmarkets.engine.output.EventOutlet;
import com.ballastmarkets.engine.output.VenueClock;
import org.jspecify.annotations.Nullable;

/** Takes new orders: each is accepted, repeated, or rejected for the first reason that applies. */
public final class OrderEntry {
  private final ClearingHouse clearing;
  private final MarketRegistry markets;
  private final ClientOrderIds clientIds;
  private final OrderOwners owners;
  private final KillSwitches killSwitches;
  private final ReduceOnly reduceOnly;
  private final Execution execution;
  private final VenueClock clock;
  private final EventOutlet outlet;

  OrderEntry(
      ClearingHouse clearing,
      MarketRegistry markets,
      ClientOrderIds clientIds,
      OrderOwners owners,
      KillSwitches killSwitches,
      ReduceOnly reduceOnly,
      Execution execution,
      VenueClock clock,
      EventOutlet outlet) {
    this.clearing = clearing;
    this.markets = markets;
    this.clientIds = clientIds;
    this.owners = owners;
    this.killSwitches = killSwitches;
    this.reduceOnly = reduceOnly;
    this.execution = execution;
    this.clock = clock;
    this.outlet = outlet;
  }

  /** Places an order. */
  public void place(OrderTicket ticket) {
    final int account = clearing.account(ticket.accountId());
    if (account < 0) {
      reject(ticket, RejectReason.UNKNOWN_ACCOUNT);
      return;
    }
    final long content = ticket.clOrdId().isEmpty() ? 0 : Digest.of(ticket);
    ClientOrderIds.Found found = ClientOrderIds.Found.NOTHING;
    if (!ticket.clOrdId().isEmpty()) {
      found = clientIds.find(account, ticket.clOrdId(), content);
      if (found == ClientOrderIds.Found.SAME_CONTENT) {
        outlet.tell(new Event.OrderRepeated(clientIds.foundOrder(), ticket));
        return;
      }
    }
    final Market market = markets.get(ticket.marketId());
    final RejectReason reason = gate(ticket, account, market, found);
    if (reason != null || market == null) {
      reject(ticket, reason == null ? RejectReason.MARKET_NOT_FOUND : reason);
      return;
    }
    enter(ticket, account, market, content);
  }

  /** What keeps an order out, its money and post-only aside. */
  @Nullable RejectReason gate(
      OrderTicket ticket, int account, @Nullable Market market, ClientOrderIds.Found found) {
    if (killSwitches.isEngaged(account)) {
      return RejectReason.ACCOUNT_SUSPENDED;
    }
    if (market == null) {
      return markets.whyNot(ticket.marketId(), RejectReason.MARKET_CLOSED);
    }
    if (!OrderChecks.isTaken(market, ticket)) {
      return RejectReason.MARKET_CLOSED;
    }
    if (found == ClientOrderIds.Found.OTHER_CONTENT) {
      return RejectReason.DUPLICATE_CLIENT_ORDER_ID;
    }
    final RejectReason reason = OrderChecks.check(market.instrument(), ticket, clock.nowNanos());
    if (reason == null
        && ticket.reduceOnly()
        && reduceOnly.reducible(account, market.handle(), ticket.side()) < ticket.lots()) {
      return RejectReason.REDUCE_ONLY_WOULD_INCREASE;
    }
    return reason;
  }

  /** Why an order would be refused before its margin is looked at; null if it would not. */
  @Nullable RejectReason refusal(OrderTicket ticket, int account, @Nullable Market market) {
    final RejectReason reason = gate(ticket, account, market, ClientOrderIds.Found.NOTHING);
    if (reason != null || market == null) {
      return reason;
    }
    return limit(ticket, market) == PostOnlyRule.REFUSED ? RejectReason.POST_ONLY_WOULD_TAKE : null;
  }

  /** The price at which an order is reserved, or {@link PostOnlyRule#REFUSED}. */
  long limit(OrderTicket ticket, Market market) {
    return execution.limit(
        market,
        ticket.side(),
        ticket.postOnly(),
        ticket.type() == OrderType.MARKET ? market.collar(ticket.side()) : ticket.priceMicros());
  }

  private void enter(OrderTicket ticket, int account, Market market, long content) {
    final long limit = limit(ticket, market);
    if (limit == PostOnlyRule.REFUSED) {
      reject(ticket, RejectReason.POST_ONLY_WOULD_TAKE);
      return;
    }
    final LegReservation inLegs = LegReservation.at(market, ticket.side(), limit);
    if (!Order.isStop(ticket.type())) {
      final RejectReason reason =
          inLegs == null
              ? clearing.reserve(account, market.handle(), ticket.side(), limit, ticket.lots())
              : clearing.legOrders().reserve(account, inLegs.legs(), ticket.lots());
      if (reason != null) {
        outlet.tell(
            new Event.OrderRejected(
                ticket, reason, clearing.requiredMicros(), clearing.availableMicros()));
        return;
      }
    }
    final boolean slid = ticket.type() == OrderType.LIMIT && limit != ticket.priceMicros();
    final Order order =
        accept(slid ? ticket.withPrice(limit) : ticket, account, market, limit, content);
    order.reserved(inLegs);
    execution.start(order);
  }

  /** Accepts a limit order that is reserved at its price; it is still to be set to work. */
  Order accept(OrderTicket ticket, int account, Market market, long content) {
    return accept(ticket, account, market, ticket.priceMicros(), content);
  }

  /** Accepts an order that is reserved, and tells it; it is still to be set to work. */
  private Order accept(OrderTicket ticket, int account, Market market, long limit, long content) {
    final long orderId = owners.assign(account, clock.nowNanos());
    if (!ticket.clOrdId().isEmpty()) {
      clientIds.remember(account, ticket.clOrdId(), content, orderId, clock.nowNanos());
    }
    outlet.tell(new Event.OrderAccepted(orderId, ticket));
    return new Order(
        orderId,
        ticket,
        market,
        account,
        clearing.participantOf(account),
        limit,
        expireTime(ticket));
  }

  private long expireTime(OrderTicket ticket) {
    return switch (ticket.timeInForce()) {
      case DAY -> clock.nextMidnight();
      case GTD -> ticket.expireTimeNanos();
      case GTC, IOC, FOK -> Market.NEVER;
    };
  }

  private void reject(OrderTicket ticket, RejectReason reason) {
    final boolean display = reason == RejectReason.DISPLAY_TOO_SMALL;
    outlet.tell(
        new Event.OrderRejected(
            ticket,
            reason,
            display ? OrderChecks.leastDisplay(ticket.lots()) : 0,
            display ? ticket.displayLots() : 0));
  }
}
