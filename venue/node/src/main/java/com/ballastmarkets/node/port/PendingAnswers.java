package com.ballastmarkets.node.port;

import com.ballastmarkets.protocol.port.JournalEntry;
import com.ballastmarkets.protocol.port.VenueUnavailableException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The calls of one port that wait for their answer in the journal. Any thread registers a call; one
 * thread gives the journal's entries.
 */
public final class PendingAnswers {
  private final long sourceId;
  private final Map<Long, Waiting> waiting = new ConcurrentHashMap<>();

  public PendingAnswers(long sourceId) {
    this.sourceId = sourceId;
  }

  /**
   * Waits for the answer to a command that is about to be handed in.
   *
   * @param deadlineNanos of {@link System#nanoTime}, see {@link #expire}
   */
  public CompletableFuture<List<JournalEntry>> register(long correlationId, long deadlineNanos) {
    final Waiting call = new Waiting(deadlineNanos);
    waiting.put(correlationId, call);
    return call.future;
  }

  /** The command was not taken: nobody waits for it any more. */
  public void withdraw(long correlationId) {
    waiting.remove(correlationId);
  }

  /** Gives the journal's next entry. */
  public void onEntry(JournalEntry entry) {
    if (entry.sourceId() != sourceId) {
      return;
    }
    final Waiting call = waiting.get(entry.correlationId());
    if (call == null) {
      return;
    }
    call.entries.add(entry);
    if (entry.last()) {
      waiting.remove(entry.correlationId());
      call.future.complete(List.copyOf(call.entries));
    }
  }

  /**
   * Fails the calls whose deadline has passed: whether they were applied, the journal will tell.
   */
  public void expire(long nowNanos) {
    for (final Iterator<Waiting> calls = waiting.values().iterator(); calls.hasNext(); ) {
      final Waiting call = calls.next();
      if (nowNanos - call.deadlineNanos > 0) {
        calls.remove();
        call.fail("no answer in time");
      }
    }
  }

  /** Fails all that wait. */
  public void failAll(String message) {
    for (final Iterator<Waiting> calls = waiting.values().iterator(); calls.hasNext(); ) {
      final Waiting call = calls.next();
      calls.remove();
      call.fail(message);
    }
  }

  private static final class Waiting {
    private final CompletableFuture<List<JournalEntry>> future = new CompletableFuture<>();
    private final List<JournalEntry> entries = new ArrayList<>(4);
    private final long deadlineNanos;

    Waiting(long deadlineNanos) {
      this.deadlineNanos = deadlineNanos;
    }

    void fail(String message) {
      future.completeExceptionally(new VenueUnavailableException(message, true));
    }
  }
}
