package com.ballastmarkets.backoffice.settlement;

import com.ballastmarkets.domain.instrument.Contract;
import com.ballastmarkets.domain.instrument.Instrument;
import com.ballastmarkets.oracle.rules.ContractRules;

/** A contract's rules together with what else the venue is told of it. */
public record DraftedContract(
    int marketId,
    ContractRules rules,
    long listingPriceMicros,
    long maxOrderLots,
    long positionLimitLots) {

  /** The instrument to list. */
  public Instrument instrument() {
    return new Instrument(
        marketId,
        rules.market(),
        rules.name(),
        rules.type().equals("binary") ? new Contract.Binary() : new Contract.Index(),
        rules.place(),
        VenueTime.nanos(rules.window().opens()),
        VenueTime.nanos(rules.window().expiry()),
        rules.ticks(),
        rules.fees(),
        listingPriceMicros,
        maxOrderLots,
        positionLimitLots,
        rules.hash().hex());
  }
}
