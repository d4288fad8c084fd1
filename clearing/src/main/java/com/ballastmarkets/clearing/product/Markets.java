package com.ballastmarkets.clearing.product;

import com.ballastmarkets.domain.instrument.Contract;
import com.ballastmarkets.domain.instrument.FeeSchedule;
import com.ballastmarkets.domain.instrument.Instrument;
import com.ballastmarkets.domain.money.Micros;
import java.util.Arrays;
import org.agrona.collections.Int2IntHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The markets that are cleared, by handle. The handle of a market that is gone goes to the next one
 * listed, the lowest first, so that a thousand listings take no more memory than are alive at once.
 */
public final class Markets {
  /**
   * The most that a market's position limit may be worth, in U: 10 billion USDC. It keeps every
   * product of lots and prices, and their sums over thousands of markets, inside a long.
   */
  public static final long MAX_LIMIT_MICROS = 10_000_000_000L * Micros.PER_UNIT;

  private static final int NONE = -1;

  private final Int2IntHashMap handles = new Int2IntHashMap(NONE);
  private @Nullable ClearedMarket[] byHandle = new @Nullable ClearedMarket[64];
  private long[] marks = new long[64];
  private int next;

  public Markets() {}

  /** Whether a market can be carried: see {@code ClearingHouse.isListable}. */
  public boolean isListable(Instrument instrument) {
    final Contract contract = instrument.contract();
    return handle(instrument.marketId()) == NONE
        && fitsLimit(contract, instrument.positionLimitLots())
        && feesFit(contract, instrument.fees())
        && switch (contract) {
          case Contract.Binary _ -> true;
          case Contract.Index _ -> true;
          case Contract.Option option -> {
            final ClearedMarket index = find(option.underlyingMarketId());
            yield index != null
                && index.contract() instanceof Contract.Index
                && index.underlying().expiryNanos() == instrument.expiryNanos();
          }
          case Contract.ConditionalSpread spread ->
              isA(Contract.Binary.class, spread.conditionMarketId())
                  && isA(Contract.Index.class, spread.legAMarketId())
                  && isA(Contract.Index.class, spread.legBMarketId())
                  && spread.legAMarketId() != spread.legBMarketId();
          case Contract.Combo _ -> false;
        };
  }

  /** Whether a position limit keeps amounts inside their bounds. */
  public static boolean fitsLimit(Contract contract, long limitLots) {
    return limitLots > 0 && limitLots <= MAX_LIMIT_MICROS / contract.faceMicros();
  }

  private static boolean feesFit(Contract contract, FeeSchedule fees) {
    return fees.basis() == FeeSchedule.Basis.PER_LOT || contract instanceof Contract.Binary;
  }

  private boolean isA(Class<? extends Contract> kind, int marketId) {
    final ClearedMarket market = find(marketId);
    return market != null && kind.isInstance(market.contract());
  }

  /** Takes a market on, marked at its reference price. */
  public ClearedMarket add(Instrument instrument) {
    final ClearedMarket market = add(lowestFree(), instrument);
    marks[market.handle()] = instrument.referencePriceMicros();
    return market;
  }

  private int lowestFree() {
    int handle = 0;
    while (handle < next && byHandle[handle] != null) {
      handle++;
    }
    return handle;
  }

  /** Takes a market on under the handle that it had. */
  public ClearedMarket add(int handle, Instrument instrument) {
    final Underlying underlying =
        switch (instrument.contract()) {
          case Contract.Option option -> require(handle(option.underlyingMarketId())).underlying();
          case Contract.Binary _, Contract.Index _, Contract.ConditionalSpread _ ->
              new Underlying(
                  instrument.marketId(), instrument.contract(), instrument.expiryNanos());
          case Contract.Combo _ -> throw new IllegalArgumentException("a combo is never held");
        };
    return attach(handle, instrument, underlying);
  }

  /** Takes a market on whose underlying is known. */
  public ClearedMarket attach(int handle, Instrument instrument, Underlying underlying) {
    if (handle >= byHandle.length) {
      byHandle = Arrays.copyOf(byHandle, Math.max(handle + 1, byHandle.length * 2));
      marks = Arrays.copyOf(marks, byHandle.length);
    }
    final ClearedMarket market = new ClearedMarket(handle, instrument, underlying);
    byHandle[handle] = market;
    handles.put(instrument.marketId(), handle);
    next = Math.max(next, handle + 1);
    underlying.add(market);
    return market;
  }

  /** Forgets a market. */
  public void remove(ClearedMarket market) {
    byHandle[market.handle()] = null;
    marks[market.handle()] = 0;
    handles.remove(market.marketId());
    market.underlying().remove(market);
    while (next > 0 && byHandle[next - 1] == null) {
      next--;
    }
  }

  /** The handle of a live market, −1 if there is none. */
  public int handle(int marketId) {
    return handles.get(marketId);
  }

  /** The live market of a public id, or null. */
  public @Nullable ClearedMarket find(int marketId) {
    final int handle = handle(marketId);
    return handle == NONE ? null : byHandle[handle];
  }

  /** The live market of a handle, or null. */
  public @Nullable ClearedMarket get(int handle) {
    return byHandle[handle];
  }

  /** The live market of a handle, which must be. */
  public ClearedMarket require(int handle) {
    final ClearedMarket market = byHandle[handle];
    if (market == null) {
      throw new IllegalStateException("no live market has the handle " + handle);
    }
    return market;
  }

  /** Handles run from 0 to below this. */
  public int handleCount() {
    return next;
  }

  /** Makes room for handles up to a count. */
  public void reserve(int count) {
    if (count > byHandle.length) {
      byHandle = Arrays.copyOf(byHandle, count);
      marks = Arrays.copyOf(marks, count);
    }
  }

  /** Marks in micros by handle. To be read only. */
  public long[] marks() {
    return marks;
  }

  /** Sets a mark. */
  public void mark(int handle, long priceMicros) {
    final Contract contract = require(handle).contract();
    if (priceMicros < contract.loMicros() || priceMicros > contract.hiMicros()) {
      throw new IllegalArgumentException("a mark lies in the contract's range: " + priceMicros);
    }
    marks[handle] = priceMicros;
  }
}
