package com.ballastmarkets.protocol.codec;

import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.protocol.sbe.ClockAdvancedDecoder;
import com.ballastmarkets.protocol.sbe.ClockAdvancedEncoder;
import com.ballastmarkets.protocol.sbe.DailySettledDecoder;
import com.ballastmarkets.protocol.sbe.DailySettledEncoder;
import com.ballastmarkets.protocol.sbe.IndicativeChangedDecoder;
import com.ballastmarkets.protocol.sbe.IndicativeChangedEncoder;
import com.ballastmarkets.protocol.sbe.LevelChangedDecoder;
import com.ballastmarkets.protocol.sbe.LevelChangedEncoder;
import com.ballastmarkets.protocol.sbe.MarkChangedDecoder;
import com.ballastmarkets.protocol.sbe.MarkChangedEncoder;
import com.ballastmarkets.protocol.sbe.MarketListedDecoder;
import com.ballastmarkets.protocol.sbe.MarketListedEncoder;
import com.ballastmarkets.protocol.sbe.MarketStateChangedDecoder;
import com.ballastmarkets.protocol.sbe.MarketStateChangedEncoder;
import com.ballastmarkets.protocol.sbe.NewsHaltDeclaredDecoder;
import com.ballastmarkets.protocol.sbe.NewsHaltDeclaredEncoder;

/** Events: markets. */
final class MarketEventCodec {
  private final MarketListedEncoder marketListedOut = new MarketListedEncoder();
  private final MarketListedDecoder marketListedIn = new MarketListedDecoder();
  private final MarketStateChangedEncoder marketStateChangedOut = new MarketStateChangedEncoder();
  private final MarketStateChangedDecoder marketStateChangedIn = new MarketStateChangedDecoder();
  private final MarkChangedEncoder markChangedOut = new MarkChangedEncoder();
  private final MarkChangedDecoder markChangedIn = new MarkChangedDecoder();
  private final LevelChangedEncoder levelChangedOut = new LevelChangedEncoder();
  private final LevelChangedDecoder levelChangedIn = new LevelChangedDecoder();
  private final IndicativeChangedEncoder indicativeChangedOut = new IndicativeChangedEncoder();
  private final IndicativeChangedDecoder indicativeChangedIn = new IndicativeChangedDecoder();
  private final DailySettledEncoder dailySettledOut = new DailySettledEncoder();
  private final DailySettledDecoder dailySettledIn = new DailySettledDecoder();
  private final ClockAdvancedEncoder clockAdvancedOut = new ClockAdvancedEncoder();
  private final ClockAdvancedDecoder clockAdvancedIn = new ClockAdvancedDecoder();
  private final InstrumentCodec instruments = new InstrumentCodec();
  private final NewsHaltDeclaredEncoder newsHaltDeclaredOut = new NewsHaltDeclaredEncoder();
  private final NewsHaltDeclaredDecoder newsHaltDeclaredIn = new NewsHaltDeclaredDecoder();

  int encode(Event.MarketListed message, MessageOut out) {
    marketListedOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    marketListedOut.limit(
        instruments.encodeNested(message.instrument(), out.buffer(), marketListedOut.limit()));
    return marketListedOut.limit() - out.offset();
  }

  Event.MarketListed marketListed(MessageIn in) {
    marketListedIn.wrap(
        in.buffer(), in.body(), in.blockLength(MarketListedDecoder.BLOCK_LENGTH), in.version());
    final Event.MarketListed message =
        new Event.MarketListed(
            instruments.decodeNested(
                marketListedIn.instrumentLength(), marketListedIn::wrapInstrument));
    in.end(marketListedIn.limit());
    return message;
  }

  int encode(Event.MarketStateChanged message, MessageOut out) {
    marketStateChangedOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    marketStateChangedOut
        .marketId(message.marketId())
        .from(MarketCodes.code(message.from()))
        .to(MarketCodes.code(message.to()))
        .reason(MarketCodes.code(message.reason()))
        .referencePriceMicros(message.referencePriceMicros());
    return marketStateChangedOut.limit() - out.offset();
  }

  Event.MarketStateChanged marketStateChanged(MessageIn in) {
    marketStateChangedIn.wrap(
        in.buffer(),
        in.body(),
        in.blockLength(MarketStateChangedDecoder.BLOCK_LENGTH),
        in.version());
    final Event.MarketStateChanged message =
        new Event.MarketStateChanged(
            marketStateChangedIn.marketId(),
            MarketCodes.marketState(marketStateChangedIn.from()),
            MarketCodes.marketState(marketStateChangedIn.to()),
            MarketCodes.stateReason(marketStateChangedIn.reason()),
            marketStateChangedIn.referencePriceMicros());
    in.end(marketStateChangedIn.limit());
    return message;
  }

  int encode(Event.MarkChanged message, MessageOut out) {
    markChangedOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    markChangedOut.marketId(message.marketId()).markMicros(message.markMicros());
    return markChangedOut.limit() - out.offset();
  }

  Event.MarkChanged markChanged(MessageIn in) {
    markChangedIn.wrap(
        in.buffer(), in.body(), in.blockLength(MarkChangedDecoder.BLOCK_LENGTH), in.version());
    final Event.MarkChanged message =
        new Event.MarkChanged(markChangedIn.marketId(), markChangedIn.markMicros());
    in.end(markChangedIn.limit());
    return message;
  }

  int encode(Event.LevelChanged message, MessageOut out) {
    levelChangedOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    levelChangedOut
        .marketId(message.marketId())
        .side(OrderCodes.code(message.side()))
        .priceMicros(message.priceMicros())
        .lots(message.lots())
        .orders(message.orders());
    return levelChangedOut.limit() - out.offset();
  }

  Event.LevelChanged levelChanged(MessageIn in) {
    levelChangedIn.wrap(
        in.buffer(), in.body(), in.blockLength(LevelChangedDecoder.BLOCK_LENGTH), in.version());
    final Event.LevelChanged message =
        new Event.LevelChanged(
            levelChangedIn.marketId(),
            OrderCodes.side(levelChangedIn.side()),
            levelChangedIn.priceMicros(),
            levelChangedIn.lots(),
            levelChangedIn.orders());
    in.end(levelChangedIn.limit());
    return message;
  }

  int encode(Event.IndicativeChanged message, MessageOut out) {
    indicativeChangedOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    indicativeChangedOut
        .marketId(message.marketId())
        .priceMicros(message.priceMicros())
        .lots(message.lots());
    return indicativeChangedOut.limit() - out.offset();
  }

  Event.IndicativeChanged indicativeChanged(MessageIn in) {
    indicativeChangedIn.wrap(
        in.buffer(),
        in.body(),
        in.blockLength(IndicativeChangedDecoder.BLOCK_LENGTH),
        in.version());
    final Event.IndicativeChanged message =
        new Event.IndicativeChanged(
            indicativeChangedIn.marketId(),
            indicativeChangedIn.priceMicros(),
            indicativeChangedIn.lots());
    in.end(indicativeChangedIn.limit());
    return message;
  }

  int encode(Event.DailySettled message, MessageOut out) {
    dailySettledOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    dailySettledOut.epochDay(message.epochDay());
    return dailySettledOut.limit() - out.offset();
  }

  Event.DailySettled dailySettled(MessageIn in) {
    dailySettledIn.wrap(
        in.buffer(), in.body(), in.blockLength(DailySettledDecoder.BLOCK_LENGTH), in.version());
    final Event.DailySettled message = new Event.DailySettled(dailySettledIn.epochDay());
    in.end(dailySettledIn.limit());
    return message;
  }

  int encode(Event.ClockAdvanced message, MessageOut out) {
    clockAdvancedOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    clockAdvancedOut.fromNanos(message.fromNanos()).toNanos(message.toNanos());
    return clockAdvancedOut.limit() - out.offset();
  }

  Event.ClockAdvanced clockAdvanced(MessageIn in) {
    clockAdvancedIn.wrap(
        in.buffer(), in.body(), in.blockLength(ClockAdvancedDecoder.BLOCK_LENGTH), in.version());
    final Event.ClockAdvanced message =
        new Event.ClockAdvanced(clockAdvancedIn.fromNanos(), clockAdvancedIn.toNanos());
    in.end(clockAdvancedIn.limit());
    return message;
  }

  int encode(Event.NewsHaltDeclared message, MessageOut out) {
    newsHaltDeclaredOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    newsHaltDeclaredOut.reopensAtNanos(message.reopensAtNanos());
    out.text(message.place(), "place", newsHaltDeclaredOut::putPlace);
    out.text(message.reference(), "reference", newsHaltDeclaredOut::putReference);
    return newsHaltDeclaredOut.limit() - out.offset();
  }

  Event.NewsHaltDeclared newsHaltDeclared(MessageIn in) {
    newsHaltDeclaredIn.wrap(
        in.buffer(), in.body(), in.blockLength(NewsHaltDeclaredDecoder.BLOCK_LENGTH), in.version());
    final Event.NewsHaltDeclared message =
        new Event.NewsHaltDeclared(
            in.text(newsHaltDeclaredIn.placeLength(), newsHaltDeclaredIn::getPlace),
            in.text(newsHaltDeclaredIn.referenceLength(), newsHaltDeclaredIn::getReference),
            newsHaltDeclaredIn.reopensAtNanos());
    in.end(newsHaltDeclaredIn.limit());
    return message;
  }
}
