package com.ballastmarkets.protocol.codec;

import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.protocol.sbe.CommandRejectedDecoder;
import com.ballastmarkets.protocol.sbe.CommandRejectedEncoder;
import com.ballastmarkets.protocol.sbe.NothingToDoDecoder;
import com.ballastmarkets.protocol.sbe.NothingToDoEncoder;

/** Events: answers. */
final class AnswerEventCodec {
  private final CommandRejectedEncoder commandRejectedOut = new CommandRejectedEncoder();
  private final CommandRejectedDecoder commandRejectedIn = new CommandRejectedDecoder();
  private final NothingToDoEncoder nothingToDoOut = new NothingToDoEncoder();
  private final NothingToDoDecoder nothingToDoIn = new NothingToDoDecoder();

  int encode(Event.CommandRejected message, MessageOut out) {
    commandRejectedOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    commandRejectedOut
        .reason(ReasonCodes.code(message.reason()))
        .requiredMicros(message.requiredMicros())
        .availableMicros(message.availableMicros());
    return commandRejectedOut.limit() - out.offset();
  }

  Event.CommandRejected commandRejected(MessageIn in) {
    commandRejectedIn.wrap(
        in.buffer(), in.body(), in.blockLength(CommandRejectedDecoder.BLOCK_LENGTH), in.version());
    final Event.CommandRejected message =
        new Event.CommandRejected(
            ReasonCodes.rejectReason(commandRejectedIn.reason()),
            commandRejectedIn.requiredMicros(),
            commandRejectedIn.availableMicros());
    in.end(commandRejectedIn.limit());
    return message;
  }

  int encode(Event.NothingToDo message, MessageOut out) {
    nothingToDoOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    return nothingToDoOut.limit() - out.offset();
  }

  Event.NothingToDo nothingToDo(MessageIn in) {
    nothingToDoIn.wrap(
        in.buffer(), in.body(), in.blockLength(NothingToDoDecoder.BLOCK_LENGTH), in.version());
    final Event.NothingToDo message = new Event.NothingToDo();
    in.end(nothingToDoIn.limit());
    return message;
  }
}
