package com.ballastmarkets.protocol.codec;

import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.protocol.sbe.CancelOrderDecoder;
import com.ballastmarkets.protocol.sbe.CancelOrderEncoder;
import com.ballastmarkets.protocol.sbe.MassCancelDecoder;
import com.ballastmarkets.protocol.sbe.MassCancelEncoder;
import com.ballastmarkets.protocol.sbe.MassCancelParticipantDecoder;
import com.ballastmarkets.protocol.sbe.MassCancelParticipantEncoder;
import com.ballastmarkets.protocol.sbe.PlaceOrderDecoder;
import com.ballastmarkets.protocol.sbe.PlaceOrderEncoder;
import com.ballastmarkets.protocol.sbe.ReplaceOrderDecoder;
import com.ballastmarkets.protocol.sbe.ReplaceOrderEncoder;
import com.ballastmarkets.protocol.sbe.SideCode;
import org.jspecify.annotations.Nullable;

/** Commands: orders. */
final class OrderCommandCodec {
  private final PlaceOrderEncoder placeOrderOut = new PlaceOrderEncoder();
  private final PlaceOrderDecoder placeOrderIn = new PlaceOrderDecoder();
  private final CancelOrderEncoder cancelOrderOut = new CancelOrderEncoder();
  private final CancelOrderDecoder cancelOrderIn = new CancelOrderDecoder();
  private final ReplaceOrderEncoder replaceOrderOut = new ReplaceOrderEncoder();
  private final ReplaceOrderDecoder replaceOrderIn = new ReplaceOrderDecoder();
  private final MassCancelEncoder massCancelOut = new MassCancelEncoder();
  private final MassCancelDecoder massCancelIn = new MassCancelDecoder();
  private final MassCancelParticipantEncoder massCancelParticipantOut =
      new MassCancelParticipantEncoder();
  private final MassCancelParticipantDecoder massCancelParticipantIn =
      new MassCancelParticipantDecoder();

  int encode(Command.PlaceOrder message, MessageOut out) {
    placeOrderOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    Blocks.put(placeOrderOut.ticket(), message.ticket());
    out.text(message.ticket().clOrdId(), "clOrdId", placeOrderOut::putClOrdId);
    return placeOrderOut.limit() - out.offset();
  }

  Command.PlaceOrder placeOrder(MessageIn in) {
    placeOrderIn.wrap(
        in.buffer(), in.body(), in.blockLength(PlaceOrderDecoder.BLOCK_LENGTH), in.version());
    final Command.PlaceOrder message =
        new Command.PlaceOrder(
            Blocks.ticket(
                placeOrderIn.ticket(),
                in.text(placeOrderIn.clOrdIdLength(), placeOrderIn::getClOrdId)));
    in.end(placeOrderIn.limit());
    return message;
  }

  int encode(Command.CancelOrder message, MessageOut out) {
    cancelOrderOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    cancelOrderOut.accountId(message.accountId()).orderId(message.orderId());
    out.text(message.origClOrdId(), "origClOrdId", cancelOrderOut::putOrigClOrdId);
    out.text(message.clOrdId(), "clOrdId", cancelOrderOut::putClOrdId);
    return cancelOrderOut.limit() - out.offset();
  }

  Command.CancelOrder cancelOrder(MessageIn in) {
    cancelOrderIn.wrap(
        in.buffer(), in.body(), in.blockLength(CancelOrderDecoder.BLOCK_LENGTH), in.version());
    final Command.CancelOrder message =
        new Command.CancelOrder(
            cancelOrderIn.accountId(),
            cancelOrderIn.orderId(),
            in.text(cancelOrderIn.origClOrdIdLength(), cancelOrderIn::getOrigClOrdId),
            in.text(cancelOrderIn.clOrdIdLength(), cancelOrderIn::getClOrdId));
    in.end(cancelOrderIn.limit());
    return message;
  }

  int encode(Command.ReplaceOrder message, MessageOut out) {
    replaceOrderOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    replaceOrderOut
        .accountId(message.accountId())
        .orderId(message.orderId())
        .priceMicros(message.priceMicros())
        .stopPriceMicros(message.stopPriceMicros())
        .lots(message.lots());
    out.text(message.origClOrdId(), "origClOrdId", replaceOrderOut::putOrigClOrdId);
    out.text(message.clOrdId(), "clOrdId", replaceOrderOut::putClOrdId);
    return replaceOrderOut.limit() - out.offset();
  }

  Command.ReplaceOrder replaceOrder(MessageIn in) {
    replaceOrderIn.wrap(
        in.buffer(), in.body(), in.blockLength(ReplaceOrderDecoder.BLOCK_LENGTH), in.version());
    final Command.ReplaceOrder message =
        new Command.ReplaceOrder(
            replaceOrderIn.accountId(),
            replaceOrderIn.orderId(),
            in.text(replaceOrderIn.origClOrdIdLength(), replaceOrderIn::getOrigClOrdId),
            in.text(replaceOrderIn.clOrdIdLength(), replaceOrderIn::getClOrdId),
            replaceOrderIn.priceMicros(),
            replaceOrderIn.stopPriceMicros(),
            replaceOrderIn.lots());
    in.end(replaceOrderIn.limit());
    return message;
  }

  int encode(Command.MassCancel message, MessageOut out) {
    massCancelOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    massCancelOut
        .accountId(message.accountId())
        .marketId(message.marketId())
        .sessionId(message.sessionId())
        .cause(OrderCodes.code(message.cause()));
    final @Nullable Side side = message.side();
    massCancelOut.side(side == null ? SideCode.NULL_VAL : OrderCodes.code(side));
    out.text(message.clOrdId(), "clOrdId", massCancelOut::putClOrdId);
    return massCancelOut.limit() - out.offset();
  }

  Command.MassCancel massCancel(MessageIn in) {
    massCancelIn.wrap(
        in.buffer(), in.body(), in.blockLength(MassCancelDecoder.BLOCK_LENGTH), in.version());
    final Command.MassCancel message =
        new Command.MassCancel(
            massCancelIn.accountId(),
            massCancelIn.marketId(),
            massCancelIn.side() == SideCode.NULL_VAL ? null : OrderCodes.side(massCancelIn.side()),
            massCancelIn.sessionId(),
            OrderCodes.cause(massCancelIn.cause()),
            in.text(massCancelIn.clOrdIdLength(), massCancelIn::getClOrdId));
    in.end(massCancelIn.limit());
    return message;
  }

  int encode(Command.MassCancelParticipant message, MessageOut out) {
    massCancelParticipantOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    massCancelParticipantOut
        .participantId(message.participantId())
        .marketId(message.marketId())
        .cause(OrderCodes.code(message.cause()));
    final @Nullable Side side = message.side();
    massCancelParticipantOut.side(side == null ? SideCode.NULL_VAL : OrderCodes.code(side));
    out.text(message.clOrdId(), "clOrdId", massCancelParticipantOut::putClOrdId);
    return massCancelParticipantOut.limit() - out.offset();
  }

  Command.MassCancelParticipant massCancelParticipant(MessageIn in) {
    massCancelParticipantIn.wrap(
        in.buffer(),
        in.body(),
        in.blockLength(MassCancelParticipantDecoder.BLOCK_LENGTH),
        in.version());
    final Command.MassCancelParticipant message =
        new Command.MassCancelParticipant(
            massCancelParticipantIn.participantId(),
            massCancelParticipantIn.marketId(),
            massCancelParticipantIn.side() == SideCode.NULL_VAL
                ? null
                : OrderCodes.side(massCancelParticipantIn.side()),
            OrderCodes.cause(massCancelParticipantIn.cause()),
            in.text(massCancelParticipantIn.clOrdIdLength(), massCancelParticipantIn::getClOrdId));
    in.end(massCancelParticipantIn.limit());
    return message;
  }
}
