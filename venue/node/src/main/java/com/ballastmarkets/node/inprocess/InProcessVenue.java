package com.ballastmarkets.node.inprocess;

import com.ballastmarkets.engine.Exchange;
import com.ballastmarkets.node.host.CommandProcessor;
import com.ballastmarkets.node.host.HostedEngine;
import com.ballastmarkets.protocol.codec.CommandEnvelope;
import com.ballastmarkets.protocol.port.VenuePort;
import com.ballastmarkets.protocol.port.VenueUnavailableException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The venue in memory, on one engine thread: the in-process twin of the cluster node.
 *
 * <pre>{@code
 * try (var venue = InProcessVenue.start(); var port = venue.connect()) {
 *   var answer = port.call(new Command.OpenAccount(1000, 7, AccountKind.CLIENT, 1)).get();
 * }
 * }</pre>
 *
 * <p>Timers happen by themselves as soon as the clock passes their due time; with a clock that is
 * moved by hand, within about a millisecond.
 */
public final class InProcessVenue implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(InProcessVenue.class);
  private static final long MAX_PARK_NANOS = 1_000_000;

  private final HostedEngine engine;
  private final InstantSource clock;
  private final MemoryJournal journal = new MemoryJournal();
  private final CommandProcessor processor;
  private final Queue<CommandEnvelope> submissions = new ConcurrentLinkedQueue<>();
  private final AtomicLong nextSourceId = new AtomicLong(1);
  private final Set<InProcessPort> ports = ConcurrentHashMap.newKeySet();
  private final Thread thread;
  private volatile boolean closed;
  private volatile @Nullable Throwable failure;

  private InProcessVenue(HostedEngine engine, InstantSource clock) {
    this.engine = engine;
    this.clock = clock;
    this.processor = new CommandProcessor(engine, journal, 0, 0);
    this.thread = Thread.ofPlatform().daemon().name("venue-engine").unstarted(this::run);
  }

  /** A new exchange on the system's clock. */
  public static InProcessVenue start() {
    return start(InstantSource.system());
  }

  /** A new exchange on the given clock. */
  public static InProcessVenue start(InstantSource clock) {
    return start(HostedEngine.of(new Exchange()), clock);
  }

  /** Hosts any engine. */
  public static InProcessVenue start(HostedEngine engine, InstantSource clock) {
    final InProcessVenue venue = new InProcessVenue(engine, clock);
    venue.thread.start();
    return venue;
  }

  /** A new port, with a source id of its own. */
  public VenuePort connect() {
    final InProcessPort port = new InProcessPort(this, nextSourceId.getAndIncrement());
    ports.add(port);
    return port;
  }

  /** What stopped the engine, null while it runs. */
  public @Nullable Throwable failure() {
    return failure;
  }

  MemoryJournal journal() {
    return journal;
  }

  long venueTimeNanos() {
    return nowNanos() + processor.venueOffsetNanos();
  }

  void forget(InProcessPort port) {
    ports.remove(port);
  }

  /** Puts a command in line. */
  void submit(CommandEnvelope command) {
    if (closed || failure != null) {
      throw new VenueUnavailableException("the venue is down", false);
    }
    submissions.add(command);
    LockSupport.unpark(thread);
  }

  private void run() {
    try {
      while (!closed) {
        final CommandEnvelope next = submissions.poll();
        if (next != null) {
          processor.apply(next.sourceId(), next.correlationId(), next.command(), nowNanos());
          continue;
        }
        final long untilDue = Math.subtractExact(engine.nextDueNanos(), nowNanos());
        if (untilDue <= 0) {
          processor.tick(nowNanos());
        } else {
          LockSupport.parkNanos(Math.min(untilDue, MAX_PARK_NANOS));
        }
      }
    } catch (Throwable e) {
      failure = e;
      LOG.error("the engine stopped", e);
      ports.forEach(port -> port.onVenueDown("the engine stopped"));
    }
  }

  private long nowNanos() {
    final Instant now = clock.instant();
    return Math.addExact(Math.multiplyExact(now.getEpochSecond(), 1_000_000_000L), now.getNano());
  }

  /** Stops the engine and closes all ports; what is still in line is not applied. */
  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    ports.forEach(InProcessPort::close);
  }
}
