package com.ballastmarkets.engine;

import com.ballastmarkets.domain.account.AccountKind;
import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.command.OrderTicket;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.instrument.Contract;
import com.ballastmarkets.domain.instrument.FeeSchedule;
import com.ballastmarkets.domain.instrument.Instrument;
import com.ballastmarkets.domain.instrument.TickTable;
import com.ballastmarkets.domain.money.Micros;
import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.protocol.snapshot.StateWriter;
import java.util.ArrayList;
import java.util.List;

/** An exchange with a clock in the test's hands and a memory of what it said. */
public final class TestVenue {
  public static final long ALICE = 1001;
  public static final long BOB = 1002;
  public static final long CAROL = 1003;
  public static final int SUEZ = 1;

  /** 2026-01-05T00:00Z, a Monday: where every test's time begins. */
  public static final long MONDAY = 1_767_571_200_000_000_000L;

  public static final long SECOND = 1_000_000_000L;
  public static final long MINUTE = 60 * SECOND;
  public static final long HOUR = 3600 * SECOND;
  public static final long DAY = 24 * HOUR;

  /** E of {@link #suez}. */
  public static final long EXPIRY = MONDAY + 7 * DAY;

  private Exchange exchange = new Exchange();
  private long now = MONDAY;
  private final List<Event> everything = new ArrayList<>();

  /** A venue with Alice, Bob and Carol, 100,000 USDC each, and Suez open at 0.50. */
  public static TestVenue open() {
    return open(suez());
  }

  public static TestVenue open(Instrument instrument) {
    final TestVenue venue = new TestVenue();
    for (long account = ALICE; account <= CAROL; account++) {
      venue.apply(new Command.OpenAccount(account, account, AccountKind.CLIENT, 1));
      venue.apply(new Command.Deposit(account, 100_000_000_000L, "deposit-" + account));
    }
    venue.apply(new Command.ListMarket(instrument));
    venue.apply(new Command.OpenMarket(instrument.marketId()));
    return venue;
  }

  /** A binary in steps of 0.005, free of fees. */
  public static Instrument suez() {
    return binary(SUEZ, "suez", FeeSchedule.FREE);
  }

  public static Instrument binary(int marketId, String symbol, FeeSchedule fees) {
    return instrument(marketId, symbol, new Contract.Binary(), 5_000, 500_000, fees);
  }

  public static Instrument index(int marketId, String symbol) {
    return instrument(
        marketId, symbol, new Contract.Index(), 100_000, 50_000_000, FeeSchedule.FREE);
  }

  public static Instrument instrument(
      int marketId, String symbol, Contract contract, long tick, long reference, FeeSchedule fees) {
    return new Instrument(
        marketId,
        symbol,
        symbol,
        contract,
        symbol,
        MONDAY,
        EXPIRY,
        TickTable.uniform(contract.loMicros(), tick),
        fees,
        reference,
        1_000_000,
        10_000_000,
        "0".repeat(64));
  }

  /** Applies a command now and returns its events. */
  public List<Event> apply(Command command) {
    final List<Event> events = new ArrayList<>();
    exchange.apply(command, now, (time, event) -> events.add(event));
    everything.addAll(events);
    return events;
  }

  /** Applies a command and leaves out what every touch of an account or book says. */
  public List<Event> tell(Command command) {
    return essence(apply(command));
  }

  public List<Event> place(OrderTicket.Builder ticket) {
    return tell(new Command.PlaceOrder(ticket.build()));
  }

  public static OrderTicket.Builder buy(long account, long lots, String price) {
    return OrderTicket.of(account, SUEZ, Side.BUY, lots).limit(Micros.parse(price));
  }

  public static OrderTicket.Builder sell(long account, long lots, String price) {
    return OrderTicket.of(account, SUEZ, Side.SELL, lots).limit(Micros.parse(price));
  }

  public List<Event> cancel(long account, long orderId) {
    return tell(new Command.CancelOrder(account, orderId, "", ""));
  }

  /** Lets time pass and what is due happen. */
  public List<Event> pass(long nanos) {
    now += nanos;
    return tell(new Command.Tick());
  }

  public long now() {
    return now;
  }

  /** Stops the exchange and goes on with one made from its snapshot. */
  public void restart() {
    exchange = Exchange.readState(state().reader());
  }

  /** The exchange's state as a snapshot has it. */
  public StateWriter state() {
    final StateWriter state = new StateWriter();
    exchange.writeState(state);
    return state;
  }

  public Exchange exchange() {
    return exchange;
  }

  public List<Event> everything() {
    return everything;
  }

  /** Without positions, accounts, levels and marks. */
  public static List<Event> essence(List<Event> events) {
    return events.stream()
        .filter(e ->
            !(e instanceof Event.AccountUpdated
                || e instanceof Event.PositionUpdated
                || e instanceof Event.LevelChanged
                || e instanceof Event.MarkChanged))
        .toList();
  }
}
