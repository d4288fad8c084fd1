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
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The engine beside the naive one: equal event for event, invariants whole, snapshots exact. */
final class NaiveSimulation {
  private static final int COMMANDS = Integer.getInteger("ballast.simulation.commands", 3_000);

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
          "MarketStateChanged HALTED CIRCUIT_BREAKER",
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
          "MarketStateChanged HALTED NEWS",
          "PositionLimitChanged",
          "HedgeExemptionChanged",
          "OrderRejected INSUFFICIENT_BALANCE",
          "OrderRejected POSITION_LIMIT_EXCEEDED",
          "OrderRejected POST_ONLY_WOULD_TAKE",
          "ReplaceRejected INSUFFICIENT_BALANCE",
          "CancelRejected ORDER_CLOSED",
          "CancelRejected ORDER_NOT_FOUND");

  private static final EventKinds seen = new EventKinds();

  private static final List<Instrument> MARKETS =
      List.of(
          terms(1, "suez", new Contract.Binary(), 5_000, START + 40 * HOUR, SHARE),
          terms(2, "hamburg", new Contract.Index(), 500_000, START + 2 * HOUR, PER_LOT));

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void equalsTheNaiveExchange(long seed) {
    final Run run = new Run(true);
    final CommandStream stream = new CommandStream(seed, ACCOUNTS, MARKETS, START);
    // Nobody has leverage: liquidations have a simulation of their own.
    final List<Command> first = SmallVenue.setUp(MARKETS, 1);

    for (int i = 0; i < COMMANDS; i++) {
      final Command command = i < first.size() ? first.get(i) : stream.next();
      for (Told told : run.take(seed, i, new Step.Apply(command, stream.now()))) {
        if (told.event() instanceof Event.OrderAccepted accepted) {
          stream.accepted(accepted);
        }
        seen.count(told);
      }
      if (i % 97 == 0) {
        run.restore(seed, i);
      }
    }
  }

  @AfterAll
  static void theStreamIsWild() {
    assertThat(seen.counts()).containsKeys(WANTED.toArray(String[]::new));
  }
}
