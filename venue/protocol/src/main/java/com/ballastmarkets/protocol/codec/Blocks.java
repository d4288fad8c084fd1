package com.ballastmarkets.protocol.codec;

import com.ballastmarkets.domain.command.OrderTicket;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.protocol.sbe.FillBlockDecoder;
import com.ballastmarkets.protocol.sbe.FillBlockEncoder;
import com.ballastmarkets.protocol.sbe.TicketBlockDecoder;
import com.ballastmarkets.protocol.sbe.TicketBlockEncoder;

/** The blocks that several messages share: an order ticket, a side of a trade. */
final class Blocks {
  private Blocks() {}

  /** All but the client order id, which stands at the message's end. */
  static void put(TicketBlockEncoder out, OrderTicket ticket) {
    out.accountId(ticket.accountId())
        .marketId(ticket.marketId())
        .side(OrderCodes.code(ticket.side()))
        .type(OrderCodes.code(ticket.type()))
        .timeInForce(OrderCodes.code(ticket.timeInForce()))
        .priceMicros(ticket.priceMicros())
        .stopPriceMicros(ticket.stopPriceMicros())
        .lots(ticket.lots())
        .expireTimeNanos(ticket.expireTimeNanos())
        .postOnly(OrderCodes.code(ticket.postOnly()))
        .reduceOnly(Flags.code(ticket.reduceOnly()))
        .displayLots(ticket.displayLots())
        .minLots(ticket.minLots())
        .selfMatchId(ticket.selfMatchId())
        .selfMatchPrevention(OrderCodes.code(ticket.selfMatchPrevention()))
        .cancelOnHalt(Flags.code(ticket.cancelOnHalt()))
        .sessionId(ticket.sessionId());
  }

  static OrderTicket ticket(TicketBlockDecoder in, String clOrdId) {
    return new OrderTicket(
        in.accountId(),
        clOrdId,
        in.marketId(),
        OrderCodes.side(in.side()),
        OrderCodes.orderType(in.type()),
        OrderCodes.timeInForce(in.timeInForce()),
        in.priceMicros(),
        in.stopPriceMicros(),
        in.lots(),
        in.expireTimeNanos(),
        OrderCodes.postOnly(in.postOnly()),
        Flags.flag(in.reduceOnly()),
        in.displayLots(),
        in.minLots(),
        in.selfMatchId(),
        OrderCodes.selfMatchPrevention(in.selfMatchPrevention()),
        Flags.flag(in.cancelOnHalt()),
        in.sessionId());
  }

  static void put(FillBlockEncoder out, Event.Fill fill) {
    out.orderId(fill.orderId())
        .accountId(fill.accountId())
        .side(OrderCodes.code(fill.side()))
        .feeMicros(fill.feeMicros())
        .cumLots(fill.cumLots())
        .leavesLots(fill.leavesLots())
        .cumValueMicros(fill.cumValueMicros());
  }

  static Event.Fill fill(FillBlockDecoder in) {
    return new Event.Fill(
        in.orderId(),
        in.accountId(),
        OrderCodes.side(in.side()),
        in.feeMicros(),
        in.cumLots(),
        in.leavesLots(),
        in.cumValueMicros());
  }
}
