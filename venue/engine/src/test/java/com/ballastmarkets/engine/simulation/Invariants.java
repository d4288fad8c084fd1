package com.ballastmarkets.engine.simulation;

import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.engine.simulation.Views.Market;
import java.util.LinkedHashSet;
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

  /** The next event of a command. */
  void see(Told told) {
    Violation.unless(
        told.time() >= lastTime || told.event() instanceof Event.ClockAdvanced,
        "time goes back: %s",
        told);
    lastTime = told.time();
    see(told.event());
  }

  private void see(Event event) {
    switch (event) {
      case Event.OrderAccepted accepted -> orders.accepted(accepted);
      case Event.OrderReplaced replaced -> orders.replaced(replaced);
      case Event.OrderTriggered triggered -> orders.triggered(triggered);
      case Event.OrderCanceled canceled -> orders.canceled(canceled);
      case Event.Trade trade -> orders.trade(trade);
      case Event.LevelChanged level -> {
        touched.add(level.marketId());
        orders.level(level);
      }
      case Event.CashMoved moved -> money.moved(moved);
      case Event.PositionUpdated position -> money.position(position);
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
        if (changed.to().isClosed()) {
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
      case Event.MarketSettled settled -> money.ended(settled.marketId());
      case Event.MarketVoided voided -> money.ended(voided.marketId());
      default -> {}
    }
  }

  /** The command has no more events. */
  void check() {
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
