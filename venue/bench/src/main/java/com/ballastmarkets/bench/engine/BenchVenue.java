package com.ballastmarkets.bench.engine;

import com.ballastmarkets.domain.account.AccountKind;
import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.instrument.Contract;
import com.ballastmarkets.domain.instrument.FeeSchedule;
import com.ballastmarkets.domain.instrument.Instrument;
import com.ballastmarkets.domain.instrument.TickTable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The accounts and markets that the benchmarks trade with. */
public final class BenchVenue {
  public static final long FIRST_ACCOUNT = 1_000;
  public static final int FIRST_MARKET = 1;

  /** U a tick: 5,000 prices from 0 to 1. */
  public static final long TICK = 200;

  static final long REFERENCE = 500_000;

  private static final long DEPOSIT = 100_000_000_000L;
  private static final int LEVERAGED_EVERY = 10;

  private BenchVenue() {}

  /** Opens accounts with more money than they need, and markets for continuous trading. */
  public static List<Command> preparation(int accounts, int markets) {
    final List<Command> commands = new ArrayList<>();
    for (int i = 0; i < accounts; i++) {
      final long id = FIRST_ACCOUNT + i;
      final int leverage = i % LEVERAGED_EVERY == 0 ? 5 : 1;
      commands.add(new Command.OpenAccount(id, id, AccountKind.CLIENT, leverage));
      commands.add(new Command.Deposit(id, DEPOSIT, "deposit-" + id));
    }
    for (int i = 0; i < markets; i++) {
      commands.add(new Command.ListMarket(market(FIRST_MARKET + i)));
      commands.add(new Command.OpenMarket(FIRST_MARKET + i));
    }
    return commands;
  }

  static Instrument market(int marketId) {
    return new Instrument(
        marketId,
        "bench-" + marketId,
        "Benchmark " + marketId,
        new Contract.Binary(),
        "bench-" + marketId,
        0,
        TimeUnit.DAYS.toNanos(36_500),
        TickTable.uniform(0, TICK),
        new FeeSchedule(FeeSchedule.Basis.PROBABILITY, 0, 70_000),
        REFERENCE,
        100_000,
        1_000_000_000L,
        "0123456789abcdef".repeat(4));
  }
}
