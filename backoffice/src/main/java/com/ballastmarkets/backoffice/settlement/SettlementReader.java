package com.ballastmarkets.backoffice.settlement;

import static com.ballastmarkets.sql.generated.feed.Tables.READER_POSITION;

import com.ballastmarkets.backoffice.proof.KeyFolder;
import com.ballastmarkets.backoffice.proof.ProofLog;
import com.ballastmarkets.protocol.port.JournalEntry;
import com.ballastmarkets.protocol.port.JournalFeed;
import com.ballastmarkets.protocol.port.JournalReader;
import com.ballastmarkets.protocol.port.VenuePort;
import com.ballastmarkets.sql.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the journal and keeps markets, holdings and log entries. Its position is stored in the
 * transaction of its rows, so each event counts exactly once. While PostgreSQL is away it waits.
 */
final class SettlementReader implements JournalReader, AutoCloseable {
  static final String NAME = "settlement";
  private static final Logger LOG = LoggerFactory.getLogger(SettlementReader.class);
  private static final int BATCH = 4_096;
  private static final long RETRY_MILLIS = 500;

  private final Database database;
  private final ContractBook book;
  private final ProofLog log;
  private final KeyFolder keys;
  private final Runnable wake;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final List<JournalEntry> command = new ArrayList<>();
  private final List<List<JournalEntry>> batch = new ArrayList<>();
  private int gathered;
  private @Nullable JournalFeed feed;

  SettlementReader(
      Database database, ContractBook book, ProofLog log, KeyFolder keys, Runnable wake) {
    this.database = database;
    this.book = book;
    this.log = log;
    this.keys = keys;
    this.wake = wake;
  }

  /** Goes on after what the database holds. */
  void start(VenuePort port) {
    feed = port.read(position(), NAME, this);
  }

  /** The sequence of the last event that is in the database. */
  long position() {
    return database
        .sql()
        .select(READER_POSITION.SEQUENCE)
        .from(READER_POSITION)
        .where(READER_POSITION.READER.eq(NAME))
        .fetchOptional(READER_POSITION.SEQUENCE)
        .orElse(0L);
  }

  boolean isFailed() {
    JournalFeed running = feed;
    return running != null && running.isFailed();
  }

  @Override
  public void onEntry(JournalEntry entry) {
    command.add(entry);
    if (entry.last()) {
      batch.add(List.copyOf(command));
      gathered += command.size();
      command.clear();
      if (gathered >= BATCH) {
        write();
      }
    }
  }

  @Override
  public void onIdle(long lastSequence) {
    if (!batch.isEmpty()) {
      write();
    }
  }

  private void write() {
    long last = batch.getLast().getLast().sequence();
    while (true) {
      try {
        boolean wakes =
            database
                .sql()
                .transactionResult(tx -> {
                  SettlementRows rows = new SettlementRows(tx.dsl(), book, log, keys);
                  boolean any = false;
                  for (List<JournalEntry> done : batch) {
                    any |= rows.take(done);
                  }
                  rows.flush();
                  tx.dsl()
                      .insertInto(READER_POSITION)
                      .set(READER_POSITION.READER, NAME)
                      .set(READER_POSITION.SEQUENCE, last)
                      .onConflict(READER_POSITION.READER)
                      .doUpdate()
                      .set(READER_POSITION.SEQUENCE, last)
                      .execute();
                  return any;
                });
        batch.clear();
        gathered = 0;
        if (wakes) {
          wake.run();
        }
        return;
      } catch (DataAccessException e) {
        // The outer message lists every setting of the pool; the cause says what is wrong.
        LOG.warn(
            "the settlement reader waits for the database: {}",
            e.getCause() == null ? e.getMessage() : e.getCause().getMessage());
        if (isClosingWithin(RETRY_MILLIS)) {
          return;
        }
      }
    }
  }

  private boolean isClosingWithin(long millis) {
    try {
      return closing.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  @Override
  public void close() {
    closing.countDown();
    JournalFeed running = feed;
    if (running != null) {
      running.close();
    }
  }
}
