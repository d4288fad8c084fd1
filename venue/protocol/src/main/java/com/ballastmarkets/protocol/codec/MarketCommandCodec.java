package com.ballastmarkets.protocol.codec;

import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.protocol.sbe.AdvanceClockDecoder;
import com.ballastmarkets.protocol.sbe.AdvanceClockEncoder;
import com.ballastmarkets.protocol.sbe.HaltForNewsDecoder;
import com.ballastmarkets.protocol.sbe.HaltForNewsEncoder;
import com.ballastmarkets.protocol.sbe.HaltMarketDecoder;
import com.ballastmarkets.protocol.sbe.HaltMarketEncoder;
import com.ballastmarkets.protocol.sbe.HaltMarketsDecoder;
import com.ballastmarkets.protocol.sbe.HaltMarketsEncoder;
import com.ballastmarkets.protocol.sbe.ListMarketDecoder;
import com.ballastmarkets.protocol.sbe.ListMarketEncoder;
import com.ballastmarkets.protocol.sbe.OpenMarketDecoder;
import com.ballastmarkets.protocol.sbe.OpenMarketEncoder;
import com.ballastmarkets.protocol.sbe.ResumeMarketDecoder;
import com.ballastmarkets.protocol.sbe.ResumeMarketEncoder;
import com.ballastmarkets.protocol.sbe.ResumeMarketsDecoder;
import com.ballastmarkets.protocol.sbe.ResumeMarketsEncoder;
import com.ballastmarkets.protocol.sbe.SettleDailyDecoder;
import com.ballastmarkets.protocol.sbe.SettleDailyEncoder;
import com.ballastmarkets.protocol.sbe.StartClockDecoder;
import com.ballastmarkets.protocol.sbe.StartClockEncoder;
import com.ballastmarkets.protocol.sbe.TickDecoder;
import com.ballastmarkets.protocol.sbe.TickEncoder;

/** Commands: markets and the venue's day. */
final class MarketCommandCodec {
  private final ListMarketEncoder listMarketOut = new ListMarketEncoder();
  private final ListMarketDecoder listMarketIn = new ListMarketDecoder();
  private final OpenMarketEncoder openMarketOut = new OpenMarketEncoder();
  private final OpenMarketDecoder openMarketIn = new OpenMarketDecoder();
  private final HaltMarketEncoder haltMarketOut = new HaltMarketEncoder();
  private final HaltMarketDecoder haltMarketIn = new HaltMarketDecoder();
  private final ResumeMarketEncoder resumeMarketOut = new ResumeMarketEncoder();
  private final ResumeMarketDecoder resumeMarketIn = new ResumeMarketDecoder();
  private final SettleDailyEncoder settleDailyOut = new SettleDailyEncoder();
  private final SettleDailyDecoder settleDailyIn = new SettleDailyDecoder();
  private final AdvanceClockEncoder advanceClockOut = new AdvanceClockEncoder();
  private final AdvanceClockDecoder advanceClockIn = new AdvanceClockDecoder();
  private final StartClockEncoder startClockOut = new StartClockEncoder();
  private final StartClockDecoder startClockIn = new StartClockDecoder();
  private final TickEncoder tickOut = new TickEncoder();
  private final TickDecoder tickIn = new TickDecoder();
  private final InstrumentCodec instruments = new InstrumentCodec();
  private final HaltMarketsEncoder haltMarketsOut = new HaltMarketsEncoder();
  private final HaltMarketsDecoder haltMarketsIn = new HaltMarketsDecoder();
  private final ResumeMarketsEncoder resumeMarketsOut = new ResumeMarketsEncoder();
  private final ResumeMarketsDecoder resumeMarketsIn = new ResumeMarketsDecoder();
  private final HaltForNewsEncoder haltForNewsOut = new HaltForNewsEncoder();
  private final HaltForNewsDecoder haltForNewsIn = new HaltForNewsDecoder();

  int encode(Command.ListMarket message, MessageOut out) {
    listMarketOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    listMarketOut.limit(
        instruments.encodeNested(message.instrument(), out.buffer(), listMarketOut.limit()));
    return listMarketOut.limit() - out.offset();
  }

  Command.ListMarket listMarket(MessageIn in) {
    listMarketIn.wrap(
        in.buffer(), in.body(), in.blockLength(ListMarketDecoder.BLOCK_LENGTH), in.version());
    final Command.ListMarket message =
        new Command.ListMarket(
            instruments.decodeNested(
                listMarketIn.instrumentLength(), listMarketIn::wrapInstrument));
    in.end(listMarketIn.limit());
    return message;
  }

  int encode(Command.OpenMarket message, MessageOut out) {
    openMarketOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    openMarketOut.marketId(message.marketId());
    return openMarketOut.limit() - out.offset();
  }

  Command.OpenMarket openMarket(MessageIn in) {
    openMarketIn.wrap(
        in.buffer(), in.body(), in.blockLength(OpenMarketDecoder.BLOCK_LENGTH), in.version());
    final Command.OpenMarket message = new Command.OpenMarket(openMarketIn.marketId());
    in.end(openMarketIn.limit());
    return message;
  }

  int encode(Command.HaltMarket message, MessageOut out) {
    haltMarketOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    haltMarketOut.marketId(message.marketId());
    return haltMarketOut.limit() - out.offset();
  }

  Command.HaltMarket haltMarket(MessageIn in) {
    haltMarketIn.wrap(
        in.buffer(), in.body(), in.blockLength(HaltMarketDecoder.BLOCK_LENGTH), in.version());
    final Command.HaltMarket message = new Command.HaltMarket(haltMarketIn.marketId());
    in.end(haltMarketIn.limit());
    return message;
  }

  int encode(Command.ResumeMarket message, MessageOut out) {
    resumeMarketOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    resumeMarketOut.marketId(message.marketId());
    return resumeMarketOut.limit() - out.offset();
  }

  Command.ResumeMarket resumeMarket(MessageIn in) {
    resumeMarketIn.wrap(
        in.buffer(), in.body(), in.blockLength(ResumeMarketDecoder.BLOCK_LENGTH), in.version());
    final Command.ResumeMarket message = new Command.ResumeMarket(resumeMarketIn.marketId());
    in.end(resumeMarketIn.limit());
    return message;
  }

  int encode(Command.SettleDaily message, MessageOut out) {
    settleDailyOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    settleDailyOut.epochDay(message.epochDay());
    return settleDailyOut.limit() - out.offset();
  }

  Command.SettleDaily settleDaily(MessageIn in) {
    settleDailyIn.wrap(
        in.buffer(), in.body(), in.blockLength(SettleDailyDecoder.BLOCK_LENGTH), in.version());
    final Command.SettleDaily message = new Command.SettleDaily(settleDailyIn.epochDay());
    in.end(settleDailyIn.limit());
    return message;
  }

  int encode(Command.AdvanceClock message, MessageOut out) {
    advanceClockOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    advanceClockOut.toNanos(message.toNanos());
    return advanceClockOut.limit() - out.offset();
  }

  Command.AdvanceClock advanceClock(MessageIn in) {
    advanceClockIn.wrap(
        in.buffer(), in.body(), in.blockLength(AdvanceClockDecoder.BLOCK_LENGTH), in.version());
    final Command.AdvanceClock message = new Command.AdvanceClock(advanceClockIn.toNanos());
    in.end(advanceClockIn.limit());
    return message;
  }

  int encode(Command.StartClock message, MessageOut out) {
    startClockOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    startClockOut.atNanos(message.atNanos());
    return startClockOut.limit() - out.offset();
  }

  Command.StartClock startClock(MessageIn in) {
    startClockIn.wrap(
        in.buffer(), in.body(), in.blockLength(StartClockDecoder.BLOCK_LENGTH), in.version());
    final Command.StartClock message = new Command.StartClock(startClockIn.atNanos());
    in.end(startClockIn.limit());
    return message;
  }

  int encode(Command.Tick message, MessageOut out) {
    tickOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    return tickOut.limit() - out.offset();
  }

  Command.Tick tick(MessageIn in) {
    tickIn.wrap(in.buffer(), in.body(), in.blockLength(TickDecoder.BLOCK_LENGTH), in.version());
    final Command.Tick message = new Command.Tick();
    in.end(tickIn.limit());
    return message;
  }

  int encode(Command.HaltMarkets message, MessageOut out) {
    haltMarketsOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    out.text(message.place(), "place", haltMarketsOut::putPlace);
    return haltMarketsOut.limit() - out.offset();
  }

  Command.HaltMarkets haltMarkets(MessageIn in) {
    haltMarketsIn.wrap(
        in.buffer(), in.body(), in.blockLength(HaltMarketsDecoder.BLOCK_LENGTH), in.version());
    final Command.HaltMarkets message =
        new Command.HaltMarkets(in.text(haltMarketsIn.placeLength(), haltMarketsIn::getPlace));
    in.end(haltMarketsIn.limit());
    return message;
  }

  int encode(Command.ResumeMarkets message, MessageOut out) {
    resumeMarketsOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    out.text(message.place(), "place", resumeMarketsOut::putPlace);
    return resumeMarketsOut.limit() - out.offset();
  }

  Command.ResumeMarkets resumeMarkets(MessageIn in) {
    resumeMarketsIn.wrap(
        in.buffer(), in.body(), in.blockLength(ResumeMarketsDecoder.BLOCK_LENGTH), in.version());
    final Command.ResumeMarkets message =
        new Command.ResumeMarkets(
            in.text(resumeMarketsIn.placeLength(), resumeMarketsIn::getPlace));
    in.end(resumeMarketsIn.limit());
    return message;
  }

  int encode(Command.HaltForNews message, MessageOut out) {
    haltForNewsOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    out.text(message.place(), "place", haltForNewsOut::putPlace);
    out.text(message.reference(), "reference", haltForNewsOut::putReference);
    return haltForNewsOut.limit() - out.offset();
  }

  Command.HaltForNews haltForNews(MessageIn in) {
    haltForNewsIn.wrap(
        in.buffer(), in.body(), in.blockLength(HaltForNewsDecoder.BLOCK_LENGTH), in.version());
    final Command.HaltForNews message =
        new Command.HaltForNews(
            in.text(haltForNewsIn.placeLength(), haltForNewsIn::getPlace),
            in.text(haltForNewsIn.referenceLength(), haltForNewsIn::getReference));
    in.end(haltForNewsIn.limit());
    return message;
  }
}
