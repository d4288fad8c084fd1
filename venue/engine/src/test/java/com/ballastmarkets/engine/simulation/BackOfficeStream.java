package com.ballastmarkets.engine.simulation;

import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.command.MakerReward;
import com.ballastmarkets.domain.command.PositionLimit;
import com.ballastmarkets.domain.instrument.Instrument;
import java.util.List;
import java.util.Random;

/** What the back office's daily and weekly steps say, with dice of its own; mostly only a tick. */
final class BackOfficeStream {
  private final Random random;
  private final List<Long> accounts;
  private final List<Instrument> instruments;

  BackOfficeStream(Random random, List<Long> accounts, List<Instrument> instruments) {
    this.random = random;
    this.accounts = accounts;
    this.instruments = instruments;
  }

  Command next() {
    return switch (random.nextInt(6)) {
      case 0 -> limits();
      case 1 ->
          new Command.Limits.SetHedgeExemption(
              random.nextInt(20) == 0 ? 77 : account(),
              instrument().marketId(),
              random.nextInt(60) - 1);
      case 2 ->
          new Command.PayMakerRewards(
              "makers/" + random.nextInt(40),
              List.of(
                  new MakerReward(account(), random.nextInt(10)),
                  new MakerReward(account(), 1 + random.nextInt(2_000))));
      default -> new Command.Tick();
    };
  }

  /** Never so low that it binds: what the crowd does stays what it was. */
  private Command limits() {
    final Instrument instrument = instrument();
    final long lots = instrument.positionLimitLots() / (1 + random.nextInt(4));
    return new Command.Limits.SetPositionLimits(
        random.nextInt(10) == 0
            ? List.of()
            : List.of(
                new PositionLimit(instrument.marketId(), lots),
                new PositionLimit(99, random.nextInt(8))));
  }

  private long account() {
    return accounts.get(random.nextInt(accounts.size()));
  }

  private Instrument instrument() {
    return instruments.get(random.nextInt(instruments.size()));
  }
}
