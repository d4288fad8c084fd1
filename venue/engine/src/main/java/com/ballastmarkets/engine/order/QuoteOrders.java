package com.ballastmarkets.engine.order;

import com.ballastmarkets.clearing.ClearingHouse;
import com.ballastmarkets.domain.command.OrderTicket;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.domain.instrument.Instrument;
import com.ballastmarkets.domain.order.CancelReason;
import com.ballastmarkets.engine.market.Market;
import com.ballastmarkets.engine.market.MarketData;
import com.ballastmarkets.engine.output.EventOutlet;
import com.ballastmarkets.engine.output.VenueClock;
import org.jspecify.annotations.Nullable;

/**
 * What a quote does to the orders that are its sides. Each order is a day order with an id of its
 * own, and keeps it while the quote moves.
 *
 * <p>A side is changed in four steps, so that both sides of a quote, and all quotes of a message,
 * can go through each together: {@link #lift} it out of the book, {@link #reserve} its new terms,
 * {@link #move} or {@link #enter} it, {@link #start} it.
 */
public final class QuoteOrders {
  private final ClearingHouse clearing;
  private final OrderOwners owners;
  private final OrderCloser closer;
  private final Execution execution;
  private final MarketData marketData;
  private final VenueClock clock;
  private final EventOutlet outlet;

  QuoteOrders(
      ClearingHouse clearing,
      OrderOwners owners,
      OrderCloser closer,
      Execution execution,
      MarketData marketData,
      VenueClock clock,
      EventOutlet outlet) {
    this.clearing = clearing;
    this.owners = owners;
    this.closer = closer;
    this.execution = execution;
    this.marketData = marketData;
    this.clock = clock;
    this.outlet = outlet;
  }

  /** The first thing that is wrong with a side's size and price, or null. */
  public static @Nullable RejectReason check(Instrument instrument, long priceMicros, long lots) {
    final RejectReason size = OrderChecks.size(instrument, lots);
    return size == null ? OrderChecks.price(instrument, priceMicros) : size;
  }

  /** The price at which a side may enter, null if it may not: it would take. */
  public static @Nullable Long limit(Market market, OrderTicket ticket) {
    final long limit =
        PostOnlyRule.limit(market, ticket.side(), ticket.postOnly(), ticket.priceMicros());
    return limit == PostOnlyRule.REFUSED ? null : (Long) limit;
  }

  /** Whether an order can become what is asked for, rather than give way to another. */
  public static boolean isSameKind(Order order, OrderTicket ticket) {
    return order.market().id() == ticket.marketId()
        && order.postOnly() == ticket.postOnly()
        && order.selfMatchId() == ticket.selfMatchId()
        && order.selfMatchPrevention() == ticket.selfMatchPrevention()
        && order.sessionId() == ticket.sessionId();
  }

  /** Whether an order may stay where it is: no other price, and no more lots. */
  public static boolean keepsPlace(Order order, OrderTicket ticket) {
    return order.isResting()
        && order.limitPrice() == ticket.priceMicros()
        && ticket.lots() <= order.openLots()
        && isSameKind(order, ticket);
  }

  /** Takes an order out of its book; what is reserved for it stays so. */
  public void lift(Order order) {
    if (order.isResting()) {
      order.market().book().remove(order);
      marketData.touch(order.market());
    }
  }

  /**
   * Reserves a side's new terms in the place of its old ones; with a reject, those stay reserved.
   *
   * @param old the order that will have the new terms, null if it is still to be made
   */
  public @Nullable RejectReason reserve(
      int account, Market market, @Nullable Order old, OrderTicket ticket) {
    return old == null
        ? clearing.reserve(
            account, market.handle(), ticket.side(), ticket.priceMicros(), ticket.lots())
        : clearing.replace(
            account,
            market.handle(),
            ticket.side(),
            old.limitPrice(),
            old.openLots(),
            ticket.priceMicros(),
            ticket.lots());
  }

  /** Undoes {@link #reserve}: nothing is reserved for the side, and its old order is gone. */
  public void abandon(int account, Market market, @Nullable Order old, OrderTicket ticket) {
    clearing.release(account, market.handle(), ticket.side(), ticket.priceMicros(), ticket.lots());
    if (old != null) {
      closer.drop(old, CancelReason.QUOTE_REPLACED);
    }
  }

  /** Makes an order of a side whose terms are reserved, and tells it; it matches nothing yet. */
  public Order enter(
      OrderTicket ticket, int account, Market market, Quoted quote, String group, String quoteId) {
    final long orderId = owners.assign(account, clock.nowNanos());
    outlet.tell(
        new Event.QuoteEntered(
            orderId, ticket.accountId(), market.id(), ticket.side(), group, quoteId));
    outlet.tell(new Event.OrderAccepted(orderId, ticket));
    final Order order =
        new Order(
            orderId,
            ticket,
            market,
            account,
            clearing.participantOf(account),
            ticket.priceMicros(),
            clock.nextMidnight());
    order.quoted(quote);
    return order;
  }

  /** Gives a lifted order its new terms, which are reserved, and tells it. */
  public void move(Order order, OrderTicket ticket) {
    order.amend(ticket.priceMicros(), ticket.lots());
    retell(order, ticket, false);
  }

  /** Makes a resting order smaller in its place, or leaves it as it is, which is not told. */
  public void keep(Order order, OrderTicket ticket) {
    final long less = order.openLots() - ticket.lots();
    if (less > 0) {
      order.market().book().reduce(order, less);
      marketData.touch(order.market());
      clearing.release(
          order.account(), order.market().handle(), order.side(), order.limitPrice(), less);
      retell(order, ticket, true);
    }
  }

  private void retell(Order order, OrderTicket ticket, boolean keptPriority) {
    order.replaced("", ticket.priceMicros(), 0, Math.addExact(order.cumLots(), order.openLots()));
    outlet.tell(
        new Event.OrderReplaced(
            order.orderId(),
            order.accountId(),
            order.market().id(),
            "",
            "",
            order.limitPrice(),
            0,
            order.lots(),
            order.openLots(),
            keptPriority));
  }

  /** Sets a side to work that was entered or moved, unless it was closed meanwhile. */
  public void start(Order order) {
    if (order.openLots() > 0) {
      execution.start(order);
    }
  }

  /** Cancels a side, whether it rests or is lifted. */
  public void cancel(Order order, CancelReason reason) {
    closer.cancel(order, reason);
  }
}
