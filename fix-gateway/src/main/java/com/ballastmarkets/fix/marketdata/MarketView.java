package com.ballastmarkets.fix.marketdata;

import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.instrument.Instrument;
import com.ballastmarkets.domain.instrument.MarketState;
import com.ballastmarkets.domain.instrument.StateReason;
import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.fix.marketdata.Entry.Level;
import com.ballastmarkets.fix.marketdata.Entry.Statistic;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One market as the journal has told it so far, and what the present command has touched. */
final class MarketView {
  private static final int FINAL = 1;
  private static final int THEORETICAL = 2;

  private final Instrument instrument;
  private final NavigableMap<Long, Level> bids = new TreeMap<>(Collections.reverseOrder());
  private final NavigableMap<Long, Level> offers = new TreeMap<>();
  private final Map<Long, Long> longLots = new HashMap<>();
  private final Map<FeedKey, Feed> feeds = new LinkedHashMap<>();

  private MarketState state = MarketState.PRE_OPEN;
  private StateReason reason = StateReason.SCHEDULE;
  private long stateNanos;
  private @Nullable Entry lastTrade;
  private long markMicros;
  private long referenceMicros;
  private @Nullable Long settlementMicros;
  private int settlementType = THEORETICAL;
  private long dayVolume;
  private @Nullable Long dayHigh;
  private @Nullable Long dayLow;
  private long openInterest;
  private @Nullable Statistic indicative;

  private final List<Entry> trades = new ArrayList<>();
  private final Set<Long> touchedBids = new TreeSet<>();
  private final Set<Long> touchedOffers = new TreeSet<>();

  MarketView(Instrument instrument, long listedNanos) {
    this.instrument = instrument;
    this.markMicros = instrument.referencePriceMicros();
    this.referenceMicros = instrument.referencePriceMicros();
    this.stateNanos = listedNanos;
  }

  Instrument instrument() {
    return instrument;
  }

  MarketState state() {
    return state;
  }

  StateReason reason() {
    return reason;
  }

  long stateNanos() {
    return stateNanos;
  }

  /** The levels of a side, best first. */
  NavigableMap<Long, Level> levels(EntryType side) {
    return side == EntryType.BID ? bids : offers;
  }

  Set<Long> touched(EntryType side) {
    return side == EntryType.BID ? touchedBids : touchedOffers;
  }

  List<Entry> trades() {
    return trades;
  }

  @Nullable Entry lastTrade() {
    return lastTrade;
  }

  Map<FeedKey, Feed> feeds() {
    return feeds;
  }

  /** The centre of the band outside which nothing matches. */
  long referenceMicros() {
    return referenceMicros;
  }

  /** SettlPriceType (731) of the settlement price: 1 when it is final, else 2. */
  int settlementType() {
    return settlementType;
  }

  /** A figure of the market; null if there is none. */
  @Nullable Statistic statistic(EntryType type) {
    return switch (type) {
      case SETTLEMENT_PRICE -> settlementMicros == null ? null : new Statistic(settlementMicros, 0);
      case HIGH -> dayHigh == null ? null : new Statistic(dayHigh, 0);
      case LOW -> dayLow == null ? null : new Statistic(dayLow, 0);
      case TRADE_VOLUME -> new Statistic(null, dayVolume);
      case OPEN_INTEREST -> new Statistic(null, openInterest);
      case AUCTION_CLEARING_PRICE -> indicative;
      case BID, OFFER, TRADE -> throw new IllegalArgumentException("not a figure: " + type);
    };
  }

  // ---- what the journal says -------------------------------------------------------------------

  void level(Event.LevelChanged event) {
    final EntryType side = event.side() == Side.BUY ? EntryType.BID : EntryType.OFFER;
    touched(side).add(event.priceMicros());
    if (event.lots() == 0) {
      levels(side).remove(event.priceMicros());
    } else {
      levels(side)
          .put(event.priceMicros(), new Level(event.priceMicros(), event.lots(), event.orders()));
    }
  }

  void traded(Event.Trade trade, long timeNanos) {
    final char aggressor = trade.auction() ? '0' : aggressor(trade.taker());
    traded(trade.tradeId(), trade.priceMicros(), trade.lots(), aggressor, timeNanos);
  }

  /** A fill of this combo's orders; its legs' trades are those of their markets. */
  void traded(Event.ComboTrade trade, long timeNanos) {
    traded(trade.tradeId(), trade.priceMicros(), trade.lots(), aggressor(trade.taker()), timeNanos);
  }

  private static char aggressor(Event.Fill taker) {
    return taker.side() == Side.BUY ? '1' : '2';
  }

  private void traded(long tradeId, long priceMicros, long lots, char aggressor, long timeNanos) {
    final Entry entry =
        new Entry(
            Entry.Action.NEW, EntryType.TRADE, priceMicros, lots, 0, tradeId, aggressor, timeNanos);
    trades.add(entry);
    lastTrade = entry;
    dayVolume = Math.addExact(dayVolume, lots);
    dayHigh = dayHigh == null ? priceMicros : Math.max(dayHigh, priceMicros);
    dayLow = dayLow == null ? priceMicros : Math.min(dayLow, priceMicros);
  }

  void position(Event.PositionUpdated event) {
    final long now = Math.max(0, event.lots());
    final Long before =
        now == 0 ? longLots.remove(event.accountId()) : longLots.put(event.accountId(), now);
    openInterest = Math.addExact(openInterest, now - (before == null ? 0 : before));
  }

  void marked(long micros) {
    markMicros = micros;
  }

  void indicative(Event.IndicativeChanged event) {
    indicative = event.lots() == 0 ? null : new Statistic(event.priceMicros(), event.lots());
  }

  void phase(Event.MarketStateChanged event, long timeNanos) {
    state = event.to();
    reason = event.reason();
    stateNanos = timeNanos;
    referenceMicros = event.referencePriceMicros();
    if (state != MarketState.AUCTION) {
      indicative = null;
    }
  }

  /** The day's variation is paid at the marks: a new day begins. */
  void daySettled() {
    if (state.isClosed()) {
      return;
    }
    settlementMicros = markMicros;
    referenceMicros = markMicros;
    dayVolume = 0;
    dayHigh = null;
    dayLow = null;
  }

  void settled(long valueMicros) {
    settlementMicros = valueMicros;
    settlementType = FINAL;
  }

  void voided() {
    settlementMicros = null;
  }

  /** The command is over, and has been told. */
  void commandOver() {
    trades.clear();
    touchedBids.clear();
    touchedOffers.clear();
  }
}
