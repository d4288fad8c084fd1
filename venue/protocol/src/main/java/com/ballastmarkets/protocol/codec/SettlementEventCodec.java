package com.ballastmarkets.protocol.codec;

import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.protocol.sbe.DisputeOpenedDecoder;
import com.ballastmarkets.protocol.sbe.DisputeOpenedEncoder;
import com.ballastmarkets.protocol.sbe.DisputeRuledDecoder;
import com.ballastmarkets.protocol.sbe.DisputeRuledEncoder;
import com.ballastmarkets.protocol.sbe.MarketSettledDecoder;
import com.ballastmarkets.protocol.sbe.MarketSettledEncoder;
import com.ballastmarkets.protocol.sbe.MarketVoidedDecoder;
import com.ballastmarkets.protocol.sbe.MarketVoidedEncoder;
import com.ballastmarkets.protocol.sbe.ProvisionalPublishedDecoder;
import com.ballastmarkets.protocol.sbe.ProvisionalPublishedEncoder;

/** Events: settlement. */
final class SettlementEventCodec {
  private final ProvisionalPublishedEncoder provisionalPublishedOut =
      new ProvisionalPublishedEncoder();
  private final ProvisionalPublishedDecoder provisionalPublishedIn =
      new ProvisionalPublishedDecoder();
  private final DisputeOpenedEncoder disputeOpenedOut = new DisputeOpenedEncoder();
  private final DisputeOpenedDecoder disputeOpenedIn = new DisputeOpenedDecoder();
  private final DisputeRuledEncoder disputeRuledOut = new DisputeRuledEncoder();
  private final DisputeRuledDecoder disputeRuledIn = new DisputeRuledDecoder();
  private final MarketSettledEncoder marketSettledOut = new MarketSettledEncoder();
  private final MarketSettledDecoder marketSettledIn = new MarketSettledDecoder();
  private final MarketVoidedEncoder marketVoidedOut = new MarketVoidedEncoder();
  private final MarketVoidedDecoder marketVoidedIn = new MarketVoidedDecoder();

  int encode(Event.ProvisionalPublished message, MessageOut out) {
    provisionalPublishedOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    provisionalPublishedOut
        .marketId(message.marketId())
        .valueMicros(message.valueMicros())
        .leafIndex(message.leafIndex())
        .disputeUntilNanos(message.disputeUntilNanos());
    out.text(message.evidenceHash(), "evidenceHash", provisionalPublishedOut::putEvidenceHash);
    return provisionalPublishedOut.limit() - out.offset();
  }

  Event.ProvisionalPublished provisionalPublished(MessageIn in) {
    provisionalPublishedIn.wrap(
        in.buffer(),
        in.body(),
        in.blockLength(ProvisionalPublishedDecoder.BLOCK_LENGTH),
        in.version());
    final Event.ProvisionalPublished message =
        new Event.ProvisionalPublished(
            provisionalPublishedIn.marketId(),
            provisionalPublishedIn.valueMicros(),
            in.text(
                provisionalPublishedIn.evidenceHashLength(),
                provisionalPublishedIn::getEvidenceHash),
            provisionalPublishedIn.leafIndex(),
            provisionalPublishedIn.disputeUntilNanos());
    in.end(provisionalPublishedIn.limit());
    return message;
  }

  int encode(Event.DisputeOpened message, MessageOut out) {
    disputeOpenedOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    disputeOpenedOut
        .disputeId(message.disputeId())
        .marketId(message.marketId())
        .accountId(message.accountId());
    out.text(message.evidenceHash(), "evidenceHash", disputeOpenedOut::putEvidenceHash);
    return disputeOpenedOut.limit() - out.offset();
  }

  Event.DisputeOpened disputeOpened(MessageIn in) {
    disputeOpenedIn.wrap(
        in.buffer(), in.body(), in.blockLength(DisputeOpenedDecoder.BLOCK_LENGTH), in.version());
    final Event.DisputeOpened message =
        new Event.DisputeOpened(
            disputeOpenedIn.disputeId(),
            disputeOpenedIn.marketId(),
            disputeOpenedIn.accountId(),
            in.text(disputeOpenedIn.evidenceHashLength(), disputeOpenedIn::getEvidenceHash));
    in.end(disputeOpenedIn.limit());
    return message;
  }

  int encode(Event.DisputeRuled message, MessageOut out) {
    disputeRuledOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    disputeRuledOut
        .disputeId(message.disputeId())
        .marketId(message.marketId())
        .ruling(MarketCodes.code(message.ruling()))
        .valueMicros(message.valueMicros());
    out.text(message.evidenceHash(), "evidenceHash", disputeRuledOut::putEvidenceHash);
    return disputeRuledOut.limit() - out.offset();
  }

  Event.DisputeRuled disputeRuled(MessageIn in) {
    disputeRuledIn.wrap(
        in.buffer(), in.body(), in.blockLength(DisputeRuledDecoder.BLOCK_LENGTH), in.version());
    final Event.DisputeRuled message =
        new Event.DisputeRuled(
            disputeRuledIn.disputeId(),
            disputeRuledIn.marketId(),
            MarketCodes.ruling(disputeRuledIn.ruling()),
            disputeRuledIn.valueMicros(),
            in.text(disputeRuledIn.evidenceHashLength(), disputeRuledIn::getEvidenceHash));
    in.end(disputeRuledIn.limit());
    return message;
  }

  int encode(Event.MarketSettled message, MessageOut out) {
    marketSettledOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    marketSettledOut.marketId(message.marketId()).valueMicros(message.valueMicros());
    return marketSettledOut.limit() - out.offset();
  }

  Event.MarketSettled marketSettled(MessageIn in) {
    marketSettledIn.wrap(
        in.buffer(), in.body(), in.blockLength(MarketSettledDecoder.BLOCK_LENGTH), in.version());
    final Event.MarketSettled message =
        new Event.MarketSettled(marketSettledIn.marketId(), marketSettledIn.valueMicros());
    in.end(marketSettledIn.limit());
    return message;
  }

  int encode(Event.MarketVoided message, MessageOut out) {
    marketVoidedOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    marketVoidedOut.marketId(message.marketId());
    return marketVoidedOut.limit() - out.offset();
  }

  Event.MarketVoided marketVoided(MessageIn in) {
    marketVoidedIn.wrap(
        in.buffer(), in.body(), in.blockLength(MarketVoidedDecoder.BLOCK_LENGTH), in.version());
    final Event.MarketVoided message = new Event.MarketVoided(marketVoidedIn.marketId());
    in.end(marketVoidedIn.limit());
    return message;
  }
}
