package com.ballastmarkets.engine.order;

import com.ballastmarkets.clearing.ClearingHouse;
import com.ballastmarkets.domain.command.OrderTicket;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.order.SelfMatchPrevention;
import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.domain.order.TimeInForce;
import com.ballastmarkets.engine.market.Market;
import com.ballastmarkets.engine.output.EventOutlet;
import com.ballastmarkets.engine.output.VenueClock;

/**
 * The orders of a liquidation: IOC, told as any other, by nobody's request. Nobody can hold them up
 * with orders of the same participant: those are cancelled out of the way. Their trades are not a
 * last trade to the mark.
 */
public final class ForcedOrders {
  /** No price on the grid is both good enough and inside the band. */
  public static final long NO_PRICE = -1;

  private final ClearingHouse clearing;
  private final OrderOwners owners;
  private final Execution execution;
  private final VenueClock clock;
  private final EventOutlet outlet;

  ForcedOrders(
      ClearingHouse clearing,
      OrderOwners owners,
      Execution execution,
      VenueClock clock,
      EventOutlet outlet) {
    this.clearing = clearing;
    this.owners = owners;
    this.execution = execution;
    this.clock = clock;
    this.outlet = outlet;
  }

  /**
   * What became of an order.
   *
   * @param orderId 0 if there was none
   */
  public record Outcome(long orderId, long filledLots) {
    /** Nothing was offered. */
    public static final Outcome NONE = new Outcome(0, 0);
  }

  /** A limit no worse than a price, on the grid and inside the band, or {@link #NO_PRICE}. */
  public static long limit(Market market, Side side, long worstPriceMicros) {
    final long collar = market.collar(side);
    final long limit =
        switch (side) {
          case BUY -> Math.min(market.instrument().ticks().atOrBelow(worstPriceMicros), collar);
          case SELL -> Math.max(market.instrument().ticks().atOrAbove(worstPriceMicros), collar);
        };
    return market.isInBand(limit) && market.instrument().isTradable(limit) ? limit : NO_PRICE;
  }

  /** Places an order that reduces the account's position. */
  public Outcome place(int account, Market market, Side side, long limitMicros, long lots) {
    final OrderTicket ticket =
        OrderTicket.of(clearing.accountId(account), market.id(), side, lots)
            .limit(limitMicros)
            .timeInForce(TimeInForce.IOC)
            .selfMatch(0, SelfMatchPrevention.CANCEL_OLDEST)
            .build();
    clearing.takeovers().reserve(account, market.handle(), side, limitMicros, lots);
    final long orderId = owners.assign(account, clock.nowNanos());
    outlet.tell(new Event.OrderAccepted(orderId, ticket));
    final Order order =
        new Order(
            orderId,
            ticket,
            market,
            account,
            clearing.participantOf(account),
            limitMicros,
            Market.NEVER);
    order.forced();
    execution.start(order);
    return new Outcome(orderId, order.cumLots());
  }
}
