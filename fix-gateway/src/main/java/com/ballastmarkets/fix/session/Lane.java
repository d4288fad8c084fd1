package com.ballastmarkets.fix.session;

import com.ballastmarkets.protocol.port.JournalEntry;
import com.ballastmarkets.protocol.port.JournalReader;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread on which the services beside order entry live: they read the journal and answer their
 * clients here, so that none of them needs a lock and none can hold up an execution report.
 *
 * <p>Journal entries are handed over in batches, whole as the journal's reader finds them. When the
 * lane is far behind, the journal's reader waits for it.
 */
public final class Lane implements Executor, JournalReader, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Lane.class);
  private static final int MAX_WAITING_TASKS = 20_000;
  private static final int MAX_BATCH = 256;

  private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>(MAX_WAITING_TASKS);
  private final List<JournalReader> readers = new CopyOnWriteArrayList<>();
  private final Thread thread;
  private List<JournalEntry> batch = new ArrayList<>();
  private volatile boolean closed;
  private volatile boolean failed;

  public Lane() {
    this.thread = Thread.ofPlatform().name("fix-lane").daemon().start(this::run);
  }

  /** The reader is given every entry from now on, on the lane. */
  public void add(JournalReader reader) {
    readers.add(reader);
  }

  /** Takes an entry on the journal's thread. */
  @Override
  public void onEntry(JournalEntry entry) {
    batch.add(entry);
    if (batch.size() >= MAX_BATCH) {
      handOver();
    }
  }

  @Override
  public void onIdle(long lastSequence) {
    handOver();
  }

  /** Commands are handed over whole: whoever asks in between sees none half done. */
  private void handOver() {
    if (!batch.isEmpty() && batch.getLast().last()) {
      final List<JournalEntry> full = batch;
      batch = new ArrayList<>();
      execute(() -> read(full));
    }
  }

  private void read(List<JournalEntry> entries) {
    for (final JournalEntry entry : entries) {
      for (final JournalReader reader : readers) {
        reader.onEntry(entry);
      }
    }
  }

  /** Runs it after everything that was handed in before. */
  @Override
  public void execute(Runnable task) {
    try {
      while (!closed && !failed) {
        if (tasks.offer(task, 1, TimeUnit.SECONDS)) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits until everything handed in before is done; false if it is not done in time. */
  public boolean await(long seconds) {
    final CountDownLatch done = new CountDownLatch(1);
    execute(done::countDown);
    try {
      return done.await(seconds, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** False once a reader has thrown: it would tell wrong things from then on. */
  public boolean isHealthy() {
    return !failed;
  }

  private void run() {
    try {
      while (!closed) {
        tasks.take().run();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      failed = true;
      LOG.error("market data, drop copy and post-trade have stopped", e);
    }
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
