package com.ballastmarkets.bench.engine;

import com.ballastmarkets.domain.account.AccountKind;
import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.command.OrderTicket;
import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.domain.order.TimeInForce;
import java.util.ArrayList;
import java.util.List;

/**
 * Accounts at leverage 10, long in a market of their own and at 65 % of margin usage, and a fall of
 * its mark from 0.50 to 0.47 that takes them all to 81 % at once. Each takes its turns, a slice a
 * second, at most one turn of all of them a millisecond.
 */
final class Defaulters {
  /** As many as keep one turn a millisecond for three seconds: three million commands. */
  static final int COUNT = 3_000;

  private static final long FIRST = 10_000_000;
  private static final long SELLER = FIRST - 1;
  private static final long BIDDER = FIRST - 2;
  private static final long LOTS = 650;
  private static final long MARGIN = 100_000_000;
  private static final long PLENTY = 10_000_000_000_000L;
  private static final int BIDS = 20;

  private final int market;
  private final List<Command> commands = new ArrayList<>();

  private Defaulters(int market) {
    this.market = market;
  }

  /** The accounts with their positions. */
  static List<Command> positions(int market) {
    final Defaulters defaulters = new Defaulters(market);
    defaulters.takePositions();
    return defaulters.commands;
  }

  /** The fall of the mark, and bids that take the slices. */
  static List<Command> fall(int market) {
    final Defaulters defaulters = new Defaulters(market);
    defaulters.fall();
    return defaulters.commands;
  }

  private void takePositions() {
    commands.add(new Command.ListMarket(BenchVenue.market(market)));
    commands.add(new Command.OpenMarket(market));
    open(SELLER, 1, PLENTY);
    open(BIDDER, 1, PLENTY);
    for (int i = 0; i < COUNT; i++) {
      open(FIRST + i, 10, MARGIN);
      // The maker pays no fee.
      order(FIRST + i, Side.BUY, LOTS, BenchVenue.REFERENCE, TimeInForce.GTC);
      order(SELLER, Side.SELL, LOTS, BenchVenue.REFERENCE, TimeInForce.IOC);
    }
  }

  private void fall() {
    final long low = BenchVenue.REFERENCE - 150 * BenchVenue.TICK;
    order(BIDDER, Side.BUY, 1, low, TimeInForce.GTC);
    order(SELLER, Side.SELL, 1, low, TimeInForce.IOC);
    for (int i = 0; i < BIDS; i++) {
      order(BIDDER, Side.BUY, 100_000, low - BenchVenue.TICK, TimeInForce.GTC);
    }
    order(SELLER, Side.SELL, 1, low + BenchVenue.TICK, TimeInForce.GTC);
  }

  private void open(long account, int leverage, long amountMicros) {
    commands.add(new Command.OpenAccount(account, account, AccountKind.CLIENT, leverage));
    commands.add(new Command.Deposit(account, amountMicros, "deposit-" + account));
  }

  private void order(long account, Side side, long lots, long price, TimeInForce timeInForce) {
    commands.add(
        new Command.PlaceOrder(
            OrderTicket.of(account, market, side, lots)
                .limit(price)
                .timeInForce(timeInForce)
                .build()));
  }
}
