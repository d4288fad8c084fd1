package com.ballastmarkets.node.inprocess;

import com.ballastmarkets.protocol.port.JournalEntry;
import com.ballastmarkets.protocol.port.JournalFeed;
import com.ballastmarkets.protocol.port.JournalReader;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One reader of the memory journal, on its own thread. */
final class MemoryFeed implements JournalFeed {
  private static final Logger LOG = LoggerFactory.getLogger(MemoryFeed.class);
  private static final long WAIT_MILLIS = 50;

  private final MemoryJournal journal;
  private final JournalReader reader;
  private final String readerName;
  private final Thread thread;
  private volatile long position;
  private volatile boolean failed;
  private volatile boolean closed;

  MemoryFeed(MemoryJournal journal, long afterSequence, String readerName, JournalReader reader) {
    this.journal = journal;
    this.position = afterSequence;
    this.readerName = readerName;
    this.reader = reader;
    this.thread = Thread.ofPlatform().daemon().name("journal-" + readerName).unstarted(this::run);
  }

  MemoryFeed start() {
    thread.start();
    return this;
  }

  private void run() {
    try {
      boolean idle = false;
      while (!closed) {
        final List<JournalEntry> batch = journal.after(position, idle ? WAIT_MILLIS : 0);
        for (final JournalEntry entry : batch) {
          if (closed) {
            return;
          }
          reader.onEntry(entry);
          position = entry.sequence();
        }
        if (batch.isEmpty() && !idle) {
          reader.onIdle(position);
        }
        idle = batch.isEmpty();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      failed = true;
      LOG.error("journal reader {} failed after entry {}", readerName, position, e);
    }
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public boolean isFailed() {
    return failed;
  }

  /** Stops the reader; when it returns on another thread, the reader is called no more. */
  @Override
  public void close() {
    closed = true;
    if (Thread.currentThread() == thread) {
      return;
    }
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
