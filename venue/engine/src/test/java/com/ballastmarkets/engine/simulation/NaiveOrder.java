package com.ballastmarkets.engine.simulation;

import com.ballastmarkets.clearing.LegOrders;
import com.ballastmarkets.clearing.fee.FeeMeter;
import com.ballastmarkets.domain.command.OrderTicket;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.order.OrderType;
import com.ballastmarkets.domain.order.TimeInForce;
import java.util.List;

/** An order with everything in the open. */
final class NaiveOrder {
  final long id;
  final int account;
  final long participant;
  final OrderTicket ticket;
  final FeeMeter meter = new FeeMeter();
  long expires = Long.MAX_VALUE;
  String clOrdId;
  long limit;
  long stop;
  long lots;
  long open;
  long visible;
  long cum;
  long value;
  boolean waiting;

  /** Whether a liquidation placed it. */
  boolean forced;

  /** Of a combo's order: what it has reserved in the legs, and their fee meters. */
  List<LegOrders.Leg> reservation = List.of();

  List<FeeMeter> legMeters = List.of();

  /** Where it stands in its queue: lower is earlier. */
  long rank;

  NaiveOrder(long id, int account, long participant, OrderTicket ticket, long limit) {
    this.id = id;
    this.account = account;
    this.participant = participant;
    this.ticket = ticket;
    this.clOrdId = ticket.clOrdId();
    this.limit = limit;
    this.stop = ticket.stopPriceMicros();
    this.lots = ticket.lots();
    this.open = lots;
    this.waiting = ticket.type() == OrderType.STOP || ticket.type() == OrderType.STOP_LIMIT;
  }

  int sign() {
    return ticket.side().sign();
  }

  void show() {
    visible = ticket.displayLots() > 0 ? Math.min(ticket.displayLots(), open) : open;
  }

  boolean isImmediate() {
    return ticket.type() == OrderType.MARKET
        || ticket.type() == OrderType.STOP
        || ticket.timeInForce() == TimeInForce.IOC
        || ticket.timeInForce() == TimeInForce.FOK;
  }

  boolean isOwnOf(NaiveOrder other) {
    final long a = ticket.selfMatchId();
    final long b = other.ticket.selfMatchId();
    return participant == other.participant && (a == 0 || b == 0 || a == b);
  }

  Event replaced(String origClOrdId, boolean kept) {
    return new Event.OrderReplaced(
        id,
        ticket.accountId(),
        ticket.marketId(),
        clOrdId,
        origClOrdId,
        limit,
        stop,
        lots,
        open,
        kept);
  }
}
