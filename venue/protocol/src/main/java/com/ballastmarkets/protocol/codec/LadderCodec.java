package com.ballastmarkets.protocol.codec;

import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.command.OrderTicket;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.protocol.sbe.LadderPlacedDecoder;
import com.ballastmarkets.protocol.sbe.LadderPlacedEncoder;
import com.ballastmarkets.protocol.sbe.LadderRejectedDecoder;
import com.ballastmarkets.protocol.sbe.LadderRejectedEncoder;
import com.ballastmarkets.protocol.sbe.PlaceLadderDecoder;
import com.ballastmarkets.protocol.sbe.PlaceLadderEncoder;
import java.util.ArrayList;
import java.util.List;

/** Commands and events: ladders. */
final class LadderCodec {
  private final PlaceLadderEncoder placeLadderOut = new PlaceLadderEncoder();
  private final PlaceLadderDecoder placeLadderIn = new PlaceLadderDecoder();
  private final LadderPlacedEncoder ladderPlacedOut = new LadderPlacedEncoder();
  private final LadderPlacedDecoder ladderPlacedIn = new LadderPlacedDecoder();
  private final LadderRejectedEncoder ladderRejectedOut = new LadderRejectedEncoder();
  private final LadderRejectedDecoder ladderRejectedIn = new LadderRejectedDecoder();

  int encode(Command.PlaceLadder message, MessageOut out) {
    placeLadderOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    placeLadderOut.accountId(message.accountId());
    final PlaceLadderEncoder.OrdersEncoder group =
        placeLadderOut.ordersCount(message.orders().size());
    for (final OrderTicket ticket : message.orders()) {
      Blocks.put(group.next().ticket(), ticket);
      out.text(ticket.clOrdId(), "clOrdId", group::putClOrdId);
    }
    out.text(message.listId(), "listId", placeLadderOut::putListId);
    return placeLadderOut.limit() - out.offset();
  }

  Command.PlaceLadder placeLadder(MessageIn in) {
    placeLadderIn.wrap(
        in.buffer(), in.body(), in.blockLength(PlaceLadderDecoder.BLOCK_LENGTH), in.version());
    final long accountId = placeLadderIn.accountId();
    final List<OrderTicket> orders = new ArrayList<>();
    for (final PlaceLadderDecoder.OrdersDecoder order : placeLadderIn.orders()) {
      orders.add(Blocks.ticket(order.ticket(), in.text(order.clOrdIdLength(), order::getClOrdId)));
    }
    final Command.PlaceLadder message =
        new Command.PlaceLadder(
            accountId, in.text(placeLadderIn.listIdLength(), placeLadderIn::getListId), orders);
    in.end(placeLadderIn.limit());
    return message;
  }

  int encode(Event.LadderPlaced message, MessageOut out) {
    ladderPlacedOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    ladderPlacedOut
        .accountId(message.accountId())
        .marketId(message.marketId())
        .firstOrderId(message.firstOrderId())
        .orders(message.orders())
        .repeated(Flags.code(message.repeated()));
    out.text(message.listId(), "listId", ladderPlacedOut::putListId);
    return ladderPlacedOut.limit() - out.offset();
  }

  Event.LadderPlaced ladderPlaced(MessageIn in) {
    ladderPlacedIn.wrap(
        in.buffer(), in.body(), in.blockLength(LadderPlacedDecoder.BLOCK_LENGTH), in.version());
    final Event.LadderPlaced message =
        new Event.LadderPlaced(
            ladderPlacedIn.accountId(),
            in.text(ladderPlacedIn.listIdLength(), ladderPlacedIn::getListId),
            ladderPlacedIn.marketId(),
            ladderPlacedIn.firstOrderId(),
            ladderPlacedIn.orders(),
            Flags.flag(ladderPlacedIn.repeated()));
    in.end(ladderPlacedIn.limit());
    return message;
  }

  int encode(Event.LadderRejected message, MessageOut out) {
    ladderRejectedOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    ladderRejectedOut
        .accountId(message.accountId())
        .marketId(message.marketId())
        .position(message.position())
        .reason(ReasonCodes.code(message.reason()))
        .requiredMicros(message.requiredMicros())
        .availableMicros(message.availableMicros());
    out.text(message.listId(), "listId", ladderRejectedOut::putListId);
    return ladderRejectedOut.limit() - out.offset();
  }

  Event.LadderRejected ladderRejected(MessageIn in) {
    ladderRejectedIn.wrap(
        in.buffer(), in.body(), in.blockLength(LadderRejectedDecoder.BLOCK_LENGTH), in.version());
    final Event.LadderRejected message =
        new Event.LadderRejected(
            ladderRejectedIn.accountId(),
            in.text(ladderRejectedIn.listIdLength(), ladderRejectedIn::getListId),
            ladderRejectedIn.marketId(),
            ladderRejectedIn.position(),
            ReasonCodes.rejectReason(ladderRejectedIn.reason()),
            ladderRejectedIn.requiredMicros(),
            ladderRejectedIn.availableMicros());
    in.end(ladderRejectedIn.limit());
    return message;
  }
}
