package com.ballastmarkets.fix.order;

import com.ballastmarkets.protocol.port.JournalEntry;
import com.ballastmarkets.protocol.port.JournalFeed;
import com.ballastmarkets.protocol.port.JournalReader;
import com.ballastmarkets.protocol.port.VenuePort;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Tells past executions again, by reading the journal again: the same code makes the same reports,
 * with the same ids.
 *
 * <p>The orders that were open at the beginning of today and of yesterday (UTC) are remembered, so
 * that a day's executions cost a day's journal; what is older is read from the journal's beginning.
 */
public final class ExecutionHistory {
  private static final long DAY_NANOS = TimeUnit.DAYS.toNanos(1);
  private static final int DAYS = 2;

  /** How things stood when a day began. Nothing here changes any more. */
  private record DayStart(
      long epochDay, long afterSequence, Orders orders, Executions executions) {}

  private final VenuePort venue;
  private final Executor closer;
  private final Deque<DayStart> days = new ArrayDeque<>();
  private long today = Long.MIN_VALUE;
  private volatile long lastSequence;

  /**
   * @param closer ends what is read, away from the journal's threads
   */
  ExecutionHistory(VenuePort venue, Executor closer) {
    this.venue = venue;
    this.closer = closer;
  }

  /** Notes how things stand before the first entry of a day. On the journal's thread. */
  void before(JournalEntry entry, Orders orders, Executions executions) {
    final long epochDay = Math.floorDiv(entry.timeNanos(), DAY_NANOS);
    if (epochDay > today) {
      today = epochDay;
      synchronized (days) {
        days.addLast(new DayStart(epochDay, lastSequence, orders.openOnes(), executions.copy()));
        if (days.size() > DAYS) {
          days.removeFirst();
        }
      }
    }
  }

  void after(JournalEntry entry) {
    lastSequence = entry.sequence();
  }

  /**
   * Tells all executions of all participants from somewhere before both conditions on.
   *
   * @param fromNumber the first of the participant's executions that is wanted
   * @param fromNanos the earliest venue time that is wanted
   * @param listener is told on a thread of the port's
   * @param done runs after the last execution that there was at the call
   * @return ends the telling early
   */
  public Runnable replay(
      long participantId,
      long fromNumber,
      long fromNanos,
      Executions.Listener listener,
      Runnable done) {
    final long until = lastSequence;
    final Optional<DayStart> start = startOf(participantId, fromNumber, fromNanos);
    final Executions executions =
        start.map(day -> day.executions().copy()).orElseGet(Executions::new);
    executions.add(listener);
    final OrderJournal journal =
        new OrderJournal(
            -1,
            start.map(day -> day.orders().openOnes()).orElseGet(Orders::new),
            new OrderSessions(),
            executions);
    final long after = start.map(DayStart::afterSequence).orElse(0L);
    if (after >= until) {
      done.run();
      return () -> {};
    }
    final Replay replay = new Replay(journal, until, done);
    replay.feed = venue.read(after, "fix-replay", replay);
    if (replay.ended) {
      replay.end();
    }
    return replay::end;
  }

  private Optional<DayStart> startOf(long participantId, long fromNumber, long fromNanos) {
    synchronized (days) {
      final Iterator<DayStart> latestFirst = days.descendingIterator();
      while (latestFirst.hasNext()) {
        final DayStart day = latestFirst.next();
        if (day.executions().count(participantId) < fromNumber
            && day.epochDay() * DAY_NANOS <= fromNanos) {
          return Optional.of(day);
        }
      }
      return Optional.empty();
    }
  }

  private final class Replay implements JournalReader {
    private final OrderJournal journal;
    private final long until;
    private final Runnable done;
    private volatile @Nullable JournalFeed feed;
    private volatile boolean ended;

    Replay(OrderJournal journal, long until, Runnable done) {
      this.journal = journal;
      this.until = until;
      this.done = done;
    }

    @Override
    public void onEntry(JournalEntry entry) {
      if (ended) {
        return;
      }
      if (entry.sequence() <= until) {
        journal.onEntry(entry);
      }
      if (entry.sequence() >= until) {
        ended = true;
        done.run();
        end();
      }
    }

    void end() {
      ended = true;
      final JournalFeed open = feed;
      if (open != null) {
        closer.execute(open::close);
      }
    }
  }
}
