package com.ballastmarkets.engine.liquidation;

import com.ballastmarkets.clearing.ClearingHouse;
import com.ballastmarkets.clearing.liquidation.AccountFigures;
import com.ballastmarkets.clearing.liquidation.AccountFigures.PositionFigures;
import com.ballastmarkets.clearing.liquidation.Liquidation;
import com.ballastmarkets.domain.account.SystemAccounts;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.liquidation.MarginStanding;
import com.ballastmarkets.domain.order.CancelReason;
import com.ballastmarkets.domain.state.StateInput;
import com.ballastmarkets.domain.state.StateOutput;
import com.ballastmarkets.engine.market.MarketRegistry;
import com.ballastmarkets.engine.order.OrderDesk;
import com.ballastmarkets.engine.output.EventOutlet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Looks at leveraged accounts whose figures have changed, and takes those in liquidation through
 * their turns.
 *
 * <p>Paced: turns of different accounts that are due at once follow on one another at least a
 * millisecond apart, so that a thousand liquidations are a second of small steps and not one long
 * one. A step that tells a notice or begins a liquidation does nothing else.
 */
public final class LiquidationDesk {
  /** The least time between the turns of two accounts. */
  public static final long TURN_NANOS = Duration.ofMillis(1).toNanos();

  private record Due(long atNanos, int account) {}

  private final ClearingHouse clearing;
  private final EventOutlet outlet;
  private final OrderDesk orders;
  private final LiquidationTurn turns;
  private final int fund;
  private final TreeMap<Integer, Running> running = new TreeMap<>();
  private final TreeSet<Due> due =
      new TreeSet<>(Comparator.comparingLong(Due::atNanos).thenComparingInt(Due::account));
  private long nextId = 1;
  private long lastTurnNanos;

  public LiquidationDesk(
      ClearingHouse clearing, MarketRegistry markets, OrderDesk orders, EventOutlet outlet) {
    this.clearing = clearing;
    this.outlet = outlet;
    this.orders = orders;
    this.turns = new LiquidationTurn(clearing, markets, orders, outlet);
    this.fund = clearing.account(SystemAccounts.INSURANCE_FUND);
  }

  // ---- after a step --------------------------------------------------------------------------

  /** Whether an account is to be looked at. */
  public boolean isPending() {
    return clearing.watch().isPending();
  }

  /** Looks at the accounts that are to be looked at, in a step of their own. */
  public void look() {
    for (int account : clearing.watch().takePending()) {
      if (account == fund) {
        clearing.shortfalls().cover();
      } else {
        look(account);
      }
    }
  }

  private void look(int account) {
    final long now = outlet.timeNanos();
    final Running its = running.get(account);
    if (its == null && clearing.watch().isShort(account, now)) {
      // Its orders count on a profit that was taken back.
      orders.cancelRequests().cancelAll(account, CancelReason.MARGIN);
    }
    final MarginStanding to = clearing.watch().look(account, now);
    if (its != null) {
      // A market that reopens, or no equity: its turn comes at once, not in a second.
      // Who waits for an earlier one already is not put off.
      if (soonest(now) < its.dueNanos && turns.isUrgent(its, account)) {
        schedule(account, its, now);
      }
      return;
    }
    final MarginStanding from = clearing.takeovers().standing(account);
    if (to == MarginStanding.LIQUIDATION) {
      begin(account, now);
    } else if (to != from) {
      clearing.takeovers().standing(account, to);
      final AccountFigures figures = clearing.takeovers().figures(account);
      outlet.tell(
          new Event.Liquidation.MarginNotice(
              clearing.accountId(account),
              from,
              to,
              figures.equityMicros(),
              figures.worstCaseLossMicros(),
              figures.marginMicros()));
    }
  }

  private void begin(int account, long now) {
    clearing.takeovers().standing(account, MarginStanding.LIQUIDATION);
    final Running its = new Running(nextId++, new Liquidation(now));
    running.put(account, its);
    final AccountFigures figures = clearing.takeovers().figures(account);
    outlet.tell(clearing.takeovers().started(its.id, account, figures));
    for (PositionFigures position : figures.positions()) {
      outlet.tell(clearing.takeovers().input(its.id, account, position));
    }
    schedule(account, its, now);
  }

  // ---- turns ---------------------------------------------------------------------------------

  /** When somebody's turn is due, or leverage is to be looked at. */
  public long nextDue() {
    final long turn = due.isEmpty() ? Long.MAX_VALUE : due.first().atNanos();
    return Math.min(turn, clearing.watch().nextRamp());
  }

  /** Takes the turn that is due first, or looks at who holds what loses its leverage. */
  public void takeTurn(long now) {
    if (clearing.watch().nextRamp() <= now) {
      clearing.watch().ramp(now);
      return;
    }
    final Due first = due.pollFirst();
    if (first == null) {
      return;
    }
    final Running its = running.get(first.account());
    if (its == null) {
      throw new IllegalStateException("a turn without a liquidation");
    }
    final long next = turns.take(its, first.account());
    if (next == LiquidationTurn.OVER) {
      running.remove(first.account());
    } else if (next == Long.MAX_VALUE) {
      its.dueNanos = next;
    } else {
      its.dueNanos = Math.max(next, now + TURN_NANOS);
      due.add(new Due(its.dueNanos, first.account()));
    }
  }

  private void schedule(int account, Running its, long now) {
    due.remove(new Due(its.dueNanos, account));
    lastTurnNanos = soonest(now);
    its.dueNanos = lastTurnNanos;
    due.add(new Due(its.dueNanos, account));
  }

  private long soonest(long now) {
    return Math.max(now, lastTurnNanos + TURN_NANOS);
  }

  // ---- state ---------------------------------------------------------------------------------

  public void writeState(StateOutput output) {
    output.section("liquidations", 1);
    output.putLong(nextId);
    output.putLong(lastTurnNanos);
    output.putInt(running.size());
    running.forEach((account, its) -> {
      output.putInt(account);
      output.putLong(its.id);
      output.putLong(its.dueNanos);
      output.putBoolean(its.begun);
      its.ladder.writeState(output);
    });
    final List<Integer> standing = new ArrayList<>();
    for (int account = 0; account < clearing.accountCount(); account++) {
      if (clearing.takeovers().standing(account) != MarginStanding.SAFE) {
        standing.add(account);
      }
    }
    output.putInt(standing.size());
    for (int account : standing) {
      output.putInt(account);
      output.putEnum(clearing.takeovers().standing(account));
    }
  }

  /**
   * Reads it back.
   *
   * @param timeNanos of the last step
   */
  public void readState(StateInput input, long timeNanos) {
    input.section("liquidations");
    nextId = input.getLong();
    lastTurnNanos = input.getLong();
    final int liquidations = input.getInt();
    for (int i = 0; i < liquidations; i++) {
      final int account = input.getInt();
      final long id = input.getLong();
      final long dueNanos = input.getLong();
      final boolean begun = input.getBoolean();
      final Running its = new Running(id, Liquidation.readState(input));
      its.dueNanos = dueNanos;
      its.begun = begun;
      running.put(account, its);
      if (dueNanos != Long.MAX_VALUE) {
        due.add(new Due(dueNanos, account));
      }
    }
    final int standings = input.getInt();
    for (int i = 0; i < standings; i++) {
      final int account = input.getInt();
      clearing.takeovers().standing(account, input.getEnum(MarginStanding.values()));
    }
    // Who is watched for its standing alone is known only now.
    clearing.watch().restore(timeNanos);
  }
}
