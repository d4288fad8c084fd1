package com.ballastmarkets.engine.state;

import static com.ballastmarkets.engine.TestVenue.ALICE;
import static com.ballastmarkets.engine.TestVenue.BOB;
import static com.ballastmarkets.engine.TestVenue.CAROL;
import static com.ballastmarkets.engine.TestVenue.DAY;
import static com.ballastmarkets.engine.TestVenue.EXPIRY;
import static com.ballastmarkets.engine.TestVenue.HOUR;
import static com.ballastmarkets.engine.TestVenue.MINUTE;
import static com.ballastmarkets.engine.TestVenue.MONDAY;
import static com.ballastmarkets.engine.TestVenue.SUEZ;

import com.ballastmarkets.domain.account.AccountKind;
import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.command.OrderTicket;
import com.ballastmarkets.domain.instrument.Contract;
import com.ballastmarkets.domain.instrument.FeeSchedule;
import com.ballastmarkets.domain.instrument.Instrument;
import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.domain.order.TimeInForce;
import com.ballastmarkets.engine.TestVenue;
import java.util.ArrayList;
import java.util.List;

/**
 * A venue of which snapshots are kept that earlier versions wrote, and what it did next. The
 * commands are the same ever since, so both can be written again by the code of then.
 */
final class RecordedVenue {
  /** A command and its time. */
  record Timed(long nanos, Command command) {}

  static final int ROTTERDAM = 2;
  static final int HAMBURG = 3;
  static final int CALL = 4;
  static final int SPREAD = 5;
  static final int PANAMA = 6;
  static final long DAVE = 1004;
  private static final String HASH = "ab".repeat(32);

  private RecordedVenue() {}

  /** Up to the snapshot: every kind of contract, order and transfer. */
  static List<Timed> before() {
    final List<Timed> all = new ArrayList<>();
    long now = MONDAY;
    for (long account = ALICE; account <= DAVE; account++) {
      final int leverage = account == CAROL ? 10 : 1;
      all.add(
          new Timed(now, new Command.OpenAccount(account, account, AccountKind.CLIENT, leverage)));
      all.add(new Timed(now, new Command.Deposit(account, 10_000_000_000L, "d" + account)));
    }
    for (Instrument instrument : instruments()) {
      all.add(new Timed(now, new Command.ListMarket(instrument)));
      all.add(new Timed(now, new Command.OpenMarket(instrument.marketId())));
    }
    for (int market = SUEZ; market <= SPREAD; market++) {
      final long price = price(market);
      all.add(order(now, OrderTicket.of(BOB, market, Side.SELL, 30).limit(price)));
      all.add(order(now, OrderTicket.of(ALICE, market, Side.BUY, 20).limit(price)));
      all.add(order(now, OrderTicket.of(CAROL, market, Side.BUY, 5).limit(price)));
    }
    now += HOUR;
    all.add(order(now, OrderTicket.of(ALICE, SUEZ, Side.BUY, 50).limit(450_000).displayLots(7)));
    all.add(order(now, OrderTicket.of(DAVE, SUEZ, Side.BUY, 8).limit(450_000)));
    all.add(order(now, OrderTicket.of(DAVE, SUEZ, Side.BUY, 9).stop(520_000).clOrdId("stop-1")));
    all.add(
        order(
            now,
            OrderTicket.of(BOB, ROTTERDAM, Side.SELL, 40)
                .limit(55_000_000)
                .timeInForce(TimeInForce.DAY)
                .clOrdId("day-1")));
    all.add(
        order(
            now,
            OrderTicket.of(DAVE, ROTTERDAM, Side.BUY, 3)
                .limit(49_000_000)
                .goodTill(MONDAY + 30 * HOUR)));
    all.add(
        order(
            now, OrderTicket.of(ALICE, HAMBURG, Side.SELL, 6).limit(51_000_000).reduceOnly(true)));
    all.add(new Timed(now, new Command.ReserveWithdrawal(DAVE, 100_000_001L, "w1")));
    all.add(new Timed(now, new Command.SetKillSwitch(DAVE, false)));
    now = MONDAY + DAY + MINUTE;
    all.add(new Timed(now, new Command.SettleDaily(now / DAY - 1)));
    all.add(new Timed(now, new Command.HaltMarket(HAMBURG)));
    all.add(new Timed(now, new Command.VoidMarket(PANAMA)));
    return all;
  }

  /** After it: what rests is taken, what waits happens, what is owed is paid. */
  static List<Timed> after() {
    final List<Timed> all = new ArrayList<>();
    long now = MONDAY + DAY + 2 * MINUTE;
    all.add(order(now, OrderTicket.of(DAVE, SUEZ, Side.BUY, 9).stop(520_000).clOrdId("stop-1")));
    all.add(order(now, OrderTicket.of(BOB, SUEZ, Side.SELL, 30).limit(450_000)));
    all.add(order(now, OrderTicket.of(BOB, SUEZ, Side.SELL, 5).limit(520_000)));
    all.add(order(now, OrderTicket.of(CAROL, SUEZ, Side.BUY, 2).limit(520_000)));
    all.add(new Timed(now, new Command.ResumeMarket(HAMBURG)));
    all.add(new Timed(now, new Command.ConfirmWithdrawal("w1")));
    all.add(new Timed(now, new Command.Deposit(ALICE, 10_000_000_000L, "d" + ALICE)));
    now = MONDAY + 31 * HOUR;
    all.add(new Timed(now, new Command.Tick()));
    now = EXPIRY + DAY;
    for (int market = SUEZ; market <= SPREAD; market++) {
      final long value = market == SUEZ ? 0 : market == SPREAD ? 5_000_000 : 55_000_000;
      all.add(
          new Timed(
              now,
              new Command.PublishProvisional(market, market == CALL ? 0 : value, HASH, market)));
    }
    now += 2 * DAY;
    for (int market = SUEZ; market <= SPREAD; market++) {
      all.add(new Timed(now, new Command.FinalizeMarket(market)));
    }
    return all;
  }

  private static Timed order(long now, OrderTicket.Builder ticket) {
    return new Timed(now, new Command.PlaceOrder(ticket.build()));
  }

  private static long price(int market) {
    return switch (market) {
      case SUEZ, PANAMA -> 500_000;
      case CALL -> 4_000_000;
      case SPREAD -> 3_000_000;
      default -> 50_000_000;
    };
  }

  private static List<Instrument> instruments() {
    final FeeSchedule fees = new FeeSchedule(FeeSchedule.Basis.PER_LOT, 100, 333);
    return List.of(
        TestVenue.suez(),
        TestVenue.index(ROTTERDAM, "rotterdam"),
        TestVenue.index(HAMBURG, "hamburg"),
        TestVenue.instrument(
            CALL,
            "rotterdam-call-60",
            new Contract.Option(ROTTERDAM, Contract.PutOrCall.CALL, 60_000_000),
            100_000,
            5_000_000,
            fees),
        TestVenue.instrument(
            SPREAD,
            "if-suez-closes",
            new Contract.ConditionalSpread(SUEZ, false, ROTTERDAM, HAMBURG),
            100_000,
            0,
            fees),
        TestVenue.binary(PANAMA, "panama", FeeSchedule.FREE));
  }
}
