package com.ballastmarkets.api.venue;

import com.ballastmarkets.protocol.port.JournalEntry;
import com.ballastmarkets.protocol.port.JournalReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Reads the journal into the {@link VenueView}, command by command, and tells a listener. The lock
 * that it holds meanwhile lets the listener's side look at the view between two commands.
 */
public final class JournalFollower implements JournalReader {
  private final VenueView view;
  private final Listener listener;
  private final List<JournalEntry> command = new ArrayList<>();
  private final ConcurrentNavigableMap<Long, CountDownLatch> waiting =
      new ConcurrentSkipListMap<>();
  private final Object betweenCommands = new Object();
  private volatile long appliedSequence;
  private volatile long appliedTimeNanos;
  private volatile boolean caughtUp;

  /** Hears of every command after the view has taken it in, once the journal is read to its end. */
  public interface Listener {
    void onCommand(List<JournalEntry> command);
  }

  public JournalFollower(VenueView view, Listener listener) {
    this.view = view;
    this.listener = listener;
  }

  @Override
  public void onEntry(JournalEntry entry) {
    command.add(entry);
    if (!entry.last()) {
      return;
    }
    synchronized (betweenCommands) {
      view.apply(command);
      appliedTimeNanos = entry.timeNanos();
      appliedSequence = entry.sequence();
      if (caughtUp) {
        listener.onCommand(command);
      }
    }
    command.clear();
    release(entry.sequence());
  }

  @Override
  public void onIdle(long lastSequence) {
    caughtUp = true;
  }

  /** Looks at the view, or changes what the listener knows, while no command is taken in. */
  public void betweenCommands(Runnable look) {
    synchronized (betweenCommands) {
      look.run();
    }
  }

  /** Whether the journal was read to its end once. */
  public boolean isCaughtUp() {
    return caughtUp;
  }

  /** The last sequence that the view knows. */
  public long appliedSequence() {
    return appliedSequence;
  }

  /** The venue's time of it. */
  public long appliedTimeNanos() {
    return appliedTimeNanos;
  }

  /** Waits until the view knows an entry; false if that takes too long. */
  public boolean await(long sequence, Duration timeout) throws InterruptedException {
    if (appliedSequence >= sequence) {
      return true;
    }
    final CountDownLatch latch = waiting.computeIfAbsent(sequence, s -> new CountDownLatch(1));
    if (appliedSequence >= sequence) {
      waiting.remove(sequence);
      latch.countDown();
      return true;
    }
    return latch.await(timeout.toNanos(), TimeUnit.NANOSECONDS);
  }

  private void release(long sequence) {
    Map.Entry<Long, CountDownLatch> first = waiting.firstEntry();
    while (first != null && first.getKey() <= sequence) {
      waiting.remove(first.getKey());
      first.getValue().countDown();
      first = waiting.firstEntry();
    }
  }
}
