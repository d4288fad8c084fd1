package com.ballastmarkets.backoffice.ledger;

import com.ballastmarkets.domain.account.AccountKind;
import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.command.OrderTicket;
import com.ballastmarkets.domain.instrument.Contract;
import com.ballastmarkets.domain.instrument.FeeSchedule;
import com.ballastmarkets.domain.instrument.Instrument;
import com.ballastmarkets.domain.instrument.TickTable;
import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.domain.order.TimeInForce;
import com.ballastmarkets.domain.settlement.Ruling;
import com.ballastmarkets.protocol.port.JournalEntry;
import com.ballastmarkets.protocol.port.VenuePort;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/**
 * A few days of trading on a real engine, all from one seed: deposits and withdrawals, orders of
 * every fate, daily variation, one market settled after a dispute and one void.
 */
public final class RandomTrading {
  public static final long FIRST_ACCOUNT = 1000;
  private static final int ACCOUNTS = 6;
  private static final long DAY = Duration.ofDays(1).toNanos();
  private static final long START = LocalDate.of(2025, 3, 10).toEpochDay() * DAY;
  private static final int BINARY = 1;
  private static final int INDEX = 2;

  private final VenuePort port;
  private final Random random;
  private int sent;

  public RandomTrading(VenuePort port, long seed) {
    this.port = port;
    this.random = new Random(seed);
    System.out.println("random trading with seed " + seed);
  }

  /** Sets the stage: clock, accounts with money, two open markets. */
  public RandomTrading open() {
    call(new Command.StartClock(START));
    for (long account = FIRST_ACCOUNT; account < FIRST_ACCOUNT + ACCOUNTS; account++) {
      call(new Command.OpenAccount(account, account, AccountKind.CLIENT, 1));
      call(new Command.Deposit(account, 2_000_000_000L, "in-" + account));
    }
    call(new Command.ListMarket(binary()));
    call(new Command.ListMarket(index()));
    call(new Command.OpenMarket(BINARY));
    call(new Command.OpenMarket(INDEX));
    return this;
  }

  /** That many days, each with that many orders, and its variation. */
  public RandomTrading trade(int days, int ordersADay) {
    for (int day = 1; day <= days; day++) {
      for (int i = 0; i < ordersADay; i++) {
        act();
      }
      call(new Command.AdvanceClock(START + day * DAY + 3_000_000_000L));
      call(new Command.SettleDaily(START / DAY + day - 1));
    }
    return this;
  }

  /** The first market is disputed, amended and paid; the second is void. */
  public RandomTrading settle() {
    long expiry = START + 7 * DAY;
    call(new Command.AdvanceClock(expiry + DAY));
    String hash = "a".repeat(64);
    call(new Command.PublishProvisional(BINARY, 1_000_000, hash, 0));
    call(new Command.PublishProvisional(INDEX, 51_230_000, hash, 1));
    call(new Command.OpenDispute(1, BINARY, FIRST_ACCOUNT, hash));
    call(new Command.OpenDispute(2, BINARY, FIRST_ACCOUNT + 1, hash));
    call(new Command.RuleDispute(1, Ruling.UPHOLD, 0, hash));
    call(new Command.RuleDispute(2, Ruling.AMEND, 0, hash));
    call(new Command.VoidMarket(INDEX));
    call(new Command.AdvanceClock(expiry + 3 * DAY));
    call(new Command.FinalizeMarket(BINARY));
    return this;
  }

  private void act() {
    long account = FIRST_ACCOUNT + random.nextInt(ACCOUNTS);
    switch (random.nextInt(20)) {
      case 0 -> call(new Command.Deposit(account, 1 + random.nextInt(1_000_000), "d-" + sent));
      case 1 -> withdraw(account);
      case 2 -> call(new Command.CancelOrder(account, 1 + random.nextInt(sent + 1), "", ""));
      case 3 ->
          call(
              new Command.ReplaceOrder(
                  account,
                  1 + random.nextInt(sent + 1),
                  "",
                  "",
                  500_000,
                  0,
                  1 + random.nextInt(9)));
      default -> call(new Command.PlaceOrder(order(account)));
    }
  }

  private void withdraw(long account) {
    String reference = "w-" + sent;
    call(new Command.ReserveWithdrawal(account, 1 + random.nextInt(1_000_000), reference));
    switch (random.nextInt(3)) {
      case 0 -> call(new Command.ConfirmWithdrawal(reference));
      case 1 -> call(new Command.ReleaseWithdrawal(reference));
      default -> {} // stays in flight
    }
  }

  private OrderTicket order(long account) {
    boolean binary = random.nextBoolean();
    Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
    var ticket = OrderTicket.of(account, binary ? BINARY : INDEX, side, 1 + random.nextInt(10));
    if (random.nextInt(20) == 0) {
      ticket.market().timeInForce(TimeInForce.IOC);
    } else if (binary) {
      ticket.limit(460_000 + 5_000L * random.nextInt(17));
    } else {
      ticket.limit(46_000_000 + 100_000L * random.nextInt(81));
    }
    if (random.nextInt(6) == 0) {
      ticket.timeInForce(
          List.of(TimeInForce.IOC, TimeInForce.FOK, TimeInForce.DAY).get(random.nextInt(3)));
    }
    if (random.nextBoolean()) {
      ticket.clOrdId("c\t" + sent + "\\é");
    }
    return ticket.build();
  }

  private List<JournalEntry> call(Command command) {
    sent++;
    return port.call(command).join();
  }

  private static Instrument binary() {
    return new Instrument(
        BINARY,
        "suez-2025-w11",
        "Suez Canal Availability, week 11 of 2025",
        new Contract.Binary(),
        "suez",
        START,
        START + 7 * DAY,
        TickTable.uniform(0, 5_000),
        new FeeSchedule(FeeSchedule.Basis.PROBABILITY, 1_000, 7_003),
        500_000,
        1_000,
        100_000,
        "b".repeat(64));
  }

  private static Instrument index() {
    return new Instrument(
        INDEX,
        "rotterdam-2025-w11",
        "Rotterdam Congestion, week 11 of 2025",
        new Contract.Index(),
        "rotterdam",
        START,
        START + 7 * DAY,
        TickTable.uniform(0, 100_000),
        new FeeSchedule(FeeSchedule.Basis.PER_LOT, 1_500, 3_333),
        50_000_000,
        1_000,
        100_000,
        "c".repeat(64));
  }
}
