package com.ballastmarkets.engine.simulation;

import static com.ballastmarkets.engine.TestVenue.HOUR;
import static com.ballastmarkets.engine.simulation.SmallVenue.ACCOUNTS;
import static com.ballastmarkets.engine.simulation.SmallVenue.PER_LOT;
import static com.ballastmarkets.engine.simulation.SmallVenue.SHARE;
import static com.ballastmarkets.engine.simulation.SmallVenue.START;
import static com.ballastmarkets.engine.simulation.SmallVenue.terms;
import static org.assertj.core.api.Assertions.assertThat;

import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.instrument.Contract;
import com.ballastmarkets.domain.instrument.Instrument;
import com.ballastmarkets.domain.instrument.MarketState;
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
    final Contract call = new Contract.Option(3, Contract.PutOrCall.CALL, 40_000_000);
    return List.of(
        terms(1, "suez", new Contract.Binary(), 5_000, START + 40 * HOUR, SHARE),
        terms(2, "panama", new Contract.Binary(), 20_000, START + 40 * HOUR, SHARE),
        terms(3, "hamburg", new Contract.Index(), 500_000, START + 2 * HOUR, PER_LOT),
        terms(4, "hamburg-call", call, 500_000, START + 2 * HOUR, PER_LOT));
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
    final Run run = new Run(true);
    trading.addAll(legs());
    final CommandStream stream = new CommandStream(seed, ACCOUNTS, trading, START);
    final List<Command> first = SmallVenue.setUp(legs(), 5);

    for (int i = 0; i < COMMANDS; i++) {
      final boolean defines = random.nextInt(trading.size() < 8 ? 20 : 200) == 0;
      final Command command =
          i < first.size() ? first.get(i) : defines ? define(random) : stream.next();
      for (Told told : run.take(seed, i, new Step.Apply(command, stream.now()))) {
        hear(told.event(), command, stream);
      }
      if (i % 97 == 0) {
        run.restore(seed, i);
      }
    }
    assertThat(run.isCompared()).as("seed %d: compared to the end", seed).isTrue();
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
}
