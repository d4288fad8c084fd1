package com.ballastmarkets.clearing.product;

import com.ballastmarkets.clearing.fee.WorstFee;
import com.ballastmarkets.domain.instrument.Contract;
import com.ballastmarkets.domain.instrument.FeeSchedule;
import com.ballastmarkets.domain.instrument.Instrument;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** A market as the clearing house sees it. */
public final class ClearedMarket {
  private final int handle;
  private final int marketId;
  private final Contract contract;
  private final FeeSchedule fees;
  private final long faceMicros;
  private final Underlying underlying;
  private long[] payoffs = {};
  private long payoffLow;
  private long payoffHigh;
  private long limitLots;
  private Map<Long, Long> exemptions = Map.of();

  ClearedMarket(int handle, Instrument instrument, Underlying underlying) {
    this.handle = handle;
    this.marketId = instrument.marketId();
    this.contract = instrument.contract();
    this.fees = instrument.fees();
    this.faceMicros = contract.faceMicros();
    this.underlying = underlying;
    this.limitLots = instrument.positionLimitLots();
  }

  void revalue(long[] outcomes) {
    payoffs = new long[outcomes.length];
    for (int k = 0; k < outcomes.length; k++) {
      payoffs[k] = Payoff.of(contract, outcomes[k]);
    }
    payoffLow = payoffs[0];
    payoffHigh = payoffs[1];
  }

  public int handle() {
    return handle;
  }

  public int marketId() {
    return marketId;
  }

  public Contract contract() {
    return contract;
  }

  public FeeSchedule fees() {
    return fees;
  }

  public long faceMicros() {
    return faceMicros;
  }

  public Underlying underlying() {
    return underlying;
  }

  /** What a lot pays in each outcome of the underlying. Not to be changed. */
  public long[] payoffs() {
    return payoffs;
  }

  /** What a lot pays in the underlying's lowest outcome: the first of {@link #payoffs}. */
  public long payoffLow() {
    return payoffLow;
  }

  /** What a lot pays in the underlying's highest outcome: the second. */
  public long payoffHigh() {
    return payoffHigh;
  }

  /** Everybody's position limit, in lots on either side. */
  public long limitLots() {
    return limitLots;
  }

  public void limitLots(long lots) {
    limitLots = lots;
  }

  /** The position limit of one participant: never more than amounts can carry. */
  public long limitLotsOf(long participantId) {
    if (exemptions.isEmpty()) {
      return limitLots;
    }
    return Math.min(limitLots + exemptLots(participantId), Markets.MAX_LIMIT_MICROS / faceMicros);
  }

  /** What a participant may hold beyond everybody's limit. */
  public long exemptLots(long participantId) {
    return exemptions.getOrDefault(participantId, 0L);
  }

  /** Sets what a participant may hold beyond everybody's limit; 0 ends it. */
  public void exempt(long participantId, long extraLots) {
    final TreeMap<Long, Long> next = new TreeMap<>(exemptions);
    if (extraLots == 0) {
      next.remove(participantId);
    } else {
      next.put(participantId, extraLots);
    }
    exemptions = Collections.unmodifiableMap(next);
  }

  /** Lots beyond everybody's limit, by participant. */
  public Map<Long, Long> exemptions() {
    return exemptions;
  }

  /** The most that a lot can be charged at whatever price, rounded up. */
  public long worstFeePerLot() {
    return WorstFee.perLot(fees);
  }

  /** The most that a lot traded at this price or better can be charged, rounded up. */
  public long worstFeePerLot(long priceMicros) {
    return WorstFee.perLot(fees, priceMicros);
  }
}
