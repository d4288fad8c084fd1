package com.ballastmarkets.clearing;

import com.ballastmarkets.domain.instrument.Contract;
import com.ballastmarkets.domain.instrument.FeeSchedule;
import com.ballastmarkets.domain.instrument.Instrument;
import com.ballastmarkets.domain.instrument.TickTable;
import com.ballastmarkets.domain.money.Micros;
import java.time.Duration;

/** Instruments for tests: a week's window that begins at the epoch. */
final class Listings {
  static final long EXPIRY = Duration.ofDays(7).toNanos();
  static final long LIMIT = 1_000_000;

  private Listings() {}

  static Instrument binary(int marketId, FeeSchedule fees) {
    return of(marketId, new Contract.Binary(), fees, Micros.parse("0.5"), LIMIT);
  }

  static Instrument index(int marketId, FeeSchedule fees) {
    return of(marketId, new Contract.Index(), fees, Micros.parse("50"), LIMIT);
  }

  static Instrument option(
      int marketId, int index, Contract.PutOrCall putOrCall, String strike, FeeSchedule fees) {
    final Contract contract = new Contract.Option(index, putOrCall, Micros.parse(strike));
    return of(marketId, contract, fees, contract.hiMicros() / 2, LIMIT);
  }

  static Instrument spread(int marketId, int condition, int legA, int legB, FeeSchedule fees) {
    return of(
        marketId, new Contract.ConditionalSpread(condition, true, legA, legB), fees, 0, LIMIT);
  }

  static Instrument of(
      int marketId, Contract contract, FeeSchedule fees, long reference, long limit) {
    return new Instrument(
        marketId,
        "market-" + marketId,
        "Market " + marketId,
        contract,
        "suez",
        0,
        EXPIRY,
        TickTable.uniform(contract.loMicros(), 1_000),
        fees,
        reference,
        limit,
        limit,
        "0".repeat(64));
  }
}
