package com.ballastmarkets.engine.simulation;

import static com.ballastmarkets.engine.TestVenue.HOUR;

import com.ballastmarkets.domain.instrument.Contract;
import com.ballastmarkets.domain.instrument.FeeSchedule;
import com.ballastmarkets.domain.instrument.Instrument;
import com.ballastmarkets.domain.instrument.TickTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Terms of new markets of every kind, mostly right. */
final class RandomListings {
  private static final long POINT = 1_000_000;
  private static final FeeSchedule PROBABILITY =
      new FeeSchedule(FeeSchedule.Basis.PROBABILITY, 1_000, 7_777);
  private static final FeeSchedule PER_LOT = new FeeSchedule(FeeSchedule.Basis.PER_LOT, 100, 333);

  private final Random random;
  private final List<Instrument> made = new ArrayList<>();
  private int nextId = 1;

  RandomListings(Random random) {
    this.random = random;
  }

  /** Terms of another market. */
  Instrument next(long now, List<Instrument> live) {
    if (!made.isEmpty() && random.nextInt(30) == 0) {
      return made.get(Math.max(0, made.size() - 1 - random.nextInt(40)));
    }
    final Instrument instrument = make(now, live);
    made.add(instrument);
    return instrument;
  }

  private Instrument make(long now, List<Instrument> live) {
    final long expiry = now + HOUR / 2 + random.nextLong(40 * HOUR);
    final List<Instrument> indices =
        live.stream().filter(i -> i.contract() instanceof Contract.Index).toList();
    final List<Instrument> binaries =
        live.stream().filter(i -> i.contract() instanceof Contract.Binary).toList();
    final int roll = random.nextInt(20);
    if (roll < 5 && !indices.isEmpty()) {
      final Instrument index = pick(indices);
      final long strike = 5 * POINT * (1 + random.nextInt(19));
      final Contract.PutOrCall kind =
          random.nextBoolean() ? Contract.PutOrCall.CALL : Contract.PutOrCall.PUT;
      return terms(
          new Contract.Option(index.marketId(), kind, strike),
          POINT / 2,
          random.nextInt(20) == 0 ? expiry : index.expiryNanos(),
          PER_LOT);
    } else if (roll < 8 && indices.size() > 1 && !binaries.isEmpty()) {
      final Contract spread =
          new Contract.ConditionalSpread(
              pick(binaries).marketId(),
              random.nextBoolean(),
              pick(indices).marketId(),
              pick(indices).marketId());
      return terms(spread, POINT, expiry, random.nextBoolean() ? PER_LOT : FeeSchedule.FREE);
    } else if (roll < 14) {
      return terms(new Contract.Binary(), 5_000, expiry, PROBABILITY);
    }
    return terms(new Contract.Index(), POINT / 2, roll == 19 ? now : expiry, PER_LOT);
  }

  private Instrument terms(Contract contract, long tick, long expiry, FeeSchedule fees) {
    final int id = random.nextInt(40) == 0 ? 1 + random.nextInt(nextId) : nextId++;
    final String symbol = "m" + (random.nextInt(60) == 0 ? 1 + random.nextInt(nextId) : id);
    final long middle = contract.loMicros() + contract.faceMicros() / tick / 2 * tick;
    return new Instrument(
        id,
        symbol,
        symbol,
        contract,
        "suez",
        0,
        expiry,
        TickTable.uniform(contract.loMicros(), tick),
        fees,
        middle,
        1_000_000,
        500_000,
        "0".repeat(64));
  }

  private <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
