package com.ballastmarkets.engine.simulation;

import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.instrument.Contract;
import com.ballastmarkets.domain.instrument.MarketState;
import com.ballastmarkets.engine.simulation.Views.Market;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What must hold after every command, read from the events alone: every figure in an event is what
 * a reader has folded from those before it.
 */
final class Invariants {
  private static final int SUMS_EVERY = 16;

  private final Views views = new Views();
  private final OrderReadings orders = new OrderReadings(views);
  private final MoneyReadings money = new MoneyReadings(views);
  private final Set<Integer> touched = new LinkedHashSet<>();
  private final Set<Integer> ended = new LinkedHashSet<>();
  private long lastTime = Long.MIN_VALUE;
  private long checks;

  /** All events of a command. */
  void see(List<Told> all) {
    final BitSet last = lastPositions(all);
    for (int i = 0; i < all.size(); i++) {
      final Told told = all.get(i);
      Violation.unless(
          told.time() >= lastTime || told.event() instanceof Event.ClockAdvanced,
          "time goes back: %s",
          told);
      lastTime = told.time();
      if (told.event() instanceof Event.PositionUpdated position) {
        money.position(position, last.get(i));
      } else {
        see(told.event());
      }
    }
    check();
  }

  /** Which events tell of positions that go with their market: it ends later, trades no more. */
  private static BitSet lastPositions(List<Told> all) {
    final BitSet last = new BitSet();
    final Set<Integer> ending = new HashSet<>();
    for (int i = all.size() - 1; i >= 0; i--) {
      switch (all.get(i).event()) {
        case Event.MarketSettled settled -> ending.add(settled.marketId());
        case Event.MarketVoided voided -> ending.add(voided.marketId());
        case Event.Trade trade -> ending.remove(trade.marketId());
        case Event.PositionUpdated position -> last.set(i, ending.contains(position.marketId()));
        default -> {}
      }
    }
    return last;
  }

  private void see(Event event) {
    switch (event) {
      case Event.OrderAccepted accepted -> orders.accepted(accepted);
      case Event.OrderReplaced replaced -> orders.replaced(replaced);
      case Event.OrderTriggered triggered -> orders.triggered(triggered);
      case Event.OrderCanceled canceled -> orders.canceled(canceled);
      case Event.Trade trade -> orders.trade(trade);
      case Event.ComboTrade trade -> orders.comboTrade(trade);
      case Event.LevelChanged level -> {
        touched.add(level.marketId());
        orders.level(level);
      }
      case Event.CashMoved moved -> money.moved(moved);
      case Event.AccountUpdated account -> money.account(account);
      case Event.WithdrawalReserved w -> money.reserve(w.accountId(), w.amountMicros());
      case Event.WithdrawalReleased w -> money.reserve(w.accountId(), -w.amountMicros());
      case Event.WithdrawalConfirmed w -> money.reserve(w.accountId(), -w.amountMicros());
      case Event.AccountOpened opened ->
          views.accounts.put(
              opened.accountId(), new Views.Account(opened.participantId(), opened.leverage()));
      case Event.LeverageChanged changed ->
          views.account(changed.accountId()).leverage = changed.leverage();
      case Event.MarketListed(var instrument) ->
          views.markets.put(instrument.marketId(), new Market(instrument));
      case Event.MarketStateChanged changed -> {
        final Market market = views.market(changed.marketId());
        Violation.unless(market.state == changed.from(), "from another state: %s", changed);
        market.state = changed.to();
        market.reference = changed.referencePriceMicros();
        touched.add(changed.marketId());
        final boolean comboIsOver =
            changed.to() == MarketState.EXPIRED
                && market.instrument.contract() instanceof Contract.Combo;
        if (changed.to().isClosed() || comboIsOver) {
          ended.add(changed.marketId());
        }
      }
      case Event.MarkChanged(int marketId, long mark) -> views.market(marketId).mark = mark;
      case Event.DailySettled _ -> {
        for (Market market : views.markets.values()) {
          if (market.state.acceptsCancels()) {
            market.reference = market.mark;
          }
        }
      }
      case Event.Limits.PositionLimitChanged(int marketId, long lots) -> {
        final Market market = views.market(marketId);
        market.highestLimit = Math.max(market.highestLimit, lots);
      }
      case Event.Limits.HedgeExemptionChanged(_, int marketId, long lots) -> {
        final Market market = views.market(marketId);
        market.highestExemption = Math.max(market.highestExemption, lots);
      }
      case Event.Liquidation.PositionTakenOver t ->
          money.passed(t.accountId(), t.marketId(), t.lots(), t.priceMicros());
      case Event.Liquidation.AutoDeleveraged d ->
          money.passed(d.accountId(), d.marketId(), d.lots(), d.priceMicros());
      case Event.MarketSettled settled -> money.ended(settled.marketId());
      case Event.MarketVoided voided -> money.ended(voided.marketId());
      default -> {}
    }
  }

  /** The command has no more events. */
  private void check() {
    money.check();
    for (int marketId : touched) {
      orders.check(views.market(marketId));
    }
    touched.clear();
    ended.forEach(views.markets::remove);
    ended.clear();
    if (checks++ % SUMS_EVERY == 0) {
      money.checkSums();
      views.markets.values().forEach(orders::checkDepth);
    }
  }
}
