package com.ballastmarkets.protocol.codec;

import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.protocol.sbe.AutoDeleveragedDecoder;
import com.ballastmarkets.protocol.sbe.AutoDeleveragedEncoder;
import com.ballastmarkets.protocol.sbe.ContributionChangedDecoder;
import com.ballastmarkets.protocol.sbe.ContributionChangedEncoder;
import com.ballastmarkets.protocol.sbe.LiquidationEndedDecoder;
import com.ballastmarkets.protocol.sbe.LiquidationEndedEncoder;
import com.ballastmarkets.protocol.sbe.LiquidationInputDecoder;
import com.ballastmarkets.protocol.sbe.LiquidationInputEncoder;
import com.ballastmarkets.protocol.sbe.LiquidationSliceDecoder;
import com.ballastmarkets.protocol.sbe.LiquidationSliceEncoder;
import com.ballastmarkets.protocol.sbe.LiquidationStartedDecoder;
import com.ballastmarkets.protocol.sbe.LiquidationStartedEncoder;
import com.ballastmarkets.protocol.sbe.LossCoveredDecoder;
import com.ballastmarkets.protocol.sbe.LossCoveredEncoder;
import com.ballastmarkets.protocol.sbe.MarginNoticeDecoder;
import com.ballastmarkets.protocol.sbe.MarginNoticeEncoder;
import com.ballastmarkets.protocol.sbe.PositionTakenOverDecoder;
import com.ballastmarkets.protocol.sbe.PositionTakenOverEncoder;

/** Events: liquidation, and who bears a loss. */
final class LiquidationEventCodec {
  private final MarginNoticeEncoder marginNoticeOut = new MarginNoticeEncoder();
  private final MarginNoticeDecoder marginNoticeIn = new MarginNoticeDecoder();
  private final LiquidationStartedEncoder liquidationStartedOut = new LiquidationStartedEncoder();
  private final LiquidationStartedDecoder liquidationStartedIn = new LiquidationStartedDecoder();
  private final LiquidationInputEncoder liquidationInputOut = new LiquidationInputEncoder();
  private final LiquidationInputDecoder liquidationInputIn = new LiquidationInputDecoder();
  private final LiquidationSliceEncoder liquidationSliceOut = new LiquidationSliceEncoder();
  private final LiquidationSliceDecoder liquidationSliceIn = new LiquidationSliceDecoder();
  private final PositionTakenOverEncoder positionTakenOverOut = new PositionTakenOverEncoder();
  private final PositionTakenOverDecoder positionTakenOverIn = new PositionTakenOverDecoder();
  private final LossCoveredEncoder lossCoveredOut = new LossCoveredEncoder();
  private final LossCoveredDecoder lossCoveredIn = new LossCoveredDecoder();
  private final AutoDeleveragedEncoder autoDeleveragedOut = new AutoDeleveragedEncoder();
  private final AutoDeleveragedDecoder autoDeleveragedIn = new AutoDeleveragedDecoder();
  private final LiquidationEndedEncoder liquidationEndedOut = new LiquidationEndedEncoder();
  private final LiquidationEndedDecoder liquidationEndedIn = new LiquidationEndedDecoder();
  private final ContributionChangedEncoder contributionChangedOut =
      new ContributionChangedEncoder();
  private final ContributionChangedDecoder contributionChangedIn = new ContributionChangedDecoder();

  int encode(Event.Liquidation message, MessageOut out) {
    return switch (message) {
      case Event.Liquidation.MarginNotice word -> encode(word, out);
      case Event.Liquidation.LiquidationStarted word -> encode(word, out);
      case Event.Liquidation.LiquidationInput word -> encode(word, out);
      case Event.Liquidation.LiquidationSlice word -> encode(word, out);
      case Event.Liquidation.PositionTakenOver word -> encode(word, out);
      case Event.Liquidation.LossCovered word -> encode(word, out);
      case Event.Liquidation.AutoDeleveraged word -> encode(word, out);
      case Event.Liquidation.LiquidationEnded word -> encode(word, out);
      case Event.Liquidation.ContributionChanged word -> encode(word, out);
    };
  }

  private int encode(Event.Liquidation.MarginNotice message, MessageOut out) {
    marginNoticeOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    marginNoticeOut
        .accountId(message.accountId())
        .from(LiquidationCodes.code(message.from()))
        .to(LiquidationCodes.code(message.to()))
        .equityMicros(message.equityMicros())
        .worstCaseLossMicros(message.worstCaseLossMicros())
        .marginMicros(message.marginMicros());
    return marginNoticeOut.limit() - out.offset();
  }

  Event.Liquidation.MarginNotice marginNotice(MessageIn in) {
    marginNoticeIn.wrap(
        in.buffer(), in.body(), in.blockLength(MarginNoticeDecoder.BLOCK_LENGTH), in.version());
    final Event.Liquidation.MarginNotice message =
        new Event.Liquidation.MarginNotice(
            marginNoticeIn.accountId(),
            LiquidationCodes.standing(marginNoticeIn.from()),
            LiquidationCodes.standing(marginNoticeIn.to()),
            marginNoticeIn.equityMicros(),
            marginNoticeIn.worstCaseLossMicros(),
            marginNoticeIn.marginMicros());
    in.end(marginNoticeIn.limit());
    return message;
  }

  private int encode(Event.Liquidation.LiquidationStarted message, MessageOut out) {
    liquidationStartedOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    liquidationStartedOut
        .liquidationId(message.liquidationId())
        .accountId(message.accountId())
        .leverage(message.leverage())
        .cashMicros(message.cashMicros())
        .reservedMicros(message.reservedMicros())
        .equityMicros(message.equityMicros())
        .worstCaseLossMicros(message.worstCaseLossMicros())
        .marginMicros(message.marginMicros());
    return liquidationStartedOut.limit() - out.offset();
  }

  Event.Liquidation.LiquidationStarted liquidationStarted(MessageIn in) {
    liquidationStartedIn.wrap(
        in.buffer(),
        in.body(),
        in.blockLength(LiquidationStartedDecoder.BLOCK_LENGTH),
        in.version());
    final Event.Liquidation.LiquidationStarted message =
        new Event.Liquidation.LiquidationStarted(
            liquidationStartedIn.liquidationId(),
            liquidationStartedIn.accountId(),
            liquidationStartedIn.leverage(),
            liquidationStartedIn.cashMicros(),
            liquidationStartedIn.reservedMicros(),
            liquidationStartedIn.equityMicros(),
            liquidationStartedIn.worstCaseLossMicros(),
            liquidationStartedIn.marginMicros());
    in.end(liquidationStartedIn.limit());
    return message;
  }

  private int encode(Event.Liquidation.LiquidationInput message, MessageOut out) {
    liquidationInputOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    liquidationInputOut
        .liquidationId(message.liquidationId())
        .accountId(message.accountId())
        .marketId(message.marketId())
        .lots(message.lots())
        .openValueMicros(message.openValueMicros())
        .paidMicros(message.paidMicros())
        .markMicros(message.markMicros())
        .weightMicros(message.weightMicros());
    return liquidationInputOut.limit() - out.offset();
  }

  Event.Liquidation.LiquidationInput liquidationInput(MessageIn in) {
    liquidationInputIn.wrap(
        in.buffer(), in.body(), in.blockLength(LiquidationInputDecoder.BLOCK_LENGTH), in.version());
    final Event.Liquidation.LiquidationInput message =
        new Event.Liquidation.LiquidationInput(
            liquidationInputIn.liquidationId(),
            liquidationInputIn.accountId(),
            liquidationInputIn.marketId(),
            liquidationInputIn.lots(),
            liquidationInputIn.openValueMicros(),
            liquidationInputIn.paidMicros(),
            liquidationInputIn.markMicros(),
            liquidationInputIn.weightMicros());
    in.end(liquidationInputIn.limit());
    return message;
  }

  private int encode(Event.Liquidation.LiquidationSlice message, MessageOut out) {
    liquidationSliceOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    liquidationSliceOut
        .liquidationId(message.liquidationId())
        .accountId(message.accountId())
        .orderId(message.orderId())
        .marketId(message.marketId())
        .side(OrderCodes.code(message.side()))
        .lots(message.lots())
        .filledLots(message.filledLots())
        .limitMicros(message.limitMicros())
        .bankruptcyMicros(message.bankruptcyMicros())
        .markMicros(message.markMicros())
        .equityMicros(message.equityMicros())
        .weightMicros(message.weightMicros())
        .weightsMicros(message.weightsMicros())
        .feeMicros(message.feeMicros());
    return liquidationSliceOut.limit() - out.offset();
  }

  Event.Liquidation.LiquidationSlice liquidationSlice(MessageIn in) {
    liquidationSliceIn.wrap(
        in.buffer(), in.body(), in.blockLength(LiquidationSliceDecoder.BLOCK_LENGTH), in.version());
    final Event.Liquidation.LiquidationSlice message =
        new Event.Liquidation.LiquidationSlice(
            liquidationSliceIn.liquidationId(),
            liquidationSliceIn.accountId(),
            liquidationSliceIn.orderId(),
            liquidationSliceIn.marketId(),
            OrderCodes.side(liquidationSliceIn.side()),
            liquidationSliceIn.lots(),
            liquidationSliceIn.filledLots(),
            liquidationSliceIn.limitMicros(),
            liquidationSliceIn.bankruptcyMicros(),
            liquidationSliceIn.markMicros(),
            liquidationSliceIn.equityMicros(),
            liquidationSliceIn.weightMicros(),
            liquidationSliceIn.weightsMicros(),
            liquidationSliceIn.feeMicros());
    in.end(liquidationSliceIn.limit());
    return message;
  }

  private int encode(Event.Liquidation.PositionTakenOver message, MessageOut out) {
    positionTakenOverOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    positionTakenOverOut
        .liquidationId(message.liquidationId())
        .accountId(message.accountId())
        .marketId(message.marketId())
        .lots(message.lots())
        .priceMicros(message.priceMicros())
        .markMicros(message.markMicros())
        .equityMicros(message.equityMicros())
        .weightMicros(message.weightMicros())
        .weightsMicros(message.weightsMicros());
    return positionTakenOverOut.limit() - out.offset();
  }

  Event.Liquidation.PositionTakenOver positionTakenOver(MessageIn in) {
    positionTakenOverIn.wrap(
        in.buffer(),
        in.body(),
        in.blockLength(PositionTakenOverDecoder.BLOCK_LENGTH),
        in.version());
    final Event.Liquidation.PositionTakenOver message =
        new Event.Liquidation.PositionTakenOver(
            positionTakenOverIn.liquidationId(),
            positionTakenOverIn.accountId(),
            positionTakenOverIn.marketId(),
            positionTakenOverIn.lots(),
            positionTakenOverIn.priceMicros(),
            positionTakenOverIn.markMicros(),
            positionTakenOverIn.equityMicros(),
            positionTakenOverIn.weightMicros(),
            positionTakenOverIn.weightsMicros());
    in.end(positionTakenOverIn.limit());
    return message;
  }

  private int encode(Event.Liquidation.LossCovered message, MessageOut out) {
    lossCoveredOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    lossCoveredOut
        .liquidationId(message.liquidationId())
        .layer(LiquidationCodes.code(message.layer()))
        .participantId(message.participantId())
        .amountMicros(message.amountMicros());
    return lossCoveredOut.limit() - out.offset();
  }

  Event.Liquidation.LossCovered lossCovered(MessageIn in) {
    lossCoveredIn.wrap(
        in.buffer(), in.body(), in.blockLength(LossCoveredDecoder.BLOCK_LENGTH), in.version());
    final Event.Liquidation.LossCovered message =
        new Event.Liquidation.LossCovered(
            lossCoveredIn.liquidationId(),
            LiquidationCodes.layer(lossCoveredIn.layer()),
            lossCoveredIn.participantId(),
            lossCoveredIn.amountMicros());
    in.end(lossCoveredIn.limit());
    return message;
  }

  private int encode(Event.Liquidation.AutoDeleveraged message, MessageOut out) {
    autoDeleveragedOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    autoDeleveragedOut
        .liquidationId(message.liquidationId())
        .accountId(message.accountId())
        .marketId(message.marketId())
        .lots(message.lots())
        .priceMicros(message.priceMicros())
        .markMicros(message.markMicros());
    return autoDeleveragedOut.limit() - out.offset();
  }

  Event.Liquidation.AutoDeleveraged autoDeleveraged(MessageIn in) {
    autoDeleveragedIn.wrap(
        in.buffer(), in.body(), in.blockLength(AutoDeleveragedDecoder.BLOCK_LENGTH), in.version());
    final Event.Liquidation.AutoDeleveraged message =
        new Event.Liquidation.AutoDeleveraged(
            autoDeleveragedIn.liquidationId(),
            autoDeleveragedIn.accountId(),
            autoDeleveragedIn.marketId(),
            autoDeleveragedIn.lots(),
            autoDeleveragedIn.priceMicros(),
            autoDeleveragedIn.markMicros());
    in.end(autoDeleveragedIn.limit());
    return message;
  }

  private int encode(Event.Liquidation.LiquidationEnded message, MessageOut out) {
    liquidationEndedOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    liquidationEndedOut
        .liquidationId(message.liquidationId())
        .accountId(message.accountId())
        .to(LiquidationCodes.code(message.to()))
        .equityMicros(message.equityMicros())
        .worstCaseLossMicros(message.worstCaseLossMicros())
        .marginMicros(message.marginMicros());
    return liquidationEndedOut.limit() - out.offset();
  }

  Event.Liquidation.LiquidationEnded liquidationEnded(MessageIn in) {
    liquidationEndedIn.wrap(
        in.buffer(), in.body(), in.blockLength(LiquidationEndedDecoder.BLOCK_LENGTH), in.version());
    final Event.Liquidation.LiquidationEnded message =
        new Event.Liquidation.LiquidationEnded(
            liquidationEndedIn.liquidationId(),
            liquidationEndedIn.accountId(),
            LiquidationCodes.standing(liquidationEndedIn.to()),
            liquidationEndedIn.equityMicros(),
            liquidationEndedIn.worstCaseLossMicros(),
            liquidationEndedIn.marginMicros());
    in.end(liquidationEndedIn.limit());
    return message;
  }

  private int encode(Event.Liquidation.ContributionChanged message, MessageOut out) {
    contributionChangedOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    contributionChangedOut
        .participantId(message.participantId())
        .contributionMicros(message.contributionMicros());
    return contributionChangedOut.limit() - out.offset();
  }

  Event.Liquidation.ContributionChanged contributionChanged(MessageIn in) {
    contributionChangedIn.wrap(
        in.buffer(),
        in.body(),
        in.blockLength(ContributionChangedDecoder.BLOCK_LENGTH),
        in.version());
    final Event.Liquidation.ContributionChanged message =
        new Event.Liquidation.ContributionChanged(
            contributionChangedIn.participantId(), contributionChangedIn.contributionMicros());
    in.end(contributionChangedIn.limit());
    return message;
  }
}
