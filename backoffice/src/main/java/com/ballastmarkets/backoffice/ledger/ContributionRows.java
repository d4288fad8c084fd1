package com.ballastmarkets.backoffice.ledger;

import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.protocol.port.JournalEntry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the engine says that each member has in the default fund. */
final class ContributionRows implements ProjectedRows {
  private static final String CHANGED =
      """
      INSERT INTO trading.contribution (participant_id, contribution_micros, updated_sequence)
      VALUES (?, ?, ?)
      ON CONFLICT (participant_id) DO UPDATE
         SET contribution_micros = excluded.contribution_micros,
             updated_sequence = excluded.updated_sequence\
      """;

  private final Map<Long, JournalEntry> last = new LinkedHashMap<>();

  void on(JournalEntry entry, Event.Liquidation event) {
    if (event instanceof Event.Liquidation.ContributionChanged changed) {
      last.put(changed.participantId(), entry);
    }
  }

  @Override
  public void prepare(Connection connection) {
    // Nothing of the session's is needed.
  }

  @Override
  public void write(Connection connection) throws SQLException {
    if (last.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(CHANGED)) {
      for (JournalEntry entry : last.values()) {
        if (entry.event() instanceof Event.Liquidation.ContributionChanged changed) {
          statement.setLong(1, changed.participantId());
          statement.setLong(2, changed.contributionMicros());
          statement.setLong(3, entry.sequence());
          statement.addBatch();
        }
      }
      statement.executeBatch();
    }
  }

  @Override
  public void clear() {
    last.clear();
  }
}
