package com.ballastmarkets.engine.simulation;

import com.ballastmarkets.clearing.ClearingHouse;
import com.ballastmarkets.clearing.liquidation.AccountFigures;
import com.ballastmarkets.clearing.liquidation.AccountFigures.PositionFigures;
import com.ballastmarkets.domain.account.SystemAccounts;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.liquidation.MarginStanding;
import com.ballastmarkets.domain.order.CancelReason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Who is looked at after a step, and whose turn it is: every account that could be in danger is
 * looked at whenever anything about it is other than it was, without watch lists or slack.
 */
final class NaiveLiquidations {
  static final long NEVER = Long.MAX_VALUE;
  private static final long TURN = 1_000_000;

  private final NaiveExchange exchange;
  private final ClearingHouse clearing;
  private final NaiveRamps ramps;
  private final NaiveTurn turns;
  private final int fund;

  /** What was told of an account's money, and its leverage. */
  private final Map<Long, Integer> told = new TreeMap<>();

  private final Map<Long, Integer> leverages = new TreeMap<>();

  /** How each account was when it was looked at last. */
  private final Map<Integer, List<Object>> seen = new TreeMap<>();

  private final List<NaiveRunning> running = new ArrayList<>();
  private long nextId = 1;
  private long lastTurn;

  NaiveLiquidations(NaiveExchange exchange) {
    this.exchange = exchange;
    this.clearing = exchange.clearing;
    this.ramps = new NaiveRamps(exchange);
    this.turns = new NaiveTurn(exchange);
    this.fund = clearing.account(SystemAccounts.INSURANCE_FUND);
  }

  /** Listens to what the clearing house tells. */
  void heard(Event event) {
    switch (event) {
      case Event.AccountOpened e -> leverages.put(e.accountId(), e.leverage());
      case Event.LeverageChanged e -> {
        leverages.put(e.accountId(), e.leverage());
        told.merge(e.accountId(), 1, Integer::sum);
      }
      case Event.CashMoved e -> told.merge(e.accountId(), 1, Integer::sum);
      case Event.PositionUpdated e -> told.merge(e.accountId(), 1, Integer::sum);
      case Event.WithdrawalReserved e -> told.merge(e.accountId(), 1, Integer::sum);
      case Event.WithdrawalReleased e -> told.merge(e.accountId(), 1, Integer::sum);
      default -> {}
    }
  }

  // ---- after a step --------------------------------------------------------------------------

  /** Looks at all that changed, again and again until nothing does. */
  void look() {
    for (List<Integer> changed = changed(); !changed.isEmpty(); changed = changed()) {
      exchange.begin();
      changed.forEach(this::look);
      exchange.endStep();
    }
  }

  private List<Integer> changed() {
    final List<Integer> changed = new ArrayList<>();
    for (int account = 0; account < clearing.accountCount(); account++) {
      if (isWatched(account)) {
        final List<Object> figures = figures(account);
        if (!figures.equals(seen.put(account, figures))) {
          changed.add(account);
        }
      } else {
        seen.remove(account);
      }
    }
    return changed;
  }

  private int leverage(int account) {
    return leverages.getOrDefault(clearing.accountId(account), 1);
  }

  private boolean isWatched(int account) {
    return account == fund
        || leverage(account) > 1
        || clearing.takeovers().standing(account) != MarginStanding.SAFE
        || clearing.watch().isShort(account, exchange.now);
  }

  private List<Object> figures(int account) {
    final List<Object> figures = new ArrayList<>();
    figures.add(told.getOrDefault(clearing.accountId(account), 0));
    for (NaiveMarket market : held(account)) {
      figures.add(market.instrument.marketId());
      figures.add(clearing.markMicros(market.handle));
      figures.add(market.phaseChanges);
      figures.add(ramps.ticks(market));
      ramps.watch(market);
    }
    return figures;
  }

  private List<NaiveMarket> held(int account) {
    return exchange.markets.values().stream()
        .filter(market -> !NaiveCombos.isComboId(market.instrument.marketId()))
        .filter(market -> !market.state.isClosed())
        .filter(market -> clearing.positionLots(account, market.handle) != 0)
        .toList();
  }

  private void look(int account) {
    if (account == fund) {
      clearing.shortfalls().cover();
      return;
    }
    final NaiveRunning its =
        running.stream().filter(r -> r.account == account).findFirst().orElse(null);
    if (its != null) {
      hurry(its);
      return;
    }
    final boolean isShort = clearing.watch().isShort(account, exchange.now);
    if (isShort) {
      exchange.closing.cancelAll(account, CancelReason.MARGIN);
    }
    final AccountFigures figures = clearing.takeovers().figures(account);
    final MarginStanding from = clearing.takeovers().standing(account);
    final MarginStanding to =
        leverage(account) == 1 && !clearing.watch().isShort(account, exchange.now)
            ? MarginStanding.SAFE
            : NaiveTurn.standing(figures);
    if (to == MarginStanding.LIQUIDATION) {
      begin(account);
    } else if (to != from) {
      clearing.takeovers().standing(account, to);
      exchange.tell(
          new Event.Liquidation.MarginNotice(
              clearing.accountId(account),
              from,
              to,
              figures.equityMicros(),
              figures.worstCaseLossMicros(),
              figures.marginMicros()));
    }
  }

  private void begin(int account) {
    clearing.takeovers().standing(account, MarginStanding.LIQUIDATION);
    final NaiveRunning its = new NaiveRunning(nextId++, account, exchange.now);
    running.add(its);
    final AccountFigures figures = clearing.takeovers().figures(account);
    exchange.tell(clearing.takeovers().started(its.id, account, figures));
    for (PositionFigures position : figures.positions()) {
      exchange.tell(clearing.takeovers().input(its.id, account, position));
    }
    its.due = nextTurn();
    lastTurn = its.due;
  }

  private long nextTurn() {
    return Math.max(exchange.now, lastTurn + TURN);
  }

  /** Without equity nobody waits for his second, nor for a market when anything has changed. */
  private void hurry(NaiveRunning its) {
    final boolean urgent =
        its.due == NEVER || clearing.takeovers().figures(its.account).equityMicros() <= 0;
    if (urgent && nextTurn() < its.due) {
      its.due = nextTurn();
      lastTurn = its.due;
    }
  }

  // ---- what is due ---------------------------------------------------------------------------

  private @Nullable NaiveRunning first() {
    return running.stream()
        .filter(r -> r.due != NEVER)
        .min(Comparator.comparingLong((NaiveRunning r) -> r.due).thenComparingInt(r -> r.account))
        .orElse(null);
  }

  long nextDue() {
    final NaiveRunning first = first();
    return Math.min(first == null ? NEVER : first.due, ramps.next());
  }

  /** Falling leverage first, then one account's turn. */
  void takeTurn() {
    if (ramps.next() <= exchange.now) {
      ramps.take();
      return;
    }
    final NaiveRunning its = first();
    if (its == null) {
      return;
    }
    final long next = turns.take(its);
    if (next == NaiveTurn.OVER) {
      running.remove(its);
    } else {
      its.due = next == NEVER ? NEVER : Math.max(next, exchange.now + TURN);
    }
  }
}
