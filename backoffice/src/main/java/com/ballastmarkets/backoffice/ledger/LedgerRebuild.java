package com.ballastmarkets.backoffice.ledger;

import com.ballastmarkets.protocol.port.VenuePort;
import com.ballastmarkets.sql.Database;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

/**
 * Makes the books again from the journal's first event, in an empty database beside the one in use,
 * and compares. Rows are never deleted, so a rebuild never happens in place.
 */
public final class LedgerRebuild {
  private static final long POLL_NANOS = Duration.ofMillis(20).toNanos();

  private LedgerRebuild() {}

  /**
   * Reads the journal into {@code empty} until it stands where the projector that wrote {@code
   * inUse} stood when this was called, and names the tables that differ. The projector should be
   * stopped, or the venue quiet, for the two to be comparable.
   *
   * @param empty migrated, with nothing in it
   * @return one line for each table that differs; empty if the books are the same
   * @throws LedgerStoppedException if the journal cannot be booked
   */
  public static List<String> compare(VenuePort port, Database inUse, Database empty) {
    long until =
        ((Number)
                inUse
                    .sql()
                    .fetchValue(
                        "SELECT coalesce(max(sequence), 0) FROM feed.reader_position WHERE reader = ?",
                        LedgerProjector.READER))
            .longValue();
    try (LedgerProjector projector = LedgerProjector.start(port, empty)) {
      while (projector.position() < until) {
        projector
            .failure()
            .ifPresent(reason -> {
              throw new LedgerStoppedException(reason);
            });
        LockSupport.parkNanos(POLL_NANOS);
      }
    }
    return differences(LedgerDigest.of(inUse), LedgerDigest.of(empty));
  }

  private static List<String> differences(LedgerDigest inUse, LedgerDigest rebuilt) {
    List<String> differences = new ArrayList<>();
    new TreeMap<>(inUse.tables())
        .forEach((table, digest) -> {
          String other = rebuilt.tables().get(table);
          if (!digest.equals(other)) {
            differences.add(table + ": in use " + digest + ", rebuilt " + other);
          }
        });
    return differences;
  }
}
