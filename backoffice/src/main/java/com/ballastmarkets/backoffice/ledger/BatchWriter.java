package com.ballastmarkets.backoffice.ledger;

import com.ballastmarkets.sql.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes batches and the reader's sequence in one transaction each, on a connection of its own, and
 * again until the database takes them.
 */
final class BatchWriter implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(BatchWriter.class);
  private static final long FIRST_WAIT_MILLIS = 100;
  private static final long LONGEST_WAIT_MILLIS = 5_000;

  /**
   * Classes of SQLSTATE that say that the rows are wrong, not that the server is away: trying again
   * would not help.
   */
  private static final Set<String> WRONG_ROWS =
      Set.of("0A", "21", "22", "23", "2F", "3F", "42", "44", "P0");

  private final Database database;
  private final String reader;
  private final ProjectedBatch batch;
  private final CountDownLatch closing;
  private @Nullable Connection connection;
  private volatile long position;

  BatchWriter(Database database, String reader, ProjectedBatch batch, CountDownLatch closing) {
    this.database = database;
    this.reader = reader;
    this.batch = batch;
    this.closing = closing;
    this.position = storedPosition();
  }

  private long storedPosition() {
    database
        .sql()
        .execute(
            "INSERT INTO feed.reader_position (reader, sequence) VALUES (?, 0)"
                + " ON CONFLICT DO NOTHING",
            reader);
    Object stored =
        database
            .sql()
            .fetchValue("SELECT sequence FROM feed.reader_position WHERE reader = ?", reader);
    return ((Number) stored).longValue();
  }

  long position() {
    return position;
  }

  /**
   * Writes what the batch has gathered, up to the event {@code last}.
   *
   * @return false if the reader was closed before the database took it
   * @throws LedgerStoppedException if the database refuses the rows
   */
  boolean write(long last) {
    long waitMillis = FIRST_WAIT_MILLIS;
    while (true) {
      try {
        writeOnce(last);
        position = last;
        return true;
      } catch (SQLException e) {
        disconnect();
        String state = e.getSQLState();
        if (state != null && state.length() >= 2 && WRONG_ROWS.contains(state.substring(0, 2))) {
          throw new LedgerStoppedException(
              "the database refuses the events up to " + last + ": " + e.getMessage(), e);
        }
        LOG.warn("the ledger waits for the database: {}", e.getMessage());
      } catch (RuntimeException e) {
        disconnect();
        throw e;
      }
      if (isClosedWithin(waitMillis)) {
        return false;
      }
      waitMillis = Math.min(LONGEST_WAIT_MILLIS, waitMillis * 2);
    }
  }

  private void writeOnce(long last) throws SQLException {
    Connection open = connect();
    long stored = lockPosition(open);
    if (stored >= last) {
      open.rollback(); // written before, and only the answer was lost
      return;
    }
    if (stored != position) {
      throw new LedgerStoppedException(
          "another reader moved '%s' from event %d to %d".formatted(reader, position, stored));
    }
    batch.write(open);
    try (PreparedStatement statement =
        open.prepareStatement(
            "UPDATE feed.reader_position SET sequence = ?, updated_at = now() WHERE reader = ?")) {
      statement.setLong(1, last);
      statement.setString(2, reader);
      statement.executeUpdate();
    }
    open.commit();
  }

  private long lockPosition(Connection open) throws SQLException {
    try (PreparedStatement statement =
        open.prepareStatement(
            "SELECT sequence FROM feed.reader_position WHERE reader = ? FOR UPDATE")) {
      statement.setString(1, reader);
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          throw new LedgerStoppedException("the position of '" + reader + "' is gone");
        }
        return row.getLong(1);
      }
    }
  }

  private Connection connect() throws SQLException {
    Connection open = connection;
    if (open == null) {
      open = database.dataSource().getConnection();
      connection = open;
      batch.prepare(open);
      open.setAutoCommit(false);
    }
    return open;
  }

  private void disconnect() {
    Connection open = connection;
    connection = null;
    if (open != null) {
      try {
        open.close(); // the pool rolls back
      } catch (SQLException e) {
        LOG.debug("a broken connection did not close: {}", e.getMessage());
      }
    }
  }

  private boolean isClosedWithin(long millis) {
    try {
      return closing.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  @Override
  public void close() {
    disconnect();
  }
}
