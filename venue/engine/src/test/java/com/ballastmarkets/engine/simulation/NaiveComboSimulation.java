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
import com.ballastmarkets.domain.instrument.MarketState;
import com.ballastmarkets.domain.instrument.TickTable;
import com.ballastmarkets.engine.Exchange;
import com.ballastmarkets.protocol.snapshot.StateWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Combos and their legs in a busy, careless crowd: the engine beside the naive one. */
final class NaiveComboSimulation {
  private static final int COMMANDS = Integer.getInteger("ballast.simulation.commands", 3_000);
  private static final List<Long> ACCOUNTS = List.of(1001L, 1002L, 1003L, 1004L);
  private static final long START = MONDAY + 22 * HOUR;

  private static final List<String> WANTED =
      List.of(
          "ComboTrade with=legs",
          "ComboTrade with=combo",
          "ComboDefined reversed=true",
          "ComboDefined reversed=false",
          "ComboOrder NOT_FILLABLE",
          "ComboOrder SELF_MATCH",
          "ComboOrder BAND",
          "ComboOrder EXPIRED",
          "ComboOrder MARKET_EXPIRED",
          "ComboOrder HALT",
          "ComboOrder POST_ONLY_WOULD_TAKE",
          "ComboOrder COMBO_ORDER_UNSUPPORTED",
          "ComboOrder INSUFFICIENT_BALANCE",
          "Resting combo traded");

  private static final Set<String> seen = new TreeSet<>();

  private final List<Instrument> trading = new ArrayList<>();

  private static List<Instrument> legs() {
    final FeeSchedule share = new FeeSchedule(FeeSchedule.Basis.PROBABILITY, 1_000, 7_777);
    final FeeSchedule perLot = new FeeSchedule(FeeSchedule.Basis.PER_LOT, 100, 333);
    final Contract call = new Contract.Option(3, Contract.PutOrCall.CALL, 40_000_000);
    return List.of(
        terms(1, "suez", new Contract.Binary(), 5_000, START + 40 * HOUR, share),
        terms(2, "panama", new Contract.Binary(), 20_000, START + 40 * HOUR, share),
        terms(3, "hamburg", new Contract.Index(), 500_000, START + 2 * HOUR, perLot),
        terms(4, "hamburg-call", call, 500_000, START + 2 * HOUR, perLot));
  }

  private static Instrument terms(
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

  private static List<Command> setUp() {
    final List<Command> commands = new ArrayList<>();
    for (Instrument instrument : legs()) {
      commands.add(new Command.ListMarket(instrument));
      commands.add(new Command.OpenMarket(instrument.marketId()));
    }
    for (long account : ACCOUNTS) {
      final long participant = Math.min(account, 1003);
      final int leverage = account == 1002 ? 5 : 1;
      commands.add(new Command.OpenAccount(account, participant, AccountKind.CLIENT, leverage));
      commands.add(new Command.Deposit(account, 150_000_000_000L, "d" + account));
    }
    return commands;
  }

  private static Command define(Random random) {
    final List<Contract.ComboLeg> legs = new ArrayList<>();
    final int count = random.nextInt(30) == 0 ? random.nextInt(6) : 2 + random.nextInt(2);
    for (int i = 0; i < count; i++) {
      final int sign = random.nextBoolean() ? 1 : -1;
      legs.add(new Contract.ComboLeg(1 + random.nextInt(4), sign * (1 + random.nextInt(3))));
    }
    return new Command.DefineCombo(1001 + random.nextInt(5), legs);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void equalsTheNaiveExchange(long seed) {
    final Random random = new Random(seed);
    final NaiveExchange naive = new NaiveExchange();
    Exchange exchange = new Exchange();
    final Invariants invariants = new Invariants();
    trading.addAll(legs());
    final CommandStream stream = new CommandStream(seed, ACCOUNTS, trading, START);
    final List<Command> first = setUp();

    for (int i = 0; i < COMMANDS; i++) {
      final boolean defines = random.nextInt(trading.size() < 8 ? 20 : 200) == 0;
      final Command command =
          i < first.size() ? first.get(i) : defines ? define(random) : stream.next();
      final long time = stream.now();
      final List<Told> expected = new ArrayList<>();
      naive.apply(command, time, (at, event) -> expected.add(new Told(at, event)));
      final List<Told> found = new ArrayList<>();
      exchange.apply(command, time, (at, event) -> found.add(new Told(at, event)));

      for (int e = 0; e < Math.min(found.size(), expected.size()); e++) {
        assertThat(found.get(e))
            .as("seed %d, command %d: %s, event %d", seed, i, command, e)
            .isEqualTo(expected.get(e));
      }
      assertThat(found).as("seed %d, command %d: %s", seed, i, command).isEqualTo(expected);
      for (Told told : found) {
        hear(told.event(), command, stream);
      }
      invariants.see(found);
      if (i % 97 == 0) {
        exchange = restored(exchange);
      }
    }
  }

  private void hear(Event event, Command command, CommandStream stream) {
    switch (event) {
      case Event.OrderAccepted accepted -> stream.accepted(accepted);
      case Event.MarketListed(var terms) -> {
        if (terms.contract() instanceof Contract.Combo) {
          trading.add(terms);
        }
      }
      case Event.MarketStateChanged change -> {
        if (change.to() == MarketState.EXPIRED && isCombo(change.marketId())) {
          trading.removeIf(terms -> terms.marketId() == change.marketId());
        }
      }
      case Event.ComboTrade trade -> {
        seen.add("ComboTrade with=" + (trade.maker() == null ? "legs" : "combo"));
        if (!(command instanceof Command.PlaceOrder(var ticket))
            || ticket.marketId() != trade.marketId()) {
          seen.add("Resting combo traded");
        }
      }
      case Event.ComboDefined defined -> seen.add("ComboDefined reversed=" + defined.reversed());
      case Event.OrderCanceled canceled -> {
        if (isCombo(canceled.marketId())) {
          seen.add("ComboOrder " + canceled.reason());
        }
      }
      case Event.OrderRejected rejected -> {
        if (isCombo(rejected.ticket().marketId())) {
          seen.add("ComboOrder " + rejected.reason());
        }
      }
      default -> {}
    }
  }

  private static boolean isCombo(int marketId) {
    return NaiveCombos.isComboId(marketId);
  }

  @AfterAll
  static void theStreamIsWild() {
    assertThat(seen).containsAll(WANTED);
  }

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
