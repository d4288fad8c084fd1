package com.ballastmarkets.engine.market;

import com.ballastmarkets.domain.instrument.Instrument;
import com.ballastmarkets.domain.instrument.MarketState;
import com.ballastmarkets.domain.instrument.StateReason;
import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.domain.state.StateInput;
import com.ballastmarkets.domain.state.StateOutput;
import com.ballastmarkets.engine.book.OrderBook;
import com.ballastmarkets.engine.book.PriceLevel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One listed market: its terms, phase, book, stop orders and prices. */
public final class Market {
  /** No timer runs. */
  public static final long NEVER = Long.MAX_VALUE;

  /** Half the width of the band, in hundredths of the face. */
  private static final long BAND_PERCENT = 15;

  private final Instrument instrument;
  private final int handle;
  private final OrderBook book = new OrderBook();
  private final StopBook stops = new StopBook();

  private MarketState state = MarketState.PRE_OPEN;
  private StateReason reason = StateReason.SCHEDULE;
  private long phaseEndNanos = NEVER;

  private long referencePrice;
  private long bandLow;
  private long bandHigh;
  private boolean traded;
  private long lastPrice;

  // The last trade of which neither side was a liquidation.
  private boolean freelyTraded;
  private long lastFreePrice;
  private long mark;

  private long indicativePrice;
  private long indicativeLots;
  private long settlementValue;
  private boolean changed;

  // How many remembered markets refer to it, and whether it is kept for their sake only.
  private int references;
  private boolean memoryOver;

  /** What it is made of, if it is a combo. */
  private @Nullable Combo combo;

  /** The combos that it is a leg of, in the order of their definition; null until the first. */
  private @Nullable List<Combo> combos;

  private boolean combosDue;

  /**
   * @param handle the clearing house's
   */
  Market(Instrument instrument, int handle) {
    this.instrument = instrument;
    this.handle = handle;
    this.mark = instrument.referencePriceMicros();
    referencePrice(instrument.referencePriceMicros());
  }

  public Instrument instrument() {
    return instrument;
  }

  public int id() {
    return instrument.marketId();
  }

  /** The clearing house's handle for it. */
  public int handle() {
    return handle;
  }

  // ---- combos ------------------------------------------------------------------------------

  /** What it is made of; null unless it is a combo. */
  public @Nullable Combo combo() {
    return combo;
  }

  void combo(Combo of) {
    combo = of;
  }

  /** Whether it is a leg of a combo. */
  public boolean hasCombos() {
    return combos != null && !combos.isEmpty();
  }

  /** The combos that it is a leg of, in the order of their definition. */
  public List<Combo> combos() {
    if (combos == null) {
      combos = new ArrayList<>(2);
    }
    return combos;
  }

  /** Notes that its combos are to be looked at; tells whether it is the first note. */
  public boolean noteCombos() {
    final boolean first = !combosDue;
    combosDue = true;
    return first;
  }

  /** Its combos are being looked at. */
  public void combosSeen() {
    combosDue = false;
  }

  public OrderBook book() {
    return book;
  }

  public StopBook stops() {
    return stops;
  }

  // ---- phase -------------------------------------------------------------------------------

  public MarketState state() {
    return state;
  }

  /** Why the market is in its phase. */
  public StateReason reason() {
    return reason;
  }

  /** When the phase ends by itself, {@link #NEVER} if it does not. */
  public long phaseEndNanos() {
    return phaseEndNanos;
  }

  void phase(MarketState newState, StateReason newReason, long endNanos) {
    state = newState;
    reason = newReason;
    phaseEndNanos = endNanos;
  }

  public boolean isContinuous() {
    return state == MarketState.CONTINUOUS;
  }

  // ---- prices ------------------------------------------------------------------------------

  /** The centre of the band. */
  public long referencePrice() {
    return referencePrice;
  }

  public void referencePrice(long priceMicros) {
    referencePrice = priceMicros;
    final long width = Math.multiplyExact(instrument.contract().faceMicros(), BAND_PERCENT) / 100;
    bandLow = Math.max(instrument.contract().loMicros(), Math.subtractExact(priceMicros, width));
    bandHigh = Math.min(instrument.contract().hiMicros(), Math.addExact(priceMicros, width));
  }

  /** Whether a match at this price may happen: the edges belong to the band. */
  public boolean isInBand(long priceMicros) {
    return priceMicros >= bandLow && priceMicros <= bandHigh;
  }

  /** The lower edge of the band. */
  public long bandLow() {
    return bandLow;
  }

  /** The upper edge of the band. */
  public long bandHigh() {
    return bandHigh;
  }

  /** The limit that a market order gets: the last grid price inside the band. */
  public long collar(Side side) {
    if (combo != null) {
      return combo.collar(side);
    }
    return side == Side.BUY
        ? instrument.ticks().atOrBelow(bandHigh)
        : instrument.ticks().atOrAbove(bandLow);
  }

  public boolean hasTraded() {
    return traded;
  }

  /** The price of the last trade; meaningless before {@link #hasTraded}. */
  public long lastPrice() {
    return lastPrice;
  }

  /** A trade happened at this price. */
  public void trade(long priceMicros) {
    freelyTraded = true;
    lastFreePrice = priceMicros;
    forcedTrade(priceMicros);
  }

  /** A trade with a liquidation's order: its price is no last trade to the mark. */
  public void forcedTrade(long priceMicros) {
    traded = true;
    lastPrice = priceMicros;
    stops.trade(priceMicros);
  }

  /** Trading goes on: stop orders that came meanwhile are held against the last trade. */
  public void resumeStops() {
    if (traded) {
      stops.trade(lastPrice);
    }
  }

  public long mark() {
    return mark;
  }

  void mark(long priceMicros) {
    mark = priceMicros;
  }

  /**
   * The median of best bid, best ask and last trade; the last trade clamped into what quotes there
   * are if a side is missing; the reference price before any trade. Outside continuous trading the
   * mark stands still: quotes that cannot be hit say nothing. Nor does the price of a forced trade:
   * a liquidation would move the mark against the account that it is to save.
   */
  long fairMark() {
    if (!freelyTraded || !isContinuous()) {
      return mark;
    }
    final PriceLevel bid = book.bids().best();
    final PriceLevel ask = book.asks().best();
    long price = lastFreePrice;
    if (ask != null) {
      price = Math.min(price, ask.price());
    }
    // The median of three with bid below ask is the last trade clamped between them.
    if (bid != null) {
      price = Math.max(price, bid.price());
    }
    return price;
  }

  long indicativePrice() {
    return indicativePrice;
  }

  long indicativeLots() {
    return indicativeLots;
  }

  void indicative(long priceMicros, long lots) {
    indicativePrice = priceMicros;
    indicativeLots = lots;
  }

  /** The provisional or final value; meaningless before there is one. */
  public long settlementValue() {
    return settlementValue;
  }

  public void settlementValue(long valueMicros) {
    settlementValue = valueMicros;
  }

  // ---- memory ------------------------------------------------------------------------------

  /** Another market refers to this one (1), or one that did is forgotten (−1). */
  void refer(int change) {
    references += change;
  }

  /** It ended so long ago that it need not be remembered for its own sake. */
  void memoryIsOver() {
    memoryOver = true;
  }

  /** It ended lately. */
  void isRemembered() {
    memoryOver = false;
  }

  boolean isForgettable() {
    return memoryOver && references == 0;
  }

  // ---- publication -------------------------------------------------------------------------

  /** Notes that something may have changed in this step; tells whether it is the first note. */
  boolean noteChange() {
    final boolean first = !changed;
    changed = true;
    return first;
  }

  void changePublished() {
    changed = false;
  }

  // ---- state -------------------------------------------------------------------------------

  /** Writes everything but the terms and the orders. */
  public void writeState(StateOutput output) {
    output.putEnum(state);
    output.putEnum(reason);
    output.putLong(phaseEndNanos);
    output.putLong(referencePrice);
    output.putBoolean(traded);
    output.putLong(lastPrice);
    output.putLong(mark);
    output.putLong(indicativePrice);
    output.putLong(indicativeLots);
    output.putLong(settlementValue);
    stops.writeState(output);
    output.putBoolean(freelyTraded);
    output.putLong(lastFreePrice);
  }

  /**
   * @param version of the markets' section
   */
  public void readState(StateInput input, int version) {
    state = input.getEnum(MarketState.values());
    reason = input.getEnum(StateReason.values());
    phaseEndNanos = input.getLong();
    referencePrice(input.getLong());
    traded = input.getBoolean();
    lastPrice = input.getLong();
    mark = input.getLong();
    indicativePrice = input.getLong();
    indicativeLots = input.getLong();
    settlementValue = input.getLong();
    stops.readState(input);
    freelyTraded = version > 2 ? input.getBoolean() : traded;
    lastFreePrice = version > 2 ? input.getLong() : lastPrice;
  }
}
