package com.ballastmarkets.engine.order;

import com.ballastmarkets.domain.command.OrderTicket;
import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.domain.instrument.Contract;
import com.ballastmarkets.domain.instrument.Instrument;
import com.ballastmarkets.domain.instrument.MarketState;
import com.ballastmarkets.domain.order.OrderType;
import com.ballastmarkets.domain.order.PostOnly;
import com.ballastmarkets.domain.order.TimeInForce;
import com.ballastmarkets.engine.market.Market;
import org.jspecify.annotations.Nullable;

/**
 * What can be said of an order without its account's money, in the order of {@link RejectReason}.
 */
final class OrderChecks {
  /** In so many slices an iceberg may be shown: each can be a trade of its own in one step. */
  static final long MAX_SLICES = 500;

  private OrderChecks() {}

  /** Whether the phase takes such an order: while an auction collects, none that must match now. */
  static boolean isTaken(Market market, OrderTicket ticket) {
    return market.state().acceptsOrders()
        && (market.state() != MarketState.AUCTION || !isImmediate(ticket));
  }

  /** The first thing that is wrong with size, prices, times and attributes, or null. */
  static @Nullable RejectReason check(Instrument instrument, OrderTicket ticket, long nowNanos) {
    RejectReason reason = size(instrument, ticket.lots());
    if (reason == null && isPriced(ticket.type())) {
      reason = price(instrument, ticket.priceMicros());
    }
    if (reason == null
        && Order.isStop(ticket.type())
        && !instrument.isTradable(ticket.stopPriceMicros())) {
      reason = RejectReason.INVALID_STOP_PRICE;
    }
    if (reason == null && instrument.contract() instanceof Contract.Combo && !isForCombos(ticket)) {
      return RejectReason.COMBO_ORDER_UNSUPPORTED;
    }
    return reason == null ? attributes(ticket, nowNanos) : reason;
  }

  private static boolean isForCombos(OrderTicket ticket) {
    return !Order.isStop(ticket.type())
        && !ticket.reduceOnly()
        && ticket.displayLots() == 0
        && ticket.minLots() == 0;
  }

  /** The least that an iceberg of this size may show. */
  static long leastDisplay(long lots) {
    return Math.ceilDiv(lots, MAX_SLICES);
  }

  static @Nullable RejectReason size(Instrument instrument, long lots) {
    if (lots < 1) {
      return RejectReason.ORDER_SIZE_TOO_SMALL;
    }
    return lots > instrument.maxOrderLots() ? RejectReason.ORDER_SIZE_TOO_LARGE : null;
  }

  static @Nullable RejectReason price(Instrument instrument, long priceMicros) {
    if (priceMicros < instrument.contract().loMicros()
        || priceMicros > instrument.contract().hiMicros()) {
      return RejectReason.PRICE_OUT_OF_RANGE;
    }
    return instrument.ticks().isOnGrid(priceMicros) ? null : RejectReason.PRICE_OFF_TICK;
  }

  private static @Nullable RejectReason attributes(OrderTicket ticket, long nowNanos) {
    if (ticket.timeInForce() == TimeInForce.GTD && ticket.expireTimeNanos() <= nowNanos) {
      return RejectReason.INVALID_EXPIRE_TIME;
    }
    final boolean immediate = isImmediate(ticket);
    final boolean neverRests = immediate || ticket.type() == OrderType.STOP;
    if (ticket.displayLots() < 0 || (ticket.displayLots() > 0 && neverRests)) {
      return RejectReason.INVALID_DISPLAY_SIZE;
    }
    if (ticket.displayLots() > 0 && ticket.displayLots() < leastDisplay(ticket.lots())) {
      return RejectReason.DISPLAY_TOO_SMALL;
    }
    if (ticket.minLots() < 0
        || ticket.minLots() > ticket.lots()
        || (ticket.minLots() > 0 && !immediate)) {
      return RejectReason.INVALID_MINIMUM_SIZE;
    }
    final boolean stop = Order.isStop(ticket.type());
    final boolean postOnly = ticket.postOnly() != PostOnly.NONE;
    if ((postOnly && (immediate || stop)) || (stop && immediate)) {
      return RejectReason.INVALID_ORDER;
    }
    return null;
  }

  private static boolean isPriced(OrderType type) {
    return type == OrderType.LIMIT || type == OrderType.STOP_LIMIT;
  }

  private static boolean isImmediate(OrderTicket ticket) {
    return ticket.type() == OrderType.MARKET
        || ticket.timeInForce() == TimeInForce.IOC
        || ticket.timeInForce() == TimeInForce.FOK;
  }
}
