package com.ballastmarkets.backoffice.ledger;

import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.protocol.port.JournalEntry;
import com.ballastmarkets.sql.copy.CopyRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the engine says of each account. */
final class BalanceRows implements ProjectedRows {
  private final CopyRows opened =
      new CopyRows(
          "trading.balance",
          "account_id, participant_id, kind, leverage, suspended, cash_micros, equity_micros,"
              + " margin_micros, available_micros, updated_at, updated_sequence");
  private final StagedRows changed =
      new StagedRows(
          "balance_change",
          "account_id BIGINT, leverage BIGINT, suspended BOOLEAN, cash_micros BIGINT,"
              + " equity_micros BIGINT, margin_micros BIGINT, available_micros BIGINT,"
              + " updated_at TIMESTAMPTZ, updated_sequence BIGINT",
          """
          UPDATE trading.balance b
             SET leverage         = coalesce(c.leverage, b.leverage),
                 suspended        = coalesce(c.suspended, b.suspended),
                 cash_micros      = coalesce(c.cash_micros, b.cash_micros),
                 equity_micros    = coalesce(c.equity_micros, b.equity_micros),
                 margin_micros    = coalesce(c.margin_micros, b.margin_micros),
                 available_micros = coalesce(c.available_micros, b.available_micros),
                 updated_at       = c.updated_at,
                 updated_sequence = c.updated_sequence
            FROM balance_change c
           WHERE b.account_id = c.account_id\
          """);

  private final Map<Long, Change> changes = new LinkedHashMap<>();

  private static final class Change {
    final long accountId;
    Event.@Nullable AccountOpened opened;
    @Nullable Long leverage;
    @Nullable Boolean suspended;
    @Nullable Long cashMicros;
    Event.@Nullable AccountUpdated money;
    long timeNanos;
    long sequence;

    Change(long accountId) {
      this.accountId = accountId;
    }
  }

  private Change change(long accountId, JournalEntry entry) {
    Change change = changes.computeIfAbsent(accountId, Change::new);
    change.timeNanos = entry.timeNanos();
    change.sequence = entry.sequence();
    return change;
  }

  void opened(JournalEntry entry, Event.AccountOpened event) {
    change(event.accountId(), entry).opened = event;
  }

  void leverage(JournalEntry entry, Event.LeverageChanged event) {
    change(event.accountId(), entry).leverage = Long.valueOf(event.leverage());
  }

  void killSwitch(JournalEntry entry, Event.KillSwitchChanged event) {
    change(event.accountId(), entry).suspended = event.engaged();
  }

  void cash(JournalEntry entry, Event.CashMoved event) {
    change(event.accountId(), entry).cashMicros = event.cashAfterMicros();
  }

  void updated(JournalEntry entry, Event.AccountUpdated event) {
    Change change = change(event.accountId(), entry);
    change.money = event;
    change.cashMicros = event.cashMicros();
  }

  @Override
  public void prepare(Connection connection) throws SQLException {
    changed.prepare(connection);
  }

  @Override
  public void write(Connection connection) throws SQLException {
    opened.clear();
    changed.rows().clear();
    for (Change change : changes.values()) {
      if (change.opened == null) {
        writeChange(change);
      } else {
        writeOpened(change, change.opened);
      }
    }
    opened.send(connection);
    changed.write(connection);
  }

  private void writeOpened(Change change, Event.AccountOpened event) {
    Event.AccountUpdated money = change.money;
    opened
        .number(change.accountId)
        .number(event.participantId())
        .text(event.kind().name())
        .number(change.leverage == null ? event.leverage() : change.leverage)
        .flag(change.suspended != null && change.suspended)
        .number(change.cashMicros == null ? 0 : change.cashMicros)
        .number(money == null ? 0 : money.equityMicros())
        .number(money == null ? 0 : money.marginMicros())
        .number(money == null ? 0 : money.availableMicros())
        .time(change.timeNanos)
        .number(change.sequence)
        .end();
  }

  private void writeChange(Change change) {
    Event.AccountUpdated money = change.money;
    CopyRows row = changed.rows().number(change.accountId).number(change.leverage);
    if (change.suspended == null) {
      row.none();
    } else {
      row.flag(change.suspended);
    }
    row.number(change.cashMicros);
    if (money == null) {
      row.none().none().none();
    } else {
      row.number(money.equityMicros()).number(money.marginMicros()).number(money.availableMicros());
    }
    row.time(change.timeNanos).number(change.sequence).end();
  }

  @Override
  public void clear() {
    changes.clear();
  }
}
