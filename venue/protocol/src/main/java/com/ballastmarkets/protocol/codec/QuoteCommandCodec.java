package com.ballastmarkets.protocol.codec;

import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.order.PostOnly;
import com.ballastmarkets.domain.order.SelfMatchPrevention;
import com.ballastmarkets.domain.quote.QuoteEntry;
import com.ballastmarkets.protocol.sbe.CancelQuotesDecoder;
import com.ballastmarkets.protocol.sbe.CancelQuotesEncoder;
import com.ballastmarkets.protocol.sbe.MassQuoteDecoder;
import com.ballastmarkets.protocol.sbe.MassQuoteEncoder;
import java.util.ArrayList;
import java.util.List;

/** Commands: quotes. */
final class QuoteCommandCodec {
  private final MassQuoteEncoder massQuoteOut = new MassQuoteEncoder();
  private final MassQuoteDecoder massQuoteIn = new MassQuoteDecoder();
  private final CancelQuotesEncoder cancelQuotesOut = new CancelQuotesEncoder();
  private final CancelQuotesDecoder cancelQuotesIn = new CancelQuotesDecoder();

  int encode(Command.MassQuote message, MessageOut out) {
    massQuoteOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    massQuoteOut
        .accountId(message.accountId())
        .postOnly(OrderCodes.code(message.postOnly()))
        .selfMatchId(message.selfMatchId())
        .selfMatchPrevention(OrderCodes.code(message.selfMatchPrevention()))
        .sessionId(message.sessionId());
    final MassQuoteEncoder.EntriesEncoder group =
        massQuoteOut.entriesCount(message.entries().size());
    for (final QuoteEntry entry : message.entries()) {
      group
          .next()
          .marketId(entry.marketId())
          .bidPriceMicros(entry.bidPriceMicros())
          .bidLots(entry.bidLots())
          .askPriceMicros(entry.askPriceMicros())
          .askLots(entry.askLots());
      out.text(entry.quoteId(), "quoteId", group::putQuoteId);
    }
    out.text(message.requestId(), "requestId", massQuoteOut::putRequestId);
    out.text(message.quoteGroup(), "quoteGroup", massQuoteOut::putQuoteGroup);
    return massQuoteOut.limit() - out.offset();
  }

  Command.MassQuote massQuote(MessageIn in) {
    massQuoteIn.wrap(
        in.buffer(), in.body(), in.blockLength(MassQuoteDecoder.BLOCK_LENGTH), in.version());
    final long accountId = massQuoteIn.accountId();
    final PostOnly postOnly = OrderCodes.postOnly(massQuoteIn.postOnly());
    final long selfMatchId = massQuoteIn.selfMatchId();
    final SelfMatchPrevention prevention =
        OrderCodes.selfMatchPrevention(massQuoteIn.selfMatchPrevention());
    final long sessionId = massQuoteIn.sessionId();
    final List<QuoteEntry> entries = new ArrayList<>();
    for (final MassQuoteDecoder.EntriesDecoder entry : massQuoteIn.entries()) {
      final int marketId = entry.marketId();
      final long bidPrice = entry.bidPriceMicros();
      final long bidLots = entry.bidLots();
      final long askPrice = entry.askPriceMicros();
      final long askLots = entry.askLots();
      entries.add(
          new QuoteEntry(
              in.text(entry.quoteIdLength(), entry::getQuoteId),
              marketId,
              bidPrice,
              bidLots,
              askPrice,
              askLots));
    }
    final String requestId = in.text(massQuoteIn.requestIdLength(), massQuoteIn::getRequestId);
    final Command.MassQuote message =
        new Command.MassQuote(
            accountId,
            requestId,
            in.text(massQuoteIn.quoteGroupLength(), massQuoteIn::getQuoteGroup),
            postOnly,
            selfMatchId,
            prevention,
            sessionId,
            entries);
    in.end(massQuoteIn.limit());
    return message;
  }

  int encode(Command.CancelQuotes message, MessageOut out) {
    cancelQuotesOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    cancelQuotesOut
        .accountId(message.accountId())
        .marketId(message.marketId())
        .sessionId(message.sessionId())
        .cause(OrderCodes.code(message.cause()));
    out.text(message.quoteGroup(), "quoteGroup", cancelQuotesOut::putQuoteGroup);
    out.text(message.quoteId(), "quoteId", cancelQuotesOut::putQuoteId);
    out.text(message.requestId(), "requestId", cancelQuotesOut::putRequestId);
    return cancelQuotesOut.limit() - out.offset();
  }

  Command.CancelQuotes cancelQuotes(MessageIn in) {
    cancelQuotesIn.wrap(
        in.buffer(), in.body(), in.blockLength(CancelQuotesDecoder.BLOCK_LENGTH), in.version());
    final Command.CancelQuotes message =
        new Command.CancelQuotes(
            cancelQuotesIn.accountId(),
            in.text(cancelQuotesIn.quoteGroupLength(), cancelQuotesIn::getQuoteGroup),
            in.text(cancelQuotesIn.quoteIdLength(), cancelQuotesIn::getQuoteId),
            cancelQuotesIn.marketId(),
            cancelQuotesIn.sessionId(),
            OrderCodes.cause(cancelQuotesIn.cause()),
            in.text(cancelQuotesIn.requestIdLength(), cancelQuotesIn::getRequestId));
    in.end(cancelQuotesIn.limit());
    return message;
  }
}
