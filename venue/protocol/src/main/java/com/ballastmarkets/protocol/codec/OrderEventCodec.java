package com.ballastmarkets.protocol.codec;

import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.protocol.sbe.CancelRejectedDecoder;
import com.ballastmarkets.protocol.sbe.CancelRejectedEncoder;
import com.ballastmarkets.protocol.sbe.MassCanceledDecoder;
import com.ballastmarkets.protocol.sbe.MassCanceledEncoder;
import com.ballastmarkets.protocol.sbe.OrderAcceptedDecoder;
import com.ballastmarkets.protocol.sbe.OrderAcceptedEncoder;
import com.ballastmarkets.protocol.sbe.OrderCanceledDecoder;
import com.ballastmarkets.protocol.sbe.OrderCanceledEncoder;
import com.ballastmarkets.protocol.sbe.OrderRejectedDecoder;
import com.ballastmarkets.protocol.sbe.OrderRejectedEncoder;
import com.ballastmarkets.protocol.sbe.OrderRepeatedDecoder;
import com.ballastmarkets.protocol.sbe.OrderRepeatedEncoder;
import com.ballastmarkets.protocol.sbe.OrderReplacedDecoder;
import com.ballastmarkets.protocol.sbe.OrderReplacedEncoder;
import com.ballastmarkets.protocol.sbe.OrderTriggeredDecoder;
import com.ballastmarkets.protocol.sbe.OrderTriggeredEncoder;
import com.ballastmarkets.protocol.sbe.ReplaceRejectedDecoder;
import com.ballastmarkets.protocol.sbe.ReplaceRejectedEncoder;
import com.ballastmarkets.protocol.sbe.TradeDecoder;
import com.ballastmarkets.protocol.sbe.TradeEncoder;

/** Events: orders. */
final class OrderEventCodec {
  private final OrderAcceptedEncoder orderAcceptedOut = new OrderAcceptedEncoder();
  private final OrderAcceptedDecoder orderAcceptedIn = new OrderAcceptedDecoder();
  private final OrderRejectedEncoder orderRejectedOut = new OrderRejectedEncoder();
  private final OrderRejectedDecoder orderRejectedIn = new OrderRejectedDecoder();
  private final OrderRepeatedEncoder orderRepeatedOut = new OrderRepeatedEncoder();
  private final OrderRepeatedDecoder orderRepeatedIn = new OrderRepeatedDecoder();
  private final OrderTriggeredEncoder orderTriggeredOut = new OrderTriggeredEncoder();
  private final OrderTriggeredDecoder orderTriggeredIn = new OrderTriggeredDecoder();
  private final OrderReplacedEncoder orderReplacedOut = new OrderReplacedEncoder();
  private final OrderReplacedDecoder orderReplacedIn = new OrderReplacedDecoder();
  private final ReplaceRejectedEncoder replaceRejectedOut = new ReplaceRejectedEncoder();
  private final ReplaceRejectedDecoder replaceRejectedIn = new ReplaceRejectedDecoder();
  private final OrderCanceledEncoder orderCanceledOut = new OrderCanceledEncoder();
  private final OrderCanceledDecoder orderCanceledIn = new OrderCanceledDecoder();
  private final CancelRejectedEncoder cancelRejectedOut = new CancelRejectedEncoder();
  private final CancelRejectedDecoder cancelRejectedIn = new CancelRejectedDecoder();
  private final MassCanceledEncoder massCanceledOut = new MassCanceledEncoder();
  private final MassCanceledDecoder massCanceledIn = new MassCanceledDecoder();
  private final TradeEncoder tradeOut = new TradeEncoder();
  private final TradeDecoder tradeIn = new TradeDecoder();

  int encode(Event.OrderAccepted message, MessageOut out) {
    orderAcceptedOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    orderAcceptedOut.orderId(message.orderId());
    Blocks.put(orderAcceptedOut.ticket(), message.ticket());
    out.text(message.ticket().clOrdId(), "clOrdId", orderAcceptedOut::putClOrdId);
    return orderAcceptedOut.limit() - out.offset();
  }

  Event.OrderAccepted orderAccepted(MessageIn in) {
    orderAcceptedIn.wrap(
        in.buffer(), in.body(), in.blockLength(OrderAcceptedDecoder.BLOCK_LENGTH), in.version());
    final Event.OrderAccepted message =
        new Event.OrderAccepted(
            orderAcceptedIn.orderId(),
            Blocks.ticket(
                orderAcceptedIn.ticket(),
                in.text(orderAcceptedIn.clOrdIdLength(), orderAcceptedIn::getClOrdId)));
    in.end(orderAcceptedIn.limit());
    return message;
  }

  int encode(Event.OrderRejected message, MessageOut out) {
    orderRejectedOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    orderRejectedOut
        .reason(ReasonCodes.code(message.reason()))
        .requiredMicros(message.requiredMicros())
        .availableMicros(message.availableMicros());
    Blocks.put(orderRejectedOut.ticket(), message.ticket());
    out.text(message.ticket().clOrdId(), "clOrdId", orderRejectedOut::putClOrdId);
    return orderRejectedOut.limit() - out.offset();
  }

  Event.OrderRejected orderRejected(MessageIn in) {
    orderRejectedIn.wrap(
        in.buffer(), in.body(), in.blockLength(OrderRejectedDecoder.BLOCK_LENGTH), in.version());
    final Event.OrderRejected message =
        new Event.OrderRejected(
            Blocks.ticket(
                orderRejectedIn.ticket(),
                in.text(orderRejectedIn.clOrdIdLength(), orderRejectedIn::getClOrdId)),
            ReasonCodes.rejectReason(orderRejectedIn.reason()),
            orderRejectedIn.requiredMicros(),
            orderRejectedIn.availableMicros());
    in.end(orderRejectedIn.limit());
    return message;
  }

  int encode(Event.OrderRepeated message, MessageOut out) {
    orderRepeatedOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    orderRepeatedOut.orderId(message.orderId());
    Blocks.put(orderRepeatedOut.ticket(), message.ticket());
    out.text(message.ticket().clOrdId(), "clOrdId", orderRepeatedOut::putClOrdId);
    return orderRepeatedOut.limit() - out.offset();
  }

  Event.OrderRepeated orderRepeated(MessageIn in) {
    orderRepeatedIn.wrap(
        in.buffer(), in.body(), in.blockLength(OrderRepeatedDecoder.BLOCK_LENGTH), in.version());
    final Event.OrderRepeated message =
        new Event.OrderRepeated(
            orderRepeatedIn.orderId(),
            Blocks.ticket(
                orderRepeatedIn.ticket(),
                in.text(orderRepeatedIn.clOrdIdLength(), orderRepeatedIn::getClOrdId)));
    in.end(orderRepeatedIn.limit());
    return message;
  }

  int encode(Event.OrderTriggered message, MessageOut out) {
    orderTriggeredOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    orderTriggeredOut
        .orderId(message.orderId())
        .accountId(message.accountId())
        .marketId(message.marketId());
    return orderTriggeredOut.limit() - out.offset();
  }

  Event.OrderTriggered orderTriggered(MessageIn in) {
    orderTriggeredIn.wrap(
        in.buffer(), in.body(), in.blockLength(OrderTriggeredDecoder.BLOCK_LENGTH), in.version());
    final Event.OrderTriggered message =
        new Event.OrderTriggered(
            orderTriggeredIn.orderId(), orderTriggeredIn.accountId(), orderTriggeredIn.marketId());
    in.end(orderTriggeredIn.limit());
    return message;
  }

  int encode(Event.OrderReplaced message, MessageOut out) {
    orderReplacedOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    orderReplacedOut
        .orderId(message.orderId())
        .accountId(message.accountId())
        .marketId(message.marketId())
        .priceMicros(message.priceMicros())
        .stopPriceMicros(message.stopPriceMicros())
        .lots(message.lots())
        .leavesLots(message.leavesLots())
        .keptPriority(Flags.code(message.keptPriority()));
    out.text(message.clOrdId(), "clOrdId", orderReplacedOut::putClOrdId);
    out.text(message.origClOrdId(), "origClOrdId", orderReplacedOut::putOrigClOrdId);
    return orderReplacedOut.limit() - out.offset();
  }

  Event.OrderReplaced orderReplaced(MessageIn in) {
    orderReplacedIn.wrap(
        in.buffer(), in.body(), in.blockLength(OrderReplacedDecoder.BLOCK_LENGTH), in.version());
    final Event.OrderReplaced message =
        new Event.OrderReplaced(
            orderReplacedIn.orderId(),
            orderReplacedIn.accountId(),
            orderReplacedIn.marketId(),
            in.text(orderReplacedIn.clOrdIdLength(), orderReplacedIn::getClOrdId),
            in.text(orderReplacedIn.origClOrdIdLength(), orderReplacedIn::getOrigClOrdId),
            orderReplacedIn.priceMicros(),
            orderReplacedIn.stopPriceMicros(),
            orderReplacedIn.lots(),
            orderReplacedIn.leavesLots(),
            Flags.flag(orderReplacedIn.keptPriority()));
    in.end(orderReplacedIn.limit());
    return message;
  }

  int encode(Event.ReplaceRejected message, MessageOut out) {
    replaceRejectedOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    replaceRejectedOut
        .accountId(message.accountId())
        .orderId(message.orderId())
        .reason(ReasonCodes.code(message.reason()))
        .requiredMicros(message.requiredMicros())
        .availableMicros(message.availableMicros());
    out.text(message.clOrdId(), "clOrdId", replaceRejectedOut::putClOrdId);
    out.text(message.origClOrdId(), "origClOrdId", replaceRejectedOut::putOrigClOrdId);
    return replaceRejectedOut.limit() - out.offset();
  }

  Event.ReplaceRejected replaceRejected(MessageIn in) {
    replaceRejectedIn.wrap(
        in.buffer(), in.body(), in.blockLength(ReplaceRejectedDecoder.BLOCK_LENGTH), in.version());
    final Event.ReplaceRejected message =
        new Event.ReplaceRejected(
            replaceRejectedIn.accountId(),
            replaceRejectedIn.orderId(),
            in.text(replaceRejectedIn.clOrdIdLength(), replaceRejectedIn::getClOrdId),
            in.text(replaceRejectedIn.origClOrdIdLength(), replaceRejectedIn::getOrigClOrdId),
            ReasonCodes.rejectReason(replaceRejectedIn.reason()),
            replaceRejectedIn.requiredMicros(),
            replaceRejectedIn.availableMicros());
    in.end(replaceRejectedIn.limit());
    return message;
  }

  int encode(Event.OrderCanceled message, MessageOut out) {
    orderCanceledOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    orderCanceledOut
        .orderId(message.orderId())
        .accountId(message.accountId())
        .marketId(message.marketId())
        .lots(message.lots())
        .reason(ReasonCodes.code(message.reason()));
    out.text(message.clOrdId(), "clOrdId", orderCanceledOut::putClOrdId);
    return orderCanceledOut.limit() - out.offset();
  }

  Event.OrderCanceled orderCanceled(MessageIn in) {
    orderCanceledIn.wrap(
        in.buffer(), in.body(), in.blockLength(OrderCanceledDecoder.BLOCK_LENGTH), in.version());
    final Event.OrderCanceled message =
        new Event.OrderCanceled(
            orderCanceledIn.orderId(),
            orderCanceledIn.accountId(),
            orderCanceledIn.marketId(),
            in.text(orderCanceledIn.clOrdIdLength(), orderCanceledIn::getClOrdId),
            orderCanceledIn.lots(),
            ReasonCodes.cancelReason(orderCanceledIn.reason()));
    in.end(orderCanceledIn.limit());
    return message;
  }

  int encode(Event.CancelRejected message, MessageOut out) {
    cancelRejectedOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    cancelRejectedOut
        .accountId(message.accountId())
        .orderId(message.orderId())
        .reason(ReasonCodes.code(message.reason()));
    out.text(message.clOrdId(), "clOrdId", cancelRejectedOut::putClOrdId);
    out.text(message.origClOrdId(), "origClOrdId", cancelRejectedOut::putOrigClOrdId);
    return cancelRejectedOut.limit() - out.offset();
  }

  Event.CancelRejected cancelRejected(MessageIn in) {
    cancelRejectedIn.wrap(
        in.buffer(), in.body(), in.blockLength(CancelRejectedDecoder.BLOCK_LENGTH), in.version());
    final Event.CancelRejected message =
        new Event.CancelRejected(
            cancelRejectedIn.accountId(),
            cancelRejectedIn.orderId(),
            in.text(cancelRejectedIn.clOrdIdLength(), cancelRejectedIn::getClOrdId),
            in.text(cancelRejectedIn.origClOrdIdLength(), cancelRejectedIn::getOrigClOrdId),
            ReasonCodes.rejectReason(cancelRejectedIn.reason()));
    in.end(cancelRejectedIn.limit());
    return message;
  }

  int encode(Event.MassCanceled message, MessageOut out) {
    massCanceledOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    massCanceledOut
        .accountId(message.accountId())
        .marketId(message.marketId())
        .orders(message.orders());
    out.text(message.clOrdId(), "clOrdId", massCanceledOut::putClOrdId);
    return massCanceledOut.limit() - out.offset();
  }

  Event.MassCanceled massCanceled(MessageIn in) {
    massCanceledIn.wrap(
        in.buffer(), in.body(), in.blockLength(MassCanceledDecoder.BLOCK_LENGTH), in.version());
    final Event.MassCanceled message =
        new Event.MassCanceled(
            massCanceledIn.accountId(),
            massCanceledIn.marketId(),
            in.text(massCanceledIn.clOrdIdLength(), massCanceledIn::getClOrdId),
            massCanceledIn.orders());
    in.end(massCanceledIn.limit());
    return message;
  }

  int encode(Event.Trade message, MessageOut out) {
    tradeOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    tradeOut
        .tradeId(message.tradeId())
        .marketId(message.marketId())
        .priceMicros(message.priceMicros())
        .lots(message.lots())
        .auction(Flags.code(message.auction()));
    Blocks.put(tradeOut.maker(), message.maker());
    Blocks.put(tradeOut.taker(), message.taker());
    return tradeOut.limit() - out.offset();
  }

  Event.Trade trade(MessageIn in) {
    tradeIn.wrap(in.buffer(), in.body(), in.blockLength(TradeDecoder.BLOCK_LENGTH), in.version());
    final Event.Trade message =
        new Event.Trade(
            tradeIn.tradeId(),
            tradeIn.marketId(),
            tradeIn.priceMicros(),
            tradeIn.lots(),
            Blocks.fill(tradeIn.maker()),
            Blocks.fill(tradeIn.taker()),
            Flags.flag(tradeIn.auction()));
    in.end(tradeIn.limit());
    return message;
  }
}
