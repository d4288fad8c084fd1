package com.ballastmarkets.engine.simulation;

import static com.ballastmarkets.engine.TestVenue.HOUR;
import static com.ballastmarkets.engine.TestVenue.MONDAY;

import com.ballastmarkets.domain.account.AccountKind;
import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.instrument.Contract;
import com.ballastmarkets.domain.instrument.FeeSchedule;
import com.ballastmarkets.domain.instrument.Instrument;
import com.ballastmarkets.domain.instrument.TickTable;
import java.util.ArrayList;
import java.util.List;

/** Four accounts of three participants and a handful of markets: small enough to be crowded. */
final class SmallVenue {
  static final List<Long> ACCOUNTS = List.of(1001L, 1002L, 1003L, 1004L);

  /** Ten in the evening: a run goes over midnight, where day orders end. */
  static final long START = MONDAY + 22 * HOUR;

  static final FeeSchedule SHARE = new FeeSchedule(FeeSchedule.Basis.PROBABILITY, 1_000, 7_777);
  static final FeeSchedule PER_LOT = new FeeSchedule(FeeSchedule.Basis.PER_LOT, 100, 333);

  private SmallVenue() {}

  /** A market with the middle of its range for a reference price. */
  static Instrument terms(
      int id, String symbol, Contract contract, long tick, long expiry, FeeSchedule fees) {
    return new Instrument(
        id,
        symbol,
        symbol,
        contract,
        symbol,
        MONDAY,
        expiry,
        TickTable.uniform(0, tick),
        fees,
        contract.hiMicros() / 2,
        1_000_000,
        500_000,
        "0".repeat(64));
  }

  /**
   * Lists and opens the markets and pays everybody in.
   *
   * @param leverage of account 1002; the others have none
   */
  static List<Command> setUp(List<Instrument> markets, int leverage) {
    final List<Command> commands = new ArrayList<>();
    for (Instrument instrument : markets) {
      commands.add(new Command.ListMarket(instrument));
      commands.add(new Command.OpenMarket(instrument.marketId()));
    }
    for (long account : ACCOUNTS) {
      // The last two belong to one participant.
      final long participant = Math.min(account, 1003);
      commands.add(
          new Command.OpenAccount(
              account, participant, AccountKind.CLIENT, account == 1002 ? leverage : 1));
      commands.add(new Command.Deposit(account, 150_000_000_000L, "d" + account));
    }
    return commands;
  }
}
