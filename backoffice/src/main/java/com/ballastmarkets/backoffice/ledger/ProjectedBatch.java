package com.ballastmarkets.backoffice.ledger;

import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.protocol.port.JournalEntry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What a batch of events does to the database: the one place where events meet rows. */
final class ProjectedBatch {
  private final CommandCash cash = new CommandCash();
  private final MarketRows markets = new MarketRows();
  private final BalanceRows balances = new BalanceRows();
  private final OrderRows orders = new OrderRows();
  private final PositionRows positions = new PositionRows();
  private final JournalRows journals = new JournalRows();
  private final TreasuryRows treasury = new TreasuryRows();
  private final ContributionRows contributions = new ContributionRows();

  /** In the order of writing: a market before its positions' end-of-day picture. */
  private final List<ProjectedRows> parts =
      List.of(markets, balances, orders, positions, journals, treasury, contributions);

  private boolean dayEnded;

  void add(JournalEntry entry) {
    switch (entry.event()) {
      case Event.AccountOpened event -> balances.opened(entry, event);
      case Event.LeverageChanged event -> balances.leverage(entry, event);
      case Event.KillSwitchChanged event -> balances.killSwitch(entry, event);
      case Event.CashMoved event -> {
        cash.moved(entry, event);
        balances.cash(entry, event);
        treasury.moved(entry, event);
      }
      case Event.AccountUpdated event -> balances.updated(entry, event);
      case Event.PositionUpdated event -> positions.updated(entry, event);
      case Event.WithdrawalReserved event -> {
        cash.reserved(entry, event);
        treasury.reserved(entry, event);
      }
      case Event.WithdrawalReleased event -> {
        cash.released(entry, event);
        treasury.released(entry, event);
      }
      case Event.WithdrawalConfirmed event -> treasury.confirmed(entry, event);
      case Event.Liquidation event -> contributions.on(entry, event);
      case Event.MarketListed event -> markets.listed(entry, event);
      case Event.MarketStateChanged event -> markets.stateChanged(entry, event);
      case Event.MarkChanged event -> markets.marked(entry, event);
      case Event.DailySettled event -> {
        cash.settled(entry, event);
        positions.dayEnded(event);
        dayEnded = true;
      }
      case Event.ProvisionalPublished event -> markets.provisional(entry, event);
      case Event.DisputeOpened event -> markets.disputed(entry, event);
      case Event.DisputeRuled event -> markets.ruled(entry, event);
      case Event.MarketSettled event -> markets.settled(entry, event);
      case Event.MarketVoided event -> markets.voided(entry, event);
      case Event.OrderAccepted event -> orders.accepted(entry, event);
      case Event.OrderRejected event -> orders.rejected(entry, event);
      case Event.OrderTriggered event -> orders.triggered(entry, event);
      case Event.OrderReplaced event -> orders.replaced(entry, event);
      case Event.OrderCanceled event -> orders.canceled(entry, event);
      case Event.Trade event -> {
        orders.traded(entry, event);
        markets.traded(entry, event);
      }
      // What changed hands is told with the trades of the legs.
      case Event.ComboTrade event -> markets.traded(entry, event);
      // Answers and market data: nothing of them is kept here.
      case Event.LevelChanged event -> {}
      case Event.IndicativeChanged event -> {}
      case Event.ClockAdvanced event -> {}
      case Event.ComboDefined event -> {}
      case Event.OrderRepeated event -> {}
      case Event.Limits event -> {}
      case Event.ReplaceRejected event -> {}
      case Event.CancelRejected event -> {}
      case Event.MassCanceled event -> {}
      case Event.ParticipantKillSwitchChanged event -> {}
      case Event.NewsHaltDeclared event -> {}
      case Event.LadderPlaced event -> {}
      case Event.LadderRejected event -> {}
      case Event.QuoteEntered event -> {}
      case Event.MassQuoteTaken event -> {}
      case Event.MassQuoteRejected event -> {}
      case Event.MassQuoteRepeated event -> {}
      case Event.QuotesCanceled event -> {}
      case Event.ProtectionChanged event -> {}
      case Event.ProtectionTripped event -> {}
      case Event.CommandRejected event -> {}
      case Event.UnderlyingExplained event -> {}
      case Event.MarginExplained event -> {}
      case Event.NothingToDo event -> {}
    }
    if (entry.last()) {
      journals.add(cash.endCommand());
    }
  }

  /** Whether the batch must end with this command, so that the day's picture shows its end. */
  boolean mustEnd() {
    return dayEnded;
  }

  void prepare(Connection connection) throws SQLException {
    for (ProjectedRows part : parts) {
      part.prepare(connection);
    }
  }

  void write(Connection connection) throws SQLException {
    for (ProjectedRows part : parts) {
      part.write(connection);
    }
  }

  void clear() {
    parts.forEach(ProjectedRows::clear);
    dayEnded = false;
  }
}
