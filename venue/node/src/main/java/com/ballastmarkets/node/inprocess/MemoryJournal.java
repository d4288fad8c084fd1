package com.ballastmarkets.node.inprocess;

import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.node.host.EventRecorder;
import com.ballastmarkets.protocol.codec.JournalFrameReader;
import com.ballastmarkets.protocol.codec.JournalFrameWriter;
import com.ballastmarkets.protocol.port.JournalEntry;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;

/**
 * All entries since the beginning, each through its bytes as the durable journal's are. One thread
 * records, any number read.
 */
final class MemoryJournal implements EventRecorder {
  private static final int BATCH = 512;

  private final List<JournalEntry> entries = new ArrayList<>();
  private final JournalFrameWriter writer = new JournalFrameWriter();
  private final JournalFrameReader reader = new JournalFrameReader();
  private long firstSequence;
  private long sourceId;
  private long correlationId;

  @Override
  public void begin(long firstSequence, long sourceId, long correlationId) {
    this.firstSequence = firstSequence;
    this.sourceId = sourceId;
    this.correlationId = correlationId;
    writer.begin(firstSequence, sourceId, correlationId);
  }

  @Override
  public void event(long timeNanos, Event event) {
    if (writer.isFull()) {
      flush(false);
      firstSequence += writer.count();
      writer.begin(firstSequence, sourceId, correlationId);
    }
    writer.add(timeNanos, event);
  }

  @Override
  public void end() {
    flush(true);
  }

  private void flush(boolean last) {
    final DirectBuffer frame = writer.end(last);
    synchronized (this) {
      reader.read(frame, 0, writer.length(), 0, entries::add);
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
