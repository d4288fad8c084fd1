package com.ballastmarkets.protocol.codec;

import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.command.PositionLimit;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.protocol.sbe.HedgeExemptionChangedDecoder;
import com.ballastmarkets.protocol.sbe.HedgeExemptionChangedEncoder;
import com.ballastmarkets.protocol.sbe.PositionLimitChangedDecoder;
import com.ballastmarkets.protocol.sbe.PositionLimitChangedEncoder;
import com.ballastmarkets.protocol.sbe.SetHedgeExemptionDecoder;
import com.ballastmarkets.protocol.sbe.SetHedgeExemptionEncoder;
import com.ballastmarkets.protocol.sbe.SetPositionLimitsDecoder;
import com.ballastmarkets.protocol.sbe.SetPositionLimitsEncoder;
import java.util.ArrayList;
import java.util.List;

/** Commands and events: position limits and hedge exemptions. */
final class LimitCodec {
  private final SetPositionLimitsEncoder setLimitsOut = new SetPositionLimitsEncoder();
  private final SetPositionLimitsDecoder setLimitsIn = new SetPositionLimitsDecoder();
  private final SetHedgeExemptionEncoder setExemptionOut = new SetHedgeExemptionEncoder();
  private final SetHedgeExemptionDecoder setExemptionIn = new SetHedgeExemptionDecoder();
  private final PositionLimitChangedEncoder limitOut = new PositionLimitChangedEncoder();
  private final PositionLimitChangedDecoder limitIn = new PositionLimitChangedDecoder();
  private final HedgeExemptionChangedEncoder exemptionOut = new HedgeExemptionChangedEncoder();
  private final HedgeExemptionChangedDecoder exemptionIn = new HedgeExemptionChangedDecoder();

  int encode(Command.Limits message, MessageOut out) {
    return switch (message) {
      case Command.Limits.SetPositionLimits word -> encode(word, out);
      case Command.Limits.SetHedgeExemption word -> encode(word, out);
    };
  }

  private int encode(Command.Limits.SetPositionLimits message, MessageOut out) {
    setLimitsOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    final SetPositionLimitsEncoder.LimitsEncoder group =
        setLimitsOut.limitsCount(message.limits().size());
    for (final PositionLimit limit : message.limits()) {
      group.next().marketId(limit.marketId()).lots(limit.lots());
    }
    return setLimitsOut.limit() - out.offset();
  }

  Command.Limits.SetPositionLimits setPositionLimits(MessageIn in) {
    setLimitsIn.wrap(
        in.buffer(),
        in.body(),
        in.blockLength(SetPositionLimitsDecoder.BLOCK_LENGTH),
        in.version());
    final List<PositionLimit> limits = new ArrayList<>();
    for (final SetPositionLimitsDecoder.LimitsDecoder limit : setLimitsIn.limits()) {
      limits.add(new PositionLimit(limit.marketId(), limit.lots()));
    }
    in.end(setLimitsIn.limit());
    return new Command.Limits.SetPositionLimits(limits);
  }

  private int encode(Command.Limits.SetHedgeExemption message, MessageOut out) {
    setExemptionOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    setExemptionOut
        .participantId(message.participantId())
        .marketId(message.marketId())
        .extraLots(message.extraLots());
    return setExemptionOut.limit() - out.offset();
  }

  Command.Limits.SetHedgeExemption setHedgeExemption(MessageIn in) {
    setExemptionIn.wrap(
        in.buffer(),
        in.body(),
        in.blockLength(SetHedgeExemptionDecoder.BLOCK_LENGTH),
        in.version());
    final Command.Limits.SetHedgeExemption message =
        new Command.Limits.SetHedgeExemption(
            setExemptionIn.participantId(), setExemptionIn.marketId(), setExemptionIn.extraLots());
    in.end(setExemptionIn.limit());
    return message;
  }

  int encode(Event.Limits message, MessageOut out) {
    return switch (message) {
      case Event.Limits.PositionLimitChanged word -> encode(word, out);
      case Event.Limits.HedgeExemptionChanged word -> encode(word, out);
    };
  }

  private int encode(Event.Limits.PositionLimitChanged message, MessageOut out) {
    limitOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    limitOut.marketId(message.marketId()).lots(message.lots());
    return limitOut.limit() - out.offset();
  }

  Event.Limits.PositionLimitChanged positionLimitChanged(MessageIn in) {
    limitIn.wrap(
        in.buffer(),
        in.body(),
        in.blockLength(PositionLimitChangedDecoder.BLOCK_LENGTH),
        in.version());
    final Event.Limits.PositionLimitChanged message =
        new Event.Limits.PositionLimitChanged(limitIn.marketId(), limitIn.lots());
    in.end(limitIn.limit());
    return message;
  }

  private int encode(Event.Limits.HedgeExemptionChanged message, MessageOut out) {
    exemptionOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    exemptionOut
        .participantId(message.participantId())
        .marketId(message.marketId())
        .extraLots(message.extraLots());
    return exemptionOut.limit() - out.offset();
  }

  Event.Limits.HedgeExemptionChanged hedgeExemptionChanged(MessageIn in) {
    exemptionIn.wrap(
        in.buffer(),
        in.body(),
        in.blockLength(HedgeExemptionChangedDecoder.BLOCK_LENGTH),
        in.version());
    final Event.Limits.HedgeExemptionChanged message =
        new Event.Limits.HedgeExemptionChanged(
            exemptionIn.participantId(), exemptionIn.marketId(), exemptionIn.extraLots());
    in.end(exemptionIn.limit());
    return message;
  }
}
