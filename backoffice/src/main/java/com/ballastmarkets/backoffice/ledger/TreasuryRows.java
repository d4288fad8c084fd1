package com.ballastmarkets.backoffice.ledger;

import com.ballastmarkets.domain.event.CashReason;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.protocol.port.JournalEntry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Carries the engine's word into the papers of deposits and withdrawals, where there are any. */
final class TreasuryRows implements ProjectedRows {
  private static final String CREDITED =
      """
      INSERT INTO treasury.deposit
        (updated_at, reference, account_id, amount_micros, source, state, created_at)
      SELECT w.at, w.reference, w.account_id, w.amount_micros, 'COMMAND', 'CREDITED', w.at
        FROM (SELECT ?::timestamptz AS at, ?::text AS reference, ?::bigint AS account_id,
                     ?::bigint AS amount_micros) w
      ON CONFLICT (reference) DO UPDATE
         SET state = 'CREDITED', updated_at = excluded.updated_at
       WHERE treasury.deposit.state = 'SEEN'\
      """;
  private static final String RESERVED =
      """
      UPDATE treasury.withdrawal
         SET state = CASE WHEN approvals_required = 0 THEN 'APPROVED' ELSE 'RESERVED' END,
             updated_at = ?
       WHERE reference = ? AND state = 'REQUESTED'\
      """;
  private static final String CONFIRMED =
      """
      UPDATE treasury.withdrawal SET state = 'CONFIRMED', updated_at = ?
       WHERE reference = ? AND state IN ('REQUESTED', 'RESERVED', 'APPROVED', 'SUBMITTED')\
      """;
  private static final String RELEASED =
      """
      UPDATE treasury.withdrawal
         SET state = CASE WHEN state = 'SUBMITTED' THEN 'FAILED' ELSE 'REJECTED' END, updated_at = ?
       WHERE reference = ? AND state IN ('REQUESTED', 'RESERVED', 'APPROVED', 'SUBMITTED')\
      """;

  private final List<Word> words = new ArrayList<>();

  private record Word(
      String update, String reference, long timeNanos, long accountId, long amountMicros) {}

  void moved(JournalEntry entry, Event.CashMoved event) {
    if (event.reason() == CashReason.DEPOSIT) {
      words.add(
          new Word(
              CREDITED,
              event.reference(),
              entry.timeNanos(),
              event.accountId(),
              event.amountMicros()));
    }
  }

  void reserved(JournalEntry entry, Event.WithdrawalReserved event) {
    words.add(new Word(RESERVED, event.reference(), entry.timeNanos(), 0, 0));
  }

  void confirmed(JournalEntry entry, Event.WithdrawalConfirmed event) {
    words.add(new Word(CONFIRMED, event.reference(), entry.timeNanos(), 0, 0));
  }

  void released(JournalEntry entry, Event.WithdrawalReleased event) {
    words.add(new Word(RELEASED, event.reference(), entry.timeNanos(), 0, 0));
  }

  @Override
  public void prepare(Connection connection) {
    // Nothing of the session's is needed.
  }

  @Override
  public void write(Connection connection) throws SQLException {
    for (Word word : words) {
      try (PreparedStatement statement = connection.prepareStatement(word.update)) {
        statement.setTimestamp(1, Timestamp.from(Instant.EPOCH.plusNanos(word.timeNanos)));
        statement.setString(2, word.reference);
        if (word.amountMicros != 0) {
          statement.setLong(3, word.accountId);
          statement.setLong(4, word.amountMicros);
        }
        statement.executeUpdate();
      }
    }
  }

  @Override
  public void clear() {
    words.clear();
  }
}
