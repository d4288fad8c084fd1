package com.ballastmarkets.node.port;

import com.ballastmarkets.protocol.port.JournalEntry;
import com.ballastmarkets.protocol.port.VenueUnavailableException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * The calls of one port that wait for their answer in the journal. Any thread registers a call; one
 * thread gives the journal's entries.
 */
public final class PendingAnswers {
  private static final long TIMEOUT_NANOS = TimeUnit.SECONDS.toNanos(30);

  private final long sourceId;
  private final Map<Long, Waiting> waiting = new ConcurrentHashMap<>();

  public PendingAnswers(long sourceId) {
    this.sourceId = sourceId;
  }

  /**
   * Hands a command in and waits for its answer. A command that the venue does not take fails the
   * future; one that cannot be encoded throws.
   *
   * @param submit hands it in
   */
  public CompletableFuture<List<JournalEntry>> call(long correlationId, Runnable submit) {
    final Waiting call = new Waiting(System.nanoTime() + TIMEOUT_NANOS);
    waiting.put(correlationId, call);
    boolean taken = false;
    try {
      submit.run();
      taken = true;
    } catch (VenueUnavailableException e) {
      return CompletableFuture.failedFuture(e);
    } finally {
      if (!taken) {
        waiting.remove(correlationId);
      }
    }
    return call.future;
  }

  /** Whether somebody waits for what this command says. */
  public boolean awaits(long commandSourceId, long correlationId) {
    return commandSourceId == sourceId && waiting.containsKey(correlationId);
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
   * Fails the calls that have waited too long: whether they were applied, the journal will tell.
   *
   * @param nowNanos of {@link System#nanoTime}
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
