package com.ballastmarkets.protocol.codec;

import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.protocol.sbe.FinalizeMarketDecoder;
import com.ballastmarkets.protocol.sbe.FinalizeMarketEncoder;
import com.ballastmarkets.protocol.sbe.OpenDisputeDecoder;
import com.ballastmarkets.protocol.sbe.OpenDisputeEncoder;
import com.ballastmarkets.protocol.sbe.PublishProvisionalDecoder;
import com.ballastmarkets.protocol.sbe.PublishProvisionalEncoder;
import com.ballastmarkets.protocol.sbe.RuleDisputeDecoder;
import com.ballastmarkets.protocol.sbe.RuleDisputeEncoder;
import com.ballastmarkets.protocol.sbe.VoidMarketDecoder;
import com.ballastmarkets.protocol.sbe.VoidMarketEncoder;

/** Commands: settlement. */
final class SettlementCommandCodec {
  private final PublishProvisionalEncoder publishProvisionalOut = new PublishProvisionalEncoder();
  private final PublishProvisionalDecoder publishProvisionalIn = new PublishProvisionalDecoder();
  private final OpenDisputeEncoder openDisputeOut = new OpenDisputeEncoder();
  private final OpenDisputeDecoder openDisputeIn = new OpenDisputeDecoder();
  private final RuleDisputeEncoder ruleDisputeOut = new RuleDisputeEncoder();
  private final RuleDisputeDecoder ruleDisputeIn = new RuleDisputeDecoder();
  private final FinalizeMarketEncoder finalizeMarketOut = new FinalizeMarketEncoder();
  private final FinalizeMarketDecoder finalizeMarketIn = new FinalizeMarketDecoder();
  private final VoidMarketEncoder voidMarketOut = new VoidMarketEncoder();
  private final VoidMarketDecoder voidMarketIn = new VoidMarketDecoder();

  int encode(Command.PublishProvisional message, MessageOut out) {
    publishProvisionalOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    publishProvisionalOut
        .marketId(message.marketId())
        .valueMicros(message.valueMicros())
        .leafIndex(message.leafIndex());
    out.text(message.evidenceHash(), "evidenceHash", publishProvisionalOut::putEvidenceHash);
    return publishProvisionalOut.limit() - out.offset();
  }

  Command.PublishProvisional publishProvisional(MessageIn in) {
    publishProvisionalIn.wrap(
        in.buffer(),
        in.body(),
        in.blockLength(PublishProvisionalDecoder.BLOCK_LENGTH),
        in.version());
    final Command.PublishProvisional message =
        new Command.PublishProvisional(
            publishProvisionalIn.marketId(),
            publishProvisionalIn.valueMicros(),
            in.text(
                publishProvisionalIn.evidenceHashLength(), publishProvisionalIn::getEvidenceHash),
            publishProvisionalIn.leafIndex());
    in.end(publishProvisionalIn.limit());
    return message;
  }

  int encode(Command.OpenDispute message, MessageOut out) {
    openDisputeOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    openDisputeOut
        .disputeId(message.disputeId())
        .marketId(message.marketId())
        .accountId(message.accountId());
    out.text(message.evidenceHash(), "evidenceHash", openDisputeOut::putEvidenceHash);
    return openDisputeOut.limit() - out.offset();
  }

  Command.OpenDispute openDispute(MessageIn in) {
    openDisputeIn.wrap(
        in.buffer(), in.body(), in.blockLength(OpenDisputeDecoder.BLOCK_LENGTH), in.version());
    final Command.OpenDispute message =
        new Command.OpenDispute(
            openDisputeIn.disputeId(),
            openDisputeIn.marketId(),
            openDisputeIn.accountId(),
            in.text(openDisputeIn.evidenceHashLength(), openDisputeIn::getEvidenceHash));
    in.end(openDisputeIn.limit());
    return message;
  }

  int encode(Command.RuleDispute message, MessageOut out) {
    ruleDisputeOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    ruleDisputeOut
        .disputeId(message.disputeId())
        .ruling(MarketCodes.code(message.ruling()))
        .valueMicros(message.valueMicros());
    out.text(message.evidenceHash(), "evidenceHash", ruleDisputeOut::putEvidenceHash);
    return ruleDisputeOut.limit() - out.offset();
  }

  Command.RuleDispute ruleDispute(MessageIn in) {
    ruleDisputeIn.wrap(
        in.buffer(), in.body(), in.blockLength(RuleDisputeDecoder.BLOCK_LENGTH), in.version());
    final Command.RuleDispute message =
        new Command.RuleDispute(
            ruleDisputeIn.disputeId(),
            MarketCodes.ruling(ruleDisputeIn.ruling()),
            ruleDisputeIn.valueMicros(),
            in.text(ruleDisputeIn.evidenceHashLength(), ruleDisputeIn::getEvidenceHash));
    in.end(ruleDisputeIn.limit());
    return message;
  }

  int encode(Command.FinalizeMarket message, MessageOut out) {
    finalizeMarketOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    finalizeMarketOut.marketId(message.marketId());
    return finalizeMarketOut.limit() - out.offset();
  }

  Command.FinalizeMarket finalizeMarket(MessageIn in) {
    finalizeMarketIn.wrap(
        in.buffer(), in.body(), in.blockLength(FinalizeMarketDecoder.BLOCK_LENGTH), in.version());
    final Command.FinalizeMarket message = new Command.FinalizeMarket(finalizeMarketIn.marketId());
    in.end(finalizeMarketIn.limit());
    return message;
  }

  int encode(Command.VoidMarket message, MessageOut out) {
    voidMarketOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    voidMarketOut.marketId(message.marketId());
    return voidMarketOut.limit() - out.offset();
  }

  Command.VoidMarket voidMarket(MessageIn in) {
    voidMarketIn.wrap(
        in.buffer(), in.body(), in.blockLength(VoidMarketDecoder.BLOCK_LENGTH), in.version());
    final Command.VoidMarket message = new Command.VoidMarket(voidMarketIn.marketId());
    in.end(voidMarketIn.limit());
    return message;
  }
}
