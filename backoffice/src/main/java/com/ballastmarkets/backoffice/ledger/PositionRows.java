package com.ballastmarkets.backoffice.ledger;

import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.protocol.port.JournalEntry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Positions as they stand, and their picture at the end of each day. */
final class PositionRows implements ProjectedRows {
  private static final String END_OF_DAY =
      """
      INSERT INTO trading.daily_position
        (business_date, account_id, market_id, lots, cost_micros, mark_micros, paid_micros)
      SELECT DATE 'epoch' + ?::int, p.account_id, p.market_id, p.lots, p.cost_micros,
             s.mark_micros, p.paid_micros
        FROM trading.position p JOIN market.status s USING (market_id)
       WHERE p.lots <> 0
      ON CONFLICT DO NOTHING\
      """;

  private final StagedRows rows =
      new StagedRows(
          "position_change",
          "account_id BIGINT, market_id INTEGER, lots BIGINT, cost_micros BIGINT,"
              + " open_value_micros BIGINT, paid_micros BIGINT, updated_at TIMESTAMPTZ,"
              + " updated_sequence BIGINT",
          """
          INSERT INTO trading.position
            (account_id, market_id, lots, cost_micros, open_value_micros, paid_micros, updated_at,
             updated_sequence)
          SELECT account_id, market_id, lots, cost_micros, open_value_micros, paid_micros,
                 updated_at, updated_sequence
            FROM position_change
          ON CONFLICT (account_id, market_id) DO UPDATE
             SET lots              = excluded.lots,
                 cost_micros       = excluded.cost_micros,
                 open_value_micros = excluded.open_value_micros,
                 paid_micros       = excluded.paid_micros,
                 updated_at        = excluded.updated_at,
                 updated_sequence  = excluded.updated_sequence\
          """);

  private final Map<Key, JournalEntry> changes = new LinkedHashMap<>();
  private final List<Long> endedDays = new ArrayList<>();

  private record Key(long accountId, int marketId) {}

  void updated(JournalEntry entry, Event.PositionUpdated event) {
    changes.put(new Key(event.accountId(), event.marketId()), entry);
  }

  /** Must be the last of its batch: the picture is taken of what the batch leaves. */
  void dayEnded(Event.DailySettled event) {
    endedDays.add(event.epochDay());
  }

  @Override
  public void prepare(Connection connection) throws SQLException {
    rows.prepare(connection);
  }

  @Override
  public void write(Connection connection) throws SQLException {
    rows.rows().clear();
    changes.forEach((key, entry) -> {
      if (entry.event() instanceof Event.PositionUpdated position) {
        rows.rows()
            .number(key.accountId)
            .number(key.marketId)
            .number(position.lots())
            .number(position.costMicros())
            .number(position.openValueMicros())
            .number(position.paidMicros())
            .time(entry.timeNanos())
            .number(entry.sequence())
            .end();
      }
    });
    rows.write(connection);
    for (long day : endedDays) {
      try (var statement = connection.prepareStatement(END_OF_DAY)) {
        statement.setLong(1, day);
        statement.executeUpdate();
      }
    }
  }

  @Override
  public void clear() {
    changes.clear();
    endedDays.clear();
  }
}
