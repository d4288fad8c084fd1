package com.ballastmarkets.backoffice.maker;

import com.ballastmarkets.clearing.maker.MakerProgramme;
import com.ballastmarkets.clearing.maker.MakerProgramme.Product;
import com.ballastmarkets.clearing.maker.MakerScores;
import com.ballastmarkets.clearing.maker.RewardWeek;
import com.ballastmarkets.protocol.port.JournalEntry;
import com.ballastmarkets.protocol.port.JournalFeed;
import com.ballastmarkets.protocol.port.JournalReader;
import com.ballastmarkets.protocol.port.VenuePort;
import java.math.BigInteger;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Follows the journal from its first event and keeps the makers' scores in memory. Asked by one
 * thread while another reads.
 */
public final class ScoreReader implements JournalReader, AutoCloseable {
  private static final String NAME = "maker-scores";

  private final MakerScores scores;
  private final JournalFeed feed;
  private long position;

  public ScoreReader(VenuePort port, MakerProgramme programme) {
    scores = new MakerScores(programme);
    feed = port.read(0, NAME, this);
  }

  @Override
  public synchronized void onEntry(JournalEntry entry) {
    scores.on(entry.timeNanos(), entry.event());
    position = entry.sequence();
  }

  /** The sequence of the last event that counts. */
  public synchronized long position() {
    return position;
  }

  public boolean isFailed() {
    return feed.isFailed();
  }

  /**
   * The scores of all weeks that have ended, unpaid or not, by product and account.
   *
   * @param now a time before which nothing more can happen
   */
  public synchronized SortedMap<RewardWeek, SortedMap<Product, SortedMap<Long, BigInteger>>> ended(
      long nowNanos) {
    scores.advanceTo(nowNanos);
    final SortedMap<RewardWeek, SortedMap<Product, SortedMap<Long, BigInteger>>> ended =
        new TreeMap<>();
    for (RewardWeek week : scores.weeksBefore(RewardWeek.of(nowNanos))) {
      final SortedMap<Product, SortedMap<Long, BigInteger>> products = new TreeMap<>();
      scores
          .of(week)
          .forEach((product, byAccount) -> products.put(product, new TreeMap<>(byAccount)));
      ended.put(week, products);
    }
    return ended;
  }

  /** Forgets a week whose rows are in the database, and those before it. */
  public synchronized void forget(RewardWeek week) {
    scores.forget(week);
  }

  @Override
  public void close() {
    feed.close();
  }
}
