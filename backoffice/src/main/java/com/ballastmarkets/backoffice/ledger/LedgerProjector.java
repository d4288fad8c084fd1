package com.ballastmarkets.backoffice.ledger;

import com.ballastmarkets.protocol.port.JournalEntry;
import com.ballastmarkets.protocol.port.JournalFeed;
import com.ballastmarkets.protocol.port.JournalReader;
import com.ballastmarkets.protocol.port.VenuePort;
import com.ballastmarkets.sql.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the event journal into the ledger and the histories. Its last sequence is stored in the
 * transaction of its rows, so every event lands exactly once, whichever side crashes when.
 *
 * <p>While PostgreSQL is away it waits, and catches up after: the journal keeps everything. What
 * cannot be right (a gap, an unbalanced set, a refused row) stops it loudly: see {@link #failure}.
 */
public final class LedgerProjector implements AutoCloseable {
  /** Its name in {@code feed.reader_position}. */
  public static final String READER = "ledger";

  private static final Logger LOG = LoggerFactory.getLogger(LedgerProjector.class);
  private static final int BATCH_EVENTS = 8_192;

  private final BatchWriter writer;
  private final CountDownLatch closing;
  private final int batchEvents;
  private final ProjectedBatch batch;
  private @Nullable JournalFeed feed;

  /** Of the last entry taken. This and what follows is the feed's thread's own. */
  private long lastTaken;

  /** Of the last entry in the batch: the last of a command. */
  private long lastGathered;

  private int gathered;

  /** The entries of a command whose last one is not here yet. */
  private final List<JournalEntry> command = new ArrayList<>();

  private volatile @Nullable String failure;

  private LedgerProjector(Database database, int batchEvents) {
    this.closing = new CountDownLatch(1);
    this.batchEvents = batchEvents;
    this.batch = new ProjectedBatch();
    this.writer = new BatchWriter(database, READER, batch, closing);
    this.lastTaken = writer.position();
  }

  /**
   * Goes on from where the database says that the last one stopped.
   *
   * @throws org.jooq.exception.DataAccessException if the database cannot be reached
   */
  public static LedgerProjector start(VenuePort port, Database database) {
    return start(port, database, BATCH_EVENTS);
  }

  /**
   * @param batchEvents how many events a transaction takes at least, while more are at hand
   */
  static LedgerProjector start(VenuePort port, Database database, int batchEvents) {
    LedgerProjector projector = new LedgerProjector(database, batchEvents);
    projector.feed = port.read(projector.position(), READER, projector.new Reader());
    return projector;
  }

  /** The sequence of the last event that is in the database for good. */
  public long position() {
    return writer.position();
  }

  /** Why it stopped; empty while it runs. */
  public Optional<String> failure() {
    return Optional.ofNullable(failure);
  }

  /** Stops reading. What was gathered and not written is read again the next time. */
  @Override
  public void close() {
    closing.countDown();
    if (feed != null) {
      feed.close();
    }
    writer.close();
  }

  private final class Reader implements JournalReader {
    @Override
    public void onEntry(JournalEntry entry) {
      if (closing.getCount() == 0) {
        return;
      }
      try {
        take(entry);
      } catch (RuntimeException e) {
        failure = e.getMessage() == null ? e.toString() : e.getMessage();
        LOG.error("the ledger stopped before event {}: {}", entry.sequence(), failure);
        throw e;
      }
    }

    private void take(JournalEntry entry) {
      if (entry.sequence() <= lastTaken) {
        return; // told again
      }
      if (entry.sequence() != lastTaken + 1) {
        throw new LedgerStoppedException(
            "the journal has a gap: event %d came after %d".formatted(entry.sequence(), lastTaken));
      }
      lastTaken = entry.sequence();
      command.add(entry);
      if (entry.last()) {
        command.forEach(batch::add);
        gathered += command.size();
        lastGathered = lastTaken;
        command.clear();
        if (gathered >= batchEvents || batch.mustEnd()) {
          write();
        }
      }
    }

    @Override
    public void onIdle(long lastSequence) {
      if (gathered > 0 && closing.getCount() > 0) {
        try {
          write();
        } catch (RuntimeException e) {
          failure = e.getMessage() == null ? e.toString() : e.getMessage();
          LOG.error("the ledger stopped at event {}: {}", lastTaken, failure);
          throw e;
        }
      }
    }

    private void write() {
      if (writer.write(lastGathered)) {
        batch.clear();
        gathered = 0;
      }
    }
  }
}
