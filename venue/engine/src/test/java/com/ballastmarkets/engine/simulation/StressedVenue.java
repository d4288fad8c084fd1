package com.ballastmarkets.engine.simulation;

import static com.ballastmarkets.engine.TestVenue.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import com.ballastmarkets.domain.account.AccountKind;
import com.ballastmarkets.domain.account.SystemAccounts;
import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.command.OrderTicket;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.event.Event.Liquidation;
import com.ballastmarkets.domain.liquidation.LossLayer;
import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.domain.order.TimeInForce;
import com.ballastmarkets.engine.Exchange;
import com.ballastmarkets.protocol.snapshot.StateWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * An exchange under stress, and all that must hold while it is: the {@link Invariants} of every
 * figure, the order of the waterfall, and the pace of liquidations.
 */
final class StressedVenue {
  private static final long TURN_NANOS = 1_000_000;

  private final Map<Long, Long> cash = new HashMap<>();
  private final Invariants invariants = new Invariants();
  private final Map<String, Integer> seen = new TreeMap<>();
  private final Set<Long> inLiquidation = new TreeSet<>();
  private Exchange exchange = new Exchange();
  private long now = MONDAY;
  private long deposited;
  private int longestTurn;

  List<Told> apply(Command command) {
    return apply(command, 0);
  }

  /** Applies a command after a while. */
  List<Told> apply(Command command, long afterNanos) {
    now += afterNanos;
    final List<Told> told = new ArrayList<>();
    exchange.apply(command, now, (at, event) -> told.add(new Told(at, event)));
    invariants.see(told);
    final Set<Long> turns = new HashSet<>();
    told.forEach(each -> look(each.event(), turns));
    if (afterNanos > 0) {
      assertThat(turns.size())
          .as("turns in %,d ns", afterNanos)
          .isLessThanOrEqualTo((int) (afterNanos / TURN_NANOS) + 1);
    }
    if (turns.size() == 1) {
      longestTurn = Math.max(longestTurn, told.size());
    }
    return told;
  }

  private void look(Event event, Set<Long> turns) {
    if (event instanceof Event.CashMoved moved) {
      cash.put(moved.accountId(), moved.cashAfterMicros());
    } else if (event instanceof Liquidation step) {
      saw(step.getClass().getSimpleName());
      switch (step) {
        case Liquidation.LiquidationStarted started -> inLiquidation.add(started.accountId());
        case Liquidation.LiquidationEnded ended -> inLiquidation.remove(ended.accountId());
        case Liquidation.LiquidationSlice slice -> turns.add(slice.accountId());
        case Liquidation.PositionTakenOver taken -> turns.add(taken.accountId());
        case Liquidation.LossCovered covered -> {
          saw(covered.layer().name());
          if (covered.layer() == LossLayer.MEMBER_CONTRIBUTION) {
            assertThat(cash(SystemAccounts.HOUSE_TRANCHE)).as("the tranche goes first").isZero();
          }
        }
        case Liquidation.AutoDeleveraged _ -> {
          assertThat(cash(SystemAccounts.DEFAULT_FUND)).as("members go first").isZero();
          assertThat(cash(SystemAccounts.HOUSE_TRANCHE)).as("the tranche goes first").isZero();
        }
        case Liquidation.MarginNotice _ -> {}
        case Liquidation.LiquidationInput _ -> {}
        case Liquidation.ContributionChanged _ -> {}
      }
    }
  }

  private void saw(String what) {
    seen.merge(what, 1, Integer::sum);
  }

  /** How often each kind of step, and each layer of the waterfall, has come up. */
  Map<String, Integer> seen() {
    return seen;
  }

  /** Accounts whose liquidation has begun and not ended. */
  Set<Long> inLiquidation() {
    return inLiquidation;
  }

  /** The most events that a step with one account's turn told. */
  int longestTurn() {
    return longestTurn;
  }

  long cash(long account) {
    return cash.getOrDefault(account, 0L);
  }

  /** All accounts' cash is what was deposited: nothing appeared, nothing vanished. */
  void moneyIsAllThere() {
    assertThat(cash.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(deposited);
  }

  void deposit(long account, long amountMicros) {
    apply(new Command.Deposit(account, amountMicros, "opening-" + account));
    deposited += amountMicros;
  }

  void open(long account, int leverage, long amountMicros) {
    apply(new Command.OpenAccount(account, account, AccountKind.CLIENT, leverage));
    deposit(account, amountMicros);
  }

  List<Told> order(long account, int market, Side side, long lots, long price, boolean rests) {
    return apply(ticket(account, market, side, lots, price, rests));
  }

  static Command ticket(long account, int market, Side side, long lots, long price, boolean rests) {
    return new Command.PlaceOrder(
        OrderTicket.of(account, market, side, lots)
            .limit(price)
            .timeInForce(rests ? TimeInForce.GTC : TimeInForce.IOC)
            .build());
  }

  void cancelAll(long account) {
    apply(new Command.MassCancel(account, 0, null, 0, Command.MassCancel.Cause.OPERATIONS, ""));
  }

  void passes(long nanos, int times) {
    for (int i = 0; i < times; i++) {
      apply(new Command.Tick(), nanos);
    }
  }

  void isNow(long nanos) {
    now = nanos;
  }

  /** Goes on with an engine made from a snapshot of this one. */
  void restarts() {
    final StateWriter written = new StateWriter();
    exchange.writeState(written);
    final Exchange restored = Exchange.readState(written.reader());
    final StateWriter again = new StateWriter();
    restored.writeState(again);
    assertThat(again.sha256()).isEqualTo(written.sha256());
    exchange = restored;
  }
}
