package com.ballastmarkets.api.stream;

import com.ballastmarkets.api.liquidation.MarginChange;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.protocol.port.JournalEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What one command changed, gathered by topic. */
final class Changes {
  final Map<Integer, List<Event.LevelChanged>> levels = new LinkedHashMap<>();
  final Map<Integer, Integer> trades = new LinkedHashMap<>();
  final Set<Integer> tickers = new LinkedHashSet<>();
  final Set<Integer> states = new LinkedHashSet<>();
  final Set<Integer> settlements = new LinkedHashSet<>();
  final Map<Long, Set<Long>> orders = new LinkedHashMap<>();
  final Map<Long, Integer> fills = new LinkedHashMap<>();
  final Map<Long, Set<Integer>> positions = new LinkedHashMap<>();
  final Set<Long> balances = new LinkedHashSet<>();
  final Map<Long, List<MarginChange>> margins = new LinkedHashMap<>();

  static Changes of(List<JournalEntry> command) {
    final Changes changes = new Changes();
    command.forEach(entry -> changes.add(entry.event()));
    return changes;
  }

  private void add(Event event) {
    switch (event) {
      case Event.LevelChanged e -> {
        levels.computeIfAbsent(e.marketId(), id -> new ArrayList<>()).add(e);
        tickers.add(e.marketId());
      }
      case Event.Trade e -> {
        trades.merge(e.marketId(), 1, Integer::sum);
        tickers.add(e.marketId());
        filled(e.maker());
        filled(e.taker());
      }
      case Event.ComboTrade e -> {
        trades.merge(e.marketId(), 1, Integer::sum);
        tickers.add(e.marketId());
      }
      case Event.MarkChanged e -> tickers.add(e.marketId());
      case Event.IndicativeChanged e -> tickers.add(e.marketId());
      case Event.MarketStateChanged e -> states.add(e.marketId());
      case Event.ProvisionalPublished e -> settlements.add(e.marketId());
      case Event.DisputeOpened e -> settlements.add(e.marketId());
      case Event.DisputeRuled e -> settlements.add(e.marketId());
      case Event.MarketSettled e -> settlements.add(e.marketId());
      case Event.MarketVoided e -> settlements.add(e.marketId());
      case Event.OrderAccepted e -> order(e.ticket().accountId(), e.orderId());
      case Event.OrderTriggered e -> order(e.accountId(), e.orderId());
      case Event.OrderReplaced e -> order(e.accountId(), e.orderId());
      case Event.OrderCanceled e -> order(e.accountId(), e.orderId());
      case Event.PositionUpdated e ->
          positions.computeIfAbsent(e.accountId(), id -> new LinkedHashSet<>()).add(e.marketId());
      case Event.AccountUpdated e -> balances.add(e.accountId());
      case Event.CashMoved e -> balances.add(e.accountId());
      case Event.AccountOpened e -> {}
      case Event.LeverageChanged e -> balances.add(e.accountId());
      case Event.KillSwitchChanged e -> {}
      case Event.WithdrawalReserved e -> balances.add(e.accountId());
      case Event.WithdrawalReleased e -> balances.add(e.accountId());
      case Event.WithdrawalConfirmed e -> balances.add(e.accountId());
      case Event.MarketListed e -> {}
      case Event.DailySettled e -> {}
      case Event.ClockAdvanced e -> {}
      case Event.ComboDefined e -> {}
      case Event.OrderRejected e -> {}
      case Event.OrderRepeated e -> {}
      case Event.ReplaceRejected e -> {}
      case Event.CancelRejected e -> {}
      case Event.MassCanceled e -> {}
      case Event.ParticipantKillSwitchChanged e -> {}
      case Event.NewsHaltDeclared e -> {}
      case Event.LadderPlaced e -> {}
      case Event.LadderRejected e -> {}
      case Event.QuoteEntered e -> {}
      case Event.MassQuoteTaken e -> {}
      case Event.MassQuoteRejected e -> {}
      case Event.MassQuoteRepeated e -> {}
      case Event.QuotesCanceled e -> {}
      case Event.ProtectionChanged e -> {}
      case Event.ProtectionTripped e -> {}
      case Event.CommandRejected e -> {}
      case Event.UnderlyingExplained e -> {}
      case Event.MarginExplained e -> {}
      case Event.Liquidation e -> MarginChange.of(e).ifPresent(this::margin);
      case Event.Limits e -> {}
      case Event.NothingToDo e -> {}
    }
  }

  private void filled(Event.Fill fill) {
    order(fill.accountId(), fill.orderId());
    fills.merge(fill.accountId(), 1, Integer::sum);
  }

  private void margin(MarginChange change) {
    margins.computeIfAbsent(change.accountId(), id -> new ArrayList<>()).add(change);
  }

  private void order(long accountId, long orderId) {
    orders.computeIfAbsent(accountId, id -> new LinkedHashSet<>()).add(orderId);
  }
}
