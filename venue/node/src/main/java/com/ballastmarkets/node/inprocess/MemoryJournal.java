package com.ballastmarkets.node.inprocess;

import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.node.host.EventRecorder;
import com.ballastmarkets.protocol.port.JournalEntry;
import java.util.ArrayList;
import java.util.List;

/** All entries since the beginning. One thread records, any number read. */
final class MemoryJournal implements EventRecorder {
  private static final int BATCH = 512;

  private final List<JournalEntry> entries = new ArrayList<>();
  private final List<JournalEntry> command = new ArrayList<>();
  private long sequence;
  private long sourceId;
  private long correlationId;

  @Override
  public void begin(long firstSequence, long sourceId, long correlationId) {
    command.clear();
    this.sequence = firstSequence;
    this.sourceId = sourceId;
    this.correlationId = correlationId;
  }

  @Override
  public void event(long timeNanos, Event event) {
    command.add(new JournalEntry(sequence++, timeNanos, sourceId, correlationId, false, event));
  }

  @Override
  public void end() {
    final JournalEntry end = command.removeLast();
    command.add(
        new JournalEntry(
            end.sequence(), end.timeNanos(), sourceId, correlationId, true, end.event()));
    synchronized (this) {
      entries.addAll(command);
      notifyAll();
    }
  }

  /** The sequence of the last entry. */
  synchronized long lastSequence() {
    return entries.size();
  }

  /**
   * Some of the entries after a sequence, none if there are none within the time.
   *
   * @param waitMillis 0 does not wait
   */
  synchronized List<JournalEntry> after(long sequence, long waitMillis)
      throws InterruptedException {
    if (entries.size() <= sequence && waitMillis > 0) {
      wait(waitMillis);
    }
    final int from = Math.toIntExact(Math.min(sequence, entries.size()));
    return List.copyOf(entries.subList(from, Math.min(entries.size(), from + BATCH)));
  }
}
