package com.ballastmarkets.protocol.codec;

import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.quote.ProtectionCause;
import com.ballastmarkets.domain.quote.ProtectionLimits;
import com.ballastmarkets.protocol.sbe.ProtectionBlockDecoder;
import com.ballastmarkets.protocol.sbe.ProtectionBlockEncoder;
import com.ballastmarkets.protocol.sbe.ProtectionCauseCode;
import com.ballastmarkets.protocol.sbe.ProtectionChangedDecoder;
import com.ballastmarkets.protocol.sbe.ProtectionChangedEncoder;
import com.ballastmarkets.protocol.sbe.ProtectionTrippedDecoder;
import com.ballastmarkets.protocol.sbe.ProtectionTrippedEncoder;
import com.ballastmarkets.protocol.sbe.ResetProtectionDecoder;
import com.ballastmarkets.protocol.sbe.ResetProtectionEncoder;
import com.ballastmarkets.protocol.sbe.SetProtectionDecoder;
import com.ballastmarkets.protocol.sbe.SetProtectionEncoder;

/** Commands and events: market-maker protection. */
final class ProtectionCodec {
  private final SetProtectionEncoder setProtectionOut = new SetProtectionEncoder();
  private final SetProtectionDecoder setProtectionIn = new SetProtectionDecoder();
  private final ResetProtectionEncoder resetProtectionOut = new ResetProtectionEncoder();
  private final ResetProtectionDecoder resetProtectionIn = new ResetProtectionDecoder();
  private final ProtectionChangedEncoder protectionChangedOut = new ProtectionChangedEncoder();
  private final ProtectionChangedDecoder protectionChangedIn = new ProtectionChangedDecoder();
  private final ProtectionTrippedEncoder protectionTrippedOut = new ProtectionTrippedEncoder();
  private final ProtectionTrippedDecoder protectionTrippedIn = new ProtectionTrippedDecoder();

  int encode(Command.SetProtection message, MessageOut out) {
    setProtectionOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    setProtectionOut.accountId(message.accountId());
    put(setProtectionOut.limits(), message.limits());
    out.text(message.quoteGroup(), "quoteGroup", setProtectionOut::putQuoteGroup);
    return setProtectionOut.limit() - out.offset();
  }

  Command.SetProtection setProtection(MessageIn in) {
    setProtectionIn.wrap(
        in.buffer(), in.body(), in.blockLength(SetProtectionDecoder.BLOCK_LENGTH), in.version());
    final Command.SetProtection message =
        new Command.SetProtection(
            setProtectionIn.accountId(),
            in.text(setProtectionIn.quoteGroupLength(), setProtectionIn::getQuoteGroup),
            limits(setProtectionIn.limits()));
    in.end(setProtectionIn.limit());
    return message;
  }

  int encode(Command.ResetProtection message, MessageOut out) {
    resetProtectionOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    resetProtectionOut.accountId(message.accountId());
    out.text(message.quoteGroup(), "quoteGroup", resetProtectionOut::putQuoteGroup);
    return resetProtectionOut.limit() - out.offset();
  }

  Command.ResetProtection resetProtection(MessageIn in) {
    resetProtectionIn.wrap(
        in.buffer(), in.body(), in.blockLength(ResetProtectionDecoder.BLOCK_LENGTH), in.version());
    final Command.ResetProtection message =
        new Command.ResetProtection(
            resetProtectionIn.accountId(),
            in.text(resetProtectionIn.quoteGroupLength(), resetProtectionIn::getQuoteGroup));
    in.end(resetProtectionIn.limit());
    return message;
  }

  int encode(Event.ProtectionChanged message, MessageOut out) {
    protectionChangedOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    protectionChangedOut.accountId(message.accountId()).tripped(Flags.code(message.tripped()));
    put(protectionChangedOut.limits(), message.limits());
    out.text(message.quoteGroup(), "quoteGroup", protectionChangedOut::putQuoteGroup);
    return protectionChangedOut.limit() - out.offset();
  }

  Event.ProtectionChanged protectionChanged(MessageIn in) {
    protectionChangedIn.wrap(
        in.buffer(),
        in.body(),
        in.blockLength(ProtectionChangedDecoder.BLOCK_LENGTH),
        in.version());
    final Event.ProtectionChanged message =
        new Event.ProtectionChanged(
            protectionChangedIn.accountId(),
            in.text(protectionChangedIn.quoteGroupLength(), protectionChangedIn::getQuoteGroup),
            limits(protectionChangedIn.limits()),
            Flags.flag(protectionChangedIn.tripped()));
    in.end(protectionChangedIn.limit());
    return message;
  }

  int encode(Event.ProtectionTripped message, MessageOut out) {
    protectionTrippedOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    protectionTrippedOut
        .accountId(message.accountId())
        .cause(code(message.cause()))
        .lots(message.lots())
        .netDelta(message.netDelta())
        .fills(message.fills());
    out.text(message.quoteGroup(), "quoteGroup", protectionTrippedOut::putQuoteGroup);
    return protectionTrippedOut.limit() - out.offset();
  }

  Event.ProtectionTripped protectionTripped(MessageIn in) {
    protectionTrippedIn.wrap(
        in.buffer(),
        in.body(),
        in.blockLength(ProtectionTrippedDecoder.BLOCK_LENGTH),
        in.version());
    final Event.ProtectionTripped message =
        new Event.ProtectionTripped(
            protectionTrippedIn.accountId(),
            in.text(protectionTrippedIn.quoteGroupLength(), protectionTrippedIn::getQuoteGroup),
            cause(protectionTrippedIn.cause()),
            protectionTrippedIn.lots(),
            protectionTrippedIn.netDelta(),
            protectionTrippedIn.fills());
    in.end(protectionTrippedIn.limit());
    return message;
  }

  private static void put(ProtectionBlockEncoder out, ProtectionLimits limits) {
    out.intervalNanos(limits.intervalNanos())
        .lots(limits.lots())
        .netDelta(limits.netDelta())
        .fills(limits.fills());
  }

  private static ProtectionLimits limits(ProtectionBlockDecoder in) {
    return new ProtectionLimits(in.intervalNanos(), in.lots(), in.netDelta(), in.fills());
  }

  private static ProtectionCauseCode code(ProtectionCause cause) {
    return switch (cause) {
      case LOTS -> ProtectionCauseCode.LOTS;
      case NET_DELTA -> ProtectionCauseCode.NET_DELTA;
      case FILLS -> ProtectionCauseCode.FILLS;
    };
  }

  private static ProtectionCause cause(ProtectionCauseCode code) {
    return switch (code) {
      case LOTS -> ProtectionCause.LOTS;
      case NET_DELTA -> ProtectionCause.NET_DELTA;
      case FILLS -> ProtectionCause.FILLS;
      case NULL_VAL -> throw CodecException.missing("ProtectionCause");
    };
  }
}
