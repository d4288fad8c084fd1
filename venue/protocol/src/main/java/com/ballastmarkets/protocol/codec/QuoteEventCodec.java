package com.ballastmarkets.protocol.codec;

import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.domain.quote.QuoteAnswer;
import com.ballastmarkets.protocol.sbe.MassQuoteRejectedDecoder;
import com.ballastmarkets.protocol.sbe.MassQuoteRejectedEncoder;
import com.ballastmarkets.protocol.sbe.MassQuoteRepeatedDecoder;
import com.ballastmarkets.protocol.sbe.MassQuoteRepeatedEncoder;
import com.ballastmarkets.protocol.sbe.MassQuoteTakenDecoder;
import com.ballastmarkets.protocol.sbe.MassQuoteTakenEncoder;
import com.ballastmarkets.protocol.sbe.QuoteEnteredDecoder;
import com.ballastmarkets.protocol.sbe.QuoteEnteredEncoder;
import com.ballastmarkets.protocol.sbe.QuotesCanceledDecoder;
import com.ballastmarkets.protocol.sbe.QuotesCanceledEncoder;
import com.ballastmarkets.protocol.sbe.RejectReasonCode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events: quotes. */
final class QuoteEventCodec {
  private final QuoteEnteredEncoder quoteEnteredOut = new QuoteEnteredEncoder();
  private final QuoteEnteredDecoder quoteEnteredIn = new QuoteEnteredDecoder();
  private final MassQuoteTakenEncoder massQuoteTakenOut = new MassQuoteTakenEncoder();
  private final MassQuoteTakenDecoder massQuoteTakenIn = new MassQuoteTakenDecoder();
  private final MassQuoteRejectedEncoder massQuoteRejectedOut = new MassQuoteRejectedEncoder();
  private final MassQuoteRejectedDecoder massQuoteRejectedIn = new MassQuoteRejectedDecoder();
  private final MassQuoteRepeatedEncoder massQuoteRepeatedOut = new MassQuoteRepeatedEncoder();
  private final MassQuoteRepeatedDecoder massQuoteRepeatedIn = new MassQuoteRepeatedDecoder();
  private final QuotesCanceledEncoder quotesCanceledOut = new QuotesCanceledEncoder();
  private final QuotesCanceledDecoder quotesCanceledIn = new QuotesCanceledDecoder();

  int encode(Event.QuoteEntered message, MessageOut out) {
    quoteEnteredOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    quoteEnteredOut
        .orderId(message.orderId())
        .accountId(message.accountId())
        .marketId(message.marketId())
        .side(OrderCodes.code(message.side()));
    out.text(message.quoteGroup(), "quoteGroup", quoteEnteredOut::putQuoteGroup);
    out.text(message.quoteId(), "quoteId", quoteEnteredOut::putQuoteId);
    return quoteEnteredOut.limit() - out.offset();
  }

  Event.QuoteEntered quoteEntered(MessageIn in) {
    quoteEnteredIn.wrap(
        in.buffer(), in.body(), in.blockLength(QuoteEnteredDecoder.BLOCK_LENGTH), in.version());
    final Event.QuoteEntered message =
        new Event.QuoteEntered(
            quoteEnteredIn.orderId(),
            quoteEnteredIn.accountId(),
            quoteEnteredIn.marketId(),
            OrderCodes.side(quoteEnteredIn.side()),
            in.text(quoteEnteredIn.quoteGroupLength(), quoteEnteredIn::getQuoteGroup),
            in.text(quoteEnteredIn.quoteIdLength(), quoteEnteredIn::getQuoteId));
    in.end(quoteEnteredIn.limit());
    return message;
  }

  int encode(Event.MassQuoteTaken message, MessageOut out) {
    massQuoteTakenOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    massQuoteTakenOut.accountId(message.accountId());
    final MassQuoteTakenEncoder.AnswersEncoder group =
        massQuoteTakenOut.answersCount(message.answers().size());
    for (final QuoteAnswer answer : message.answers()) {
      final @Nullable RejectReason reason = answer.reason();
      group
          .next()
          .marketId(answer.marketId())
          .bidOrderId(answer.bidOrderId())
          .askOrderId(answer.askOrderId())
          .reason(reason == null ? RejectReasonCode.NULL_VAL : ReasonCodes.code(reason))
          .requiredMicros(answer.requiredMicros())
          .availableMicros(answer.availableMicros());
      out.text(answer.quoteId(), "quoteId", group::putQuoteId);
    }
    out.text(message.quoteGroup(), "quoteGroup", massQuoteTakenOut::putQuoteGroup);
    out.text(message.requestId(), "requestId", massQuoteTakenOut::putRequestId);
    return massQuoteTakenOut.limit() - out.offset();
  }

  Event.MassQuoteTaken massQuoteTaken(MessageIn in) {
    massQuoteTakenIn.wrap(
        in.buffer(), in.body(), in.blockLength(MassQuoteTakenDecoder.BLOCK_LENGTH), in.version());
    final long accountId = massQuoteTakenIn.accountId();
    final List<QuoteAnswer> answers = new ArrayList<>();
    for (final MassQuoteTakenDecoder.AnswersDecoder answer : massQuoteTakenIn.answers()) {
      final RejectReasonCode reason = answer.reason();
      final int marketId = answer.marketId();
      final long bidOrderId = answer.bidOrderId();
      final long askOrderId = answer.askOrderId();
      final long required = answer.requiredMicros();
      final long available = answer.availableMicros();
      answers.add(
          new QuoteAnswer(
              in.text(answer.quoteIdLength(), answer::getQuoteId),
              marketId,
              bidOrderId,
              askOrderId,
              reason == RejectReasonCode.NULL_VAL ? null : ReasonCodes.rejectReason(reason),
              required,
              available));
    }
    final Event.MassQuoteTaken message =
        new Event.MassQuoteTaken(
            accountId,
            in.text(massQuoteTakenIn.quoteGroupLength(), massQuoteTakenIn::getQuoteGroup),
            in.text(massQuoteTakenIn.requestIdLength(), massQuoteTakenIn::getRequestId),
            answers);
    in.end(massQuoteTakenIn.limit());
    return message;
  }

  int encode(Event.MassQuoteRejected message, MessageOut out) {
    massQuoteRejectedOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    massQuoteRejectedOut.accountId(message.accountId()).reason(ReasonCodes.code(message.reason()));
    out.text(message.quoteGroup(), "quoteGroup", massQuoteRejectedOut::putQuoteGroup);
    out.text(message.requestId(), "requestId", massQuoteRejectedOut::putRequestId);
    return massQuoteRejectedOut.limit() - out.offset();
  }

  Event.MassQuoteRejected massQuoteRejected(MessageIn in) {
    massQuoteRejectedIn.wrap(
        in.buffer(),
        in.body(),
        in.blockLength(MassQuoteRejectedDecoder.BLOCK_LENGTH),
        in.version());
    final Event.MassQuoteRejected message =
        new Event.MassQuoteRejected(
            massQuoteRejectedIn.accountId(),
            in.text(massQuoteRejectedIn.quoteGroupLength(), massQuoteRejectedIn::getQuoteGroup),
            in.text(massQuoteRejectedIn.requestIdLength(), massQuoteRejectedIn::getRequestId),
            ReasonCodes.rejectReason(massQuoteRejectedIn.reason()));
    in.end(massQuoteRejectedIn.limit());
    return message;
  }

  int encode(Event.MassQuoteRepeated message, MessageOut out) {
    massQuoteRepeatedOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    massQuoteRepeatedOut.accountId(message.accountId());
    out.text(message.quoteGroup(), "quoteGroup", massQuoteRepeatedOut::putQuoteGroup);
    out.text(message.requestId(), "requestId", massQuoteRepeatedOut::putRequestId);
    return massQuoteRepeatedOut.limit() - out.offset();
  }

  Event.MassQuoteRepeated massQuoteRepeated(MessageIn in) {
    massQuoteRepeatedIn.wrap(
        in.buffer(),
        in.body(),
        in.blockLength(MassQuoteRepeatedDecoder.BLOCK_LENGTH),
        in.version());
    final Event.MassQuoteRepeated message =
        new Event.MassQuoteRepeated(
            massQuoteRepeatedIn.accountId(),
            in.text(massQuoteRepeatedIn.quoteGroupLength(), massQuoteRepeatedIn::getQuoteGroup),
            in.text(massQuoteRepeatedIn.requestIdLength(), massQuoteRepeatedIn::getRequestId));
    in.end(massQuoteRepeatedIn.limit());
    return message;
  }

  int encode(Event.QuotesCanceled message, MessageOut out) {
    quotesCanceledOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    quotesCanceledOut
        .accountId(message.accountId())
        .marketId(message.marketId())
        .quotes(message.quotes());
    out.text(message.quoteGroup(), "quoteGroup", quotesCanceledOut::putQuoteGroup);
    out.text(message.quoteId(), "quoteId", quotesCanceledOut::putQuoteId);
    out.text(message.requestId(), "requestId", quotesCanceledOut::putRequestId);
    return quotesCanceledOut.limit() - out.offset();
  }

  Event.QuotesCanceled quotesCanceled(MessageIn in) {
    quotesCanceledIn.wrap(
        in.buffer(), in.body(), in.blockLength(QuotesCanceledDecoder.BLOCK_LENGTH), in.version());
    final Event.QuotesCanceled message =
        new Event.QuotesCanceled(
            quotesCanceledIn.accountId(),
            in.text(quotesCanceledIn.quoteGroupLength(), quotesCanceledIn::getQuoteGroup),
            in.text(quotesCanceledIn.quoteIdLength(), quotesCanceledIn::getQuoteId),
            quotesCanceledIn.marketId(),
            in.text(quotesCanceledIn.requestIdLength(), quotesCanceledIn::getRequestId),
            quotesCanceledIn.quotes());
    in.end(quotesCanceledIn.limit());
    return message;
  }
}
