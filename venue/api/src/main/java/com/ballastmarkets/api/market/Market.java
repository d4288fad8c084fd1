package com.ballastmarkets.api.market;

import com.ballastmarkets.api.json.Decimals;
import com.ballastmarkets.api.settlement.Settlement;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.instrument.Contract;
import com.ballastmarkets.domain.instrument.Instrument;
import com.ballastmarkets.domain.instrument.MarketState;
import com.ballastmarkets.domain.instrument.StateReason;
import com.ballastmarkets.domain.order.Side;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One market as the journal tells it. Written by the journal's thread, read by any; each method is
 * one consistent look.
 */
public final class Market {
  private static final int TRADES_KEPT = 1_000;

  private final Instrument instrument;
  private final int places;
  private final Book book = new Book();
  private final RollingVolume volume = new RollingVolume();
  private final ArrayDeque<PublicTrade> trades = new ArrayDeque<>();
  private MarketState state = MarketState.PRE_OPEN;
  private StateReason stateReason = StateReason.SCHEDULE;
  private long referencePriceMicros;
  private long markMicros;
  private @Nullable Long lastPriceMicros;
  private @Nullable Long indicativePriceMicros;
  private long indicativeLots;
  private Settlement settlement = Settlement.none();
  private final Map<Long, Long> exemptions = new HashMap<>();
  private long positionLimitLots;

  public Market(Instrument instrument) {
    this.instrument = instrument;
    this.places = Decimals.places(instrument.ticks());
    this.referencePriceMicros = instrument.referencePriceMicros();
    this.markMicros = instrument.referencePriceMicros();
    this.positionLimitLots = instrument.positionLimitLots();
  }

  /** A trade that everybody may see, the newest with the highest id. */
  public record PublicTrade(
      long tradeId, long priceMicros, long lots, Side takerSide, boolean auction, long timeNanos) {}

  public Instrument instrument() {
    return instrument;
  }

  public String symbol() {
    return instrument.symbol();
  }

  /** Decimal places of a price on this market's grid. */
  public int places() {
    return places;
  }

  public synchronized MarketState state() {
    return state;
  }

  /** Whether it is gone for good: settled or void, or a combo whose first leg has ended. */
  public synchronized boolean isOver() {
    return state.isClosed()
        || (state == MarketState.EXPIRED && instrument.contract() instanceof Contract.Combo);
  }

  public synchronized StateReason stateReason() {
    return stateReason;
  }

  public synchronized long referencePriceMicros() {
    return referencePriceMicros;
  }

  public synchronized long markMicros() {
    return markMicros;
  }

  public synchronized Settlement settlement() {
    return settlement;
  }

  public synchronized void settlement(Settlement now) {
    settlement = now;
  }

  public synchronized void onState(Event.MarketStateChanged changed) {
    state = changed.to();
    stateReason = changed.reason();
    referencePriceMicros = changed.referencePriceMicros();
    if (state != MarketState.AUCTION) {
      indicativePriceMicros = null;
      indicativeLots = 0;
    }
    if (!state.acceptsCancels()) {
      book.clear();
    }
  }

  public synchronized void onLimit(long lots) {
    positionLimitLots = lots;
  }

  public synchronized void onExemption(long participantId, long extraLots) {
    exemptions.put(participantId, extraLots);
  }

  /** The most that a participant may hold on either side, its hedge exemptions included. */
  public synchronized long positionLimitLots(long participantId) {
    return positionLimitLots + exemptions.getOrDefault(participantId, 0L);
  }

  public synchronized void onMark(Event.MarkChanged changed) {
    markMicros = changed.markMicros();
  }

  public synchronized void onIndicative(Event.IndicativeChanged changed) {
    indicativePriceMicros = changed.lots() == 0 ? null : changed.priceMicros();
    indicativeLots = changed.lots();
  }

  /** The levels that one command changed, together. */
  public synchronized void onLevels(List<Event.LevelChanged> changes) {
    for (Event.LevelChanged change : changes) {
      book.set(change.side(), change.priceMicros(), change.lots(), change.orders());
    }
  }

  public synchronized void onTrade(Event.Trade trade, long timeNanos) {
    onTrade(
        new PublicTrade(
            trade.tradeId(),
            trade.priceMicros(),
            trade.lots(),
            trade.taker().side(),
            trade.auction(),
            timeNanos));
  }

  /** A fill of this combo's orders, per combo; its legs' trades are those of their markets. */
  public synchronized void onComboTrade(Event.ComboTrade trade, long timeNanos) {
    onTrade(
        new PublicTrade(
            trade.tradeId(),
            trade.priceMicros(),
            trade.lots(),
            trade.taker().side(),
            false,
            timeNanos));
  }

  private void onTrade(PublicTrade trade) {
    lastPriceMicros = trade.priceMicros();
    volume.add(trade.timeNanos(), trade.lots());
    trades.addFirst(trade);
    if (trades.size() > TRADES_KEPT) {
      trades.removeLast();
    }
  }

  /** The newest trades with an id below the given one. */
  public synchronized List<PublicTrade> trades(long beforeTradeId, int limit) {
    final List<PublicTrade> page = new ArrayList<>();
    final Iterator<PublicTrade> newestFirst = trades.iterator();
    while (newestFirst.hasNext() && page.size() < limit) {
      final PublicTrade trade = newestFirst.next();
      if (trade.tradeId() < beforeTradeId) {
        page.add(trade);
      }
    }
    return page;
  }

  public synchronized MarketJson.Ticker ticker(long nowNanos) {
    return new MarketJson.Ticker(
        symbol(),
        Decimals.price(lastPriceMicros),
        Decimals.price(book.best(Side.BUY)),
        Decimals.price(book.best(Side.SELL)),
        volume.at(nowNanos),
        Decimals.price(markMicros),
        Decimals.price(indicativePriceMicros),
        indicativeLots);
  }

  public synchronized MarketJson.Listing listing(long nowNanos) {
    return new MarketJson.Listing(
        symbol(),
        instrument.name(),
        instrument.contract().typeName(),
        Decimals.time(instrument.expiryNanos()),
        Decimals.price(lastPriceMicros),
        Decimals.price(book.best(Side.BUY)),
        Decimals.price(book.best(Side.SELL)),
        volume.at(nowNanos),
        MarketJson.word(state),
        instrument.place());
  }

  public synchronized MarketJson.Details details(long nowNanos) {
    return MarketJson.details(
        instrument,
        listing(nowNanos),
        stateReason,
        markMicros,
        referencePriceMicros,
        positionLimitLots,
        settlement);
  }

  /** The best levels of both sides. */
  public synchronized MarketJson.Depth depth(int levels, long nowNanos) {
    return new MarketJson.Depth(
        symbol(),
        Decimals.time(nowNanos),
        shown(book.top(Side.BUY, levels)),
        shown(book.top(Side.SELL, levels)));
  }

  /** See {@link Book#checksum}. */
  public synchronized long checksum() {
    return book.checksum();
  }

  private List<MarketJson.Level> shown(List<Book.Level> levels) {
    return levels.stream()
        .map(level -> new MarketJson.Level(price(level.priceMicros()), level.lots()))
        .toList();
  }

  /** A price with the places of this market's grid. */
  public java.math.BigDecimal price(long micros) {
    return Decimals.price(micros, places);
  }
}
