package com.ballastmarkets.clearing.portfolio;

import org.agrona.collections.Int2ObjectHashMap;

/** A firm: its accounts share position limits. */
public final class Participant {
  private final long participantId;
  private final Int2ObjectHashMap<Holding> holdings = new Int2ObjectHashMap<>();

  Participant(long participantId) {
    this.participantId = participantId;
  }

  public long participantId() {
    return participantId;
  }

  /** What the firm holds and has open in a market, by handle. */
  public Holding holding(int market) {
    Holding holding = holdings.get(market);
    if (holding == null) {
      holding = new Holding();
      holdings.put(market, holding);
    }
    return holding;
  }

  void forget(int market) {
    holdings.remove(market);
  }
}
