package com.ballastmarkets.bench;

import com.ballastmarkets.domain.instrument.Contract;
import com.ballastmarkets.domain.instrument.FeeSchedule;
import com.ballastmarkets.domain.instrument.Instrument;
import com.ballastmarkets.domain.instrument.TickTable;
import java.util.concurrent.TimeUnit;

/** The market that benchmarks through the log trade in. */
public final class BenchMarket {
  private BenchMarket() {}

  /** A market that anybody may trade for a hundred years. */
  public static Instrument terms(int marketId) {
    return new Instrument(
        marketId,
        "suez-bench",
        "Suez Canal Availability",
        new Contract.Binary(),
        "suez",
        0,
        TimeUnit.DAYS.toNanos(36_500),
        TickTable.uniform(0, 10_000),
        new FeeSchedule(FeeSchedule.Basis.PROBABILITY, 0, 70_000),
        500_000,
        1_000,
        1_000_000_000L,
        "0123456789abcdef".repeat(4));
  }
}
