package com.ballastmarkets.engine.simulation;

import static com.ballastmarkets.engine.TestVenue.HOUR;
import static com.ballastmarkets.engine.TestVenue.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import com.ballastmarkets.domain.account.AccountKind;
import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.instrument.Contract;
import com.ballastmarkets.domain.instrument.FeeSchedule;
import com.ballastmarkets.domain.instrument.Instrument;
import com.ballastmarkets.domain.instrument.TickTable;
import com.ballastmarkets.engine.Exchange;
import com.ballastmarkets.protocol.snapshot.StateWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The engine beside the naive one: equal event for event, invariants whole, snapshots exact. */
final class NaiveSimulation {
  private static final int COMMANDS = Integer.getInteger("ballast.simulation.commands", 3_000);
  private static final List<Long> ACCOUNTS = List.of(1001L, 1002L, 1003L, 1004L);

  /** Ten in the evening: the run goes over midnight, where day orders end. */
  private static final long START = MONDAY + 22 * HOUR;

  /** What must have come up in all runs together, or the stream has become too tame. */
  private static final List<String> WANTED =
      List.of(
          "Trade auction=true",
          "Trade auction=false",
          "OrderTriggered",
          "OrderRepeated",
          "IndicativeChanged",
          "OrderReplaced kept=true",
          "OrderReplaced kept=false",
          "MassCanceled",
          "KillSwitchChanged",
          "MarketStateChanged CIRCUIT_BREAKER",
          "OrderCanceled REQUESTED",
          "OrderCanceled IMMEDIATE_REST",
          "OrderCanceled NOT_FILLABLE",
          "OrderCanceled MINIMUM_NOT_MET",
          "OrderCanceled SELF_MATCH",
          "OrderCanceled EXPIRED",
          "OrderCanceled MARKET_EXPIRED",
          "OrderCanceled BAND",
          "OrderCanceled HALT",
          "OrderCanceled REDUCE_ONLY",
          "OrderCanceled MARGIN",
          "OrderCanceled DISCONNECT",
          "OrderCanceled PROTECTION",
          "OrderCanceled QUOTE_REPLACED",
          "MassQuoteTaken",
          "MassQuoteRepeated",
          "MassQuoteRejected QUOTE_GROUP_PROTECTED",
          "QuotesCanceled",
          "ProtectionChanged",
          "ProtectionTripped LOTS",
          "ProtectionTripped NET_DELTA",
          "ProtectionTripped FILLS",
          "LadderPlaced repeated=false",
          "LadderPlaced repeated=true",
          "LadderRejected INSUFFICIENT_BALANCE",
          "LadderRejected PRICE_OFF_TICK",
          "ParticipantKillSwitchChanged",
          "NewsHaltDeclared",
          "MarketStateChanged NEWS",
          "OrderRejected INSUFFICIENT_BALANCE",
          "OrderRejected POSITION_LIMIT_EXCEEDED",
          "OrderRejected POST_ONLY_WOULD_TAKE",
          "ReplaceRejected INSUFFICIENT_BALANCE",
          "CancelRejected ORDER_CLOSED",
          "CancelRejected ORDER_NOT_FOUND");

  private static final Set<String> seen = new TreeSet<>();

  private static List<Instrument> instruments() {
    return List.of(
        terms(
            1,
            "suez",
            new Contract.Binary(),
            5_000,
            500_000,
            START + 40 * HOUR,
            new FeeSchedule(FeeSchedule.Basis.PROBABILITY, 1_000, 7_777)),
        terms(
            2,
            "hamburg",
            new Contract.Index(),
            500_000,
            50_000_000,
            START + 2 * HOUR,
            new FeeSchedule(FeeSchedule.Basis.PER_LOT, 100, 333)));
  }

  private static Instrument terms(
      int id,
      String symbol,
      Contract contract,
      long tick,
      long reference,
      long expiry,
      FeeSchedule fees) {
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
        reference,
        1_000_000,
        500_000,
        "0".repeat(64));
  }

  private static List<Command> setUp() {
    final List<Command> commands = new ArrayList<>();
    for (Instrument instrument : instruments()) {
      commands.add(new Command.ListMarket(instrument));
      commands.add(new Command.OpenMarket(instrument.marketId()));
    }
    for (long account : ACCOUNTS) {
      // The last two belong to one participant. Nobody has leverage: liquidations have a simulation
      // of their own.
      final long participant = Math.min(account, 1003);
      commands.add(new Command.OpenAccount(account, participant, AccountKind.CLIENT, 1));
      commands.add(new Command.Deposit(account, 150_000_000_000L, "d" + account));
    }
    return commands;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void equalsTheNaiveExchange(long seed) {
    final NaiveExchange naive = new NaiveExchange();
    Exchange exchange = new Exchange();
    final Invariants invariants = new Invariants();
    final CommandStream stream = new CommandStream(seed, ACCOUNTS, instruments(), START);
    final List<Command> first = setUp();

    for (int i = 0; i < COMMANDS; i++) {
      final Command command = i < first.size() ? first.get(i) : stream.next();
      final long time = stream.now();
      final List<Told> expected = new ArrayList<>();
      naive.apply(command, time, (at, event) -> expected.add(new Told(at, event)));
      final List<Told> found = new ArrayList<>();
      exchange.apply(command, time, (at, event) -> found.add(new Told(at, event)));

      assertThat(found).as("seed %d, command %d: %s", seed, i, command).isEqualTo(expected);
      assertThat(found).as("seed %d: every command is answered", seed).isNotEmpty();
      for (Told told : found) {
        if (told.event() instanceof Event.OrderAccepted accepted) {
          stream.accepted(accepted);
        }
        seen.add(kindOf(told.event()));
      }
      invariants.see(found);
      if (i % 97 == 0) {
        exchange = restored(exchange);
      }
    }
  }

  @AfterAll
  static void theStreamIsWild() {
    assertThat(seen).containsAll(WANTED);
  }

  private static String kindOf(Event event) {
    final String name = event.getClass().getSimpleName();
    return switch (event) {
      case Event.Trade trade -> name + " auction=" + trade.auction();
      case Event.OrderReplaced replaced -> name + " kept=" + replaced.keptPriority();
      case Event.MarketStateChanged change -> name + " " + change.reason();
      case Event.OrderCanceled canceled -> name + " " + canceled.reason();
      case Event.OrderRejected rejected -> name + " " + rejected.reason();
      case Event.ReplaceRejected rejected -> name + " " + rejected.reason();
      case Event.CancelRejected rejected -> name + " " + rejected.reason();
      case Event.MassQuoteRejected rejected -> name + " " + rejected.reason();
      case Event.ProtectionTripped tripped -> name + " " + tripped.cause();
      case Event.LadderPlaced placed -> name + " repeated=" + placed.repeated();
      case Event.LadderRejected rejected -> name + " " + rejected.reason();
      default -> name;
    };
  }

  /** The exchange that its snapshot makes, which writes the same snapshot again. */
  private static Exchange restored(Exchange exchange) {
    final StateWriter written = new StateWriter();
    exchange.writeState(written);
    final Exchange restored = Exchange.readState(written.reader());
    final StateWriter again = new StateWriter();
    restored.writeState(again);
    assertThat(again.sha256()).isEqualTo(written.sha256());
    return restored;
  }
}
