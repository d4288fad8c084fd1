package com.ballastmarkets.node.cluster;

import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.node.cluster.VenueCounters.NodeState;
import com.ballastmarkets.node.port.PendingAnswers;
import com.ballastmarkets.protocol.codec.CommandEnvelopeCodec;
import com.ballastmarkets.protocol.port.JournalEntry;
import com.ballastmarkets.protocol.port.JournalFeed;
import com.ballastmarkets.protocol.port.JournalReader;
import com.ballastmarkets.protocol.port.VenuePort;
import com.ballastmarkets.protocol.port.VenueUnavailableException;
import io.aeron.Publication;
import io.aeron.archive.client.AeronArchive;
import io.aeron.exceptions.AeronException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.agrona.CloseHelper;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.concurrent.SystemEpochNanoClock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A gateway's way into a {@link VenueNode} of the same machine, in this process or another.
 *
 * <p>Commands are handed in on the caller's thread. A thread of the port keeps the session alive
 * and makes a new one when the node comes back; nothing is sent again, since a lost answer does not
 * mean a lost command: its sender finds out from the journal, or sends it again under the same key.
 */
public final class AeronVenuePort implements VenuePort {
  private static final Logger LOG = LoggerFactory.getLogger(AeronVenuePort.class);
  private static final long OFFER_TIMEOUT_NANOS = TimeUnit.SECONDS.toNanos(5);
  private static final long KEEP_ALIVE_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final long HOUSEKEEPING_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

  /** An answer waits for no sleep longer than the node's own threads take. */
  private static final long MAX_IDLE_NANOS = 100_000;

  private final Path aeronDir;
  private final long sourceId = new SecureRandom().nextLong(1, Long.MAX_VALUE);
  private final AtomicLong nextCorrelationId = new AtomicLong(1);
  private final PendingAnswers answers = new PendingAnswers(sourceId);
  private final Set<AeronFeed> feeds = ConcurrentHashMap.newKeySet();
  private final ReentrantLock offering = new ReentrantLock();
  private final CommandEnvelopeCodec codec = new CommandEnvelopeCodec();
  private final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
  private final Thread thread;
  private volatile @Nullable PortConnection connection;
  private volatile boolean closed;

  private AeronVenuePort(Path aeronDir) {
    this.aeronDir = aeronDir;
    this.connection = PortConnection.open(aeronDir);
    this.thread = Thread.ofPlatform().daemon().name("venue-port").unstarted(this::keep);
  }

  /**
   * Connects to the node whose media driver lives in the folder, see {@link NodeConfig#aeronDir}.
   *
   * @throws VenueUnavailableException if no node answers
   */
  public static AeronVenuePort connect(Path aeronDir) {
    try {
      final AeronVenuePort port = new AeronVenuePort(aeronDir);
      port.feeds.add(
          AeronFeed.fromNow(
              () -> port.connection,
              port.answers::awaits,
              "answers",
              port.answers::onEntry,
              MAX_IDLE_NANOS));
      port.thread.start();
      return port;
    } catch (AeronException | IllegalStateException e) {
      LOG.info("no venue at {}: {}", aeronDir, e.getMessage());
      throw new VenueUnavailableException("no venue answers", false);
    }
  }

  static AeronArchive.Context archiveClient() {
    return new AeronArchive.Context()
        .controlRequestChannel("aeron:ipc")
        .controlRequestStreamId(AeronArchive.Configuration.LOCAL_CONTROL_STREAM_ID_DEFAULT)
        .controlResponseChannel("aeron:ipc")
        .messageTimeoutNs(TimeUnit.SECONDS.toNanos(20));
  }

  @Override
  public long sourceId() {
    return sourceId;
  }

  @Override
  public long nextCorrelationId() {
    return nextCorrelationId.getAndIncrement();
  }

  @Override
  public void submit(long correlationId, Command command) {
    offering.lock();
    try {
      final int length = codec.encode(sourceId, correlationId, command, buffer, 0);
      offer(length);
    } finally {
      offering.unlock();
    }
  }

  private void offer(int length) {
    long deadline = 0;
    while (true) {
      final PortConnection now = connected();
      final long result;
      try {
        result = now.cluster().offer(buffer, 0, length);
      } catch (AeronException e) {
        throw new VenueUnavailableException("the venue cannot be reached", false);
      }
      if (result > 0) {
        return;
      }
      if (result != Publication.BACK_PRESSURED && result != Publication.ADMIN_ACTION) {
        throw new VenueUnavailableException("the venue cannot be reached", false);
      }
      final long nanoTime = System.nanoTime();
      deadline = deadline == 0 ? nanoTime + OFFER_TIMEOUT_NANOS : deadline;
      if (nanoTime - deadline > 0) {
        throw new VenueUnavailableException("the venue is too busy", false);
      }
      LockSupport.parkNanos(10_000);
    }
  }

  private PortConnection connected() {
    final PortConnection now = connection;
    if (closed || now == null || now.isLost()) {
      throw new VenueUnavailableException("the venue cannot be reached", false);
    }
    final String refusal =
        switch (now.counters().state()) {
          case ACCEPTING -> null;
          case STARTING -> "the venue is starting";
          case STORAGE_LOW -> "the venue is low on storage";
          case FAILED -> "the venue is down";
        };
    if (refusal != null) {
      throw new VenueUnavailableException(refusal, false);
    }
    return now;
  }

  @Override
  public CompletableFuture<List<JournalEntry>> call(Command command) {
    final long correlationId = nextCorrelationId();
    final CompletableFuture<List<JournalEntry>> answer =
        answers.call(correlationId, () -> submit(correlationId, command));
    if (closed) {
      answers.failAll("the port was closed");
    }
    return answer;
  }

  @Override
  public JournalFeed read(long afterSequence, String readerName, JournalReader reader) {
    final AeronFeed feed =
        AeronFeed.after(() -> connection, afterSequence, readerName, reader, MAX_IDLE_NANOS);
    feeds.add(feed);
    return feed;
  }

  @Override
  public long venueTimeNanos() {
    final PortConnection now = connection;
    return SystemEpochNanoClock.INSTANCE.nanoTime()
        + (now == null || now.isLost() ? 0 : now.counters().venueOffsetNanos());
  }

  /** Whether commands are taken now, for health checks. */
  public boolean isAccepting() {
    final PortConnection now = connection;
    return !closed && now != null && !now.isLost() && now.counters().state() == NodeState.ACCEPTING;
  }

  private void keep() {
    long lastKeepAlive = System.nanoTime();
    while (!closed) {
      final long now = System.nanoTime();
      try {
        final PortConnection current = connection;
        if (current == null || current.isLost()) {
          reconnect(current);
        } else {
          current.cluster().pollEgress();
          if (now - lastKeepAlive > KEEP_ALIVE_NANOS) {
            lastKeepAlive = now;
            sendKeepAlive(current);
          }
        }
      } catch (RuntimeException e) {
        LOG.info("the venue is lost: {}", e.getMessage());
        reconnect(connection);
      }
      answers.expire(now);
      LockSupport.parkNanos(HOUSEKEEPING_NANOS);
    }
  }

  private void sendKeepAlive(PortConnection current) {
    offering.lock();
    try {
      current.cluster().sendKeepAlive();
    } finally {
      offering.unlock();
    }
  }

  private void reconnect(@Nullable PortConnection lost) {
    offering.lock();
    try {
      connection = null;
    } finally {
      offering.unlock();
    }
    CloseHelper.quietClose(lost);
    try {
      connection = PortConnection.open(aeronDir);
      LOG.info("the venue is back");
    } catch (RuntimeException e) {
      LOG.debug("no venue yet: {}", e.getMessage());
      LockSupport.parkNanos(HOUSEKEEPING_NANOS * 10);
    }
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    feeds.forEach(AeronFeed::close);
    LockSupport.unpark(thread);
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    CloseHelper.quietClose(connection);
    answers.failAll("the port was closed");
  }
}
