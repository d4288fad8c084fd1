package com.ballastmarkets.backoffice.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ballastmarkets.domain.account.AccountKind;
import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.command.OrderTicket;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.node.inprocess.InProcessVenue;
import com.ballastmarkets.protocol.port.JournalEntry;
import com.ballastmarkets.protocol.port.VenuePort;
import com.ballastmarkets.sql.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A venue in memory with a settlement office beside it, and a clock that is moved by command. */
final class Rehearsal implements AutoCloseable {
  static final long ALICE = 1001;
  static final long BOB = 1002;
  static final Duration PATIENCE = Duration.ofMinutes(3);

  private final TestDatabase database = TestDatabase.create();
  private final InProcessVenue venue;
  private final VenuePort traders;
  private final SettlementConfig config;
  private VenuePort officePort;
  private SettlementOffice office;
  private final List<Event> events = new CopyOnWriteArrayList<>();

  Rehearsal(Path folder, Instant start, boolean listing) {
    this(
        start,
        listing
            ? SettlementConfig.sandbox(folder)
            : SettlementConfig.sandbox(folder).withoutListing());
  }

  Rehearsal(Instant start, SettlementConfig config) {
    this.config = config;
    InstantSource clock = InstantSource.fixed(start);
    venue = InProcessVenue.start(clock);
    traders = venue.connect();
    traders.read(0, "test", entry -> events.add(entry.event()));
    officePort = venue.connect();
    office = SettlementOffice.start(config, officePort, database.database());
    for (long account : List.of(ALICE, BOB)) {
      does(new Command.OpenAccount(account, account, AccountKind.CLIENT, 1));
      does(new Command.Deposit(account, 1_000_000_000, "deposit-" + account));
    }
  }

  SettlementOffice office() {
    return office;
  }

  TestDatabase database() {
    return database;
  }

  /** Closes the office and starts another, as after a crash of its process. */
  void restartsTheOffice() {
    office.close();
    officePort.close();
    officePort = venue.connect();
    office = SettlementOffice.start(config, officePort, database.database());
  }

  /** Lists a contract by hand and opens it. */
  int lists(ContractDraft draft) {
    DraftedContract contract = office.draft(draft);
    does(new Command.ListMarket(contract.instrument()));
    does(new Command.OpenMarket(contract.marketId()));
    return contract.marketId();
  }

  VenuePort port() {
    return traders;
  }

  /** Alice buys from Bob. */
  void trades(int marketId, long lots, long priceMicros) {
    trades(BOB, ALICE, marketId, lots, priceMicros);
  }

  void trades(long seller, long buyer, int marketId, long lots, long priceMicros) {
    does(new Command.PlaceOrder(order(seller, marketId, Side.SELL, lots, priceMicros)));
    List<Event> answer =
        does(new Command.PlaceOrder(order(buyer, marketId, Side.BUY, lots, priceMicros)));
    assertThat(answer).anyMatch(event -> event instanceof Event.Trade);
  }

  private static OrderTicket order(
      long account, int marketId, Side side, long lots, long priceMicros) {
    return OrderTicket.of(account, marketId, side, lots).limit(priceMicros).build();
  }

  void movesTo(String time) {
    movesTo(Instant.parse(time));
  }

  void movesTo(Instant time) {
    does(new Command.AdvanceClock(VenueTime.nanos(time)));
  }

  /** Gives a command and expects it to be done. */
  List<Event> does(Command command) {
    List<Event> answer = asks(command);
    assertThat(answer)
        .as(command.toString())
        .noneMatch(event ->
            event instanceof Event.CommandRejected || event instanceof Event.OrderRejected);
    return answer;
  }

  List<Event> asks(Command command) {
    try {
      List<Event> answer = new ArrayList<>();
      for (JournalEntry entry : traders.call(command).get(20, TimeUnit.SECONDS)) {
        answer.add(entry.event());
      }
      return answer;
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError(e);
    }
  }

  /** Waits for an event of the journal. */
  <T extends Event> T sees(Class<T> type, java.util.function.Predicate<T> which) {
    await()
        .atMost(PATIENCE)
        .alias(type.getSimpleName() + "; troubles " + office.troubles())
        .until(() -> events.stream().filter(type::isInstance).map(type::cast).anyMatch(which));
    return events.stream()
        .filter(type::isInstance)
        .map(type::cast)
        .filter(which)
        .findFirst()
        .orElseThrow();
  }

  <T extends Event> long count(Class<T> type) {
    return events.stream().filter(type::isInstance).count();
  }

  byte[] bundle(String symbol) {
    await().atMost(PATIENCE).until(() -> office.archive().bundle(symbol).isPresent());
    return office.archive().bundle(symbol).orElseThrow();
  }

  @Override
  public void close() {
    office.close();
    officePort.close();
    traders.close();
    venue.close();
    database.close();
  }
}
