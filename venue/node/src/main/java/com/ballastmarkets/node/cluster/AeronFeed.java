package com.ballastmarkets.node.cluster;

import com.ballastmarkets.node.journal.JournalFollower;
import com.ballastmarkets.protocol.port.JournalEntry;
import com.ballastmarkets.protocol.port.JournalFeed;
import com.ballastmarkets.protocol.port.JournalReader;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.agrona.concurrent.IdleStrategy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One reader of the journal, on its own thread; it survives restarts of the node. */
final class AeronFeed implements JournalFeed {
  private static final Logger LOG = LoggerFactory.getLogger(AeronFeed.class);
  private static final long RETRY_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private final Supplier<@Nullable PortConnection> connection;
  private final String readerName;
  private final JournalReader reader;
  private final JournalFollower follower;
  private final IdleStrategy idle;
  private final Thread thread;
  private final CountDownLatch opened = new CountDownLatch(1);
  private volatile long position;
  private volatile boolean failed;
  private volatile boolean closed;

  private AeronFeed(
      Supplier<@Nullable PortConnection> connection,
      long afterSequence,
      JournalFollower.@Nullable Interest fromNow,
      String readerName,
      JournalReader reader,
      long maxIdleNanos) {
    this.connection = connection;
    this.readerName = readerName;
    this.reader = reader;
    this.position = afterSequence;
    this.follower =
        fromNow == null
            ? JournalFollower.after(afterSequence, this::onEntry)
            : JournalFollower.fromNow(fromNow, this::onEntry);
    this.idle = new PatientIdleStrategy(maxIdleNanos);
    this.thread = Thread.ofPlatform().daemon().name("journal-" + readerName).unstarted(this::run);
  }

  /** Reads what comes after a sequence. */
  static AeronFeed after(
      Supplier<@Nullable PortConnection> connection,
      long afterSequence,
      String readerName,
      JournalReader reader,
      long maxIdleNanos) {
    return new AeronFeed(connection, afterSequence, null, readerName, reader, maxIdleNanos).start();
  }

  /** Reads what comes from now on and is wanted; returns when it would miss nothing. */
  static AeronFeed fromNow(
      Supplier<@Nullable PortConnection> connection,
      JournalFollower.Interest interest,
      String readerName,
      JournalReader reader,
      long maxIdleNanos) {
    final AeronFeed feed =
        new AeronFeed(connection, 0, interest, readerName, reader, maxIdleNanos).start();
    try {
      if (!feed.opened.await(30, TimeUnit.SECONDS)) {
        feed.close();
        throw new IllegalStateException("the journal cannot be read");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return feed;
  }

  private AeronFeed start() {
    thread.start();
    return this;
  }

  private void onEntry(JournalEntry entry) {
    if (!closed) {
      try {
        reader.onEntry(entry);
      } catch (RuntimeException e) {
        throw new ReaderFailedException(e);
      }
      position = entry.sequence();
    }
  }

  private void run() {
    boolean idling = false;
    while (!closed) {
      try {
        if (follower.isLost() && !reopen()) {
          LockSupport.parkNanos(RETRY_NANOS);
          continue;
        }
        final int work = follower.poll();
        if (work == 0 && !idling) {
          reader.onIdle(position);
        }
        idling = work == 0;
        idle.idle(work);
      } catch (ReaderFailedException e) {
        LOG.error("journal reader {} failed after entry {}", readerName, position, e.getCause());
        failed = true;
        break;
      } catch (RuntimeException e) {
        if (!follower.isLost() && !closed) {
          LOG.error("journal reader {} failed after entry {}", readerName, position, e);
          failed = true;
          break;
        }
        follower.close();
      }
    }
    follower.close();
  }

  private boolean reopen() {
    final PortConnection now = connection.get();
    if (now == null || now.isLost()) {
      return false;
    }
    try {
      follower.open(now.aeron(), now.archive());
      opened.countDown();
      return true;
    } catch (TimeoutException | RuntimeException e) {
      LOG.info("journal reader {} waits: {}", readerName, e.getMessage());
      return false;
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
    LockSupport.unpark(thread);
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static final class ReaderFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ReaderFailedException(RuntimeException cause) {
      super(cause);
    }
  }
}
