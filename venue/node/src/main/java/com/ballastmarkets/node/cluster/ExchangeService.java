package com.ballastmarkets.node.cluster;

import com.ballastmarkets.node.host.CommandProcessor;
import com.ballastmarkets.node.host.EngineFactory;
import com.ballastmarkets.node.host.HostedEngine;
import com.ballastmarkets.node.journal.JournalWriter;
import com.ballastmarkets.protocol.codec.CodecException;
import com.ballastmarkets.protocol.codec.CommandEnvelope;
import com.ballastmarkets.protocol.codec.CommandEnvelopeCodec;
import com.ballastmarkets.protocol.snapshot.StateWriter;
import io.aeron.ExclusivePublication;
import io.aeron.Image;
import io.aeron.cluster.codecs.CloseReason;
import io.aeron.cluster.service.ClientSession;
import io.aeron.cluster.service.Cluster;
import io.aeron.cluster.service.ClusteredService;
import io.aeron.logbuffer.Header;
import java.util.HexFormat;
import java.util.Objects;
import java.util.function.Consumer;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.AgentTerminationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applies the log's commands to the engine, one thread, in the log's order.
 *
 * <p>A command that does not decode is passed over: no port of ours sends one, and it changes
 * nothing. Any other exception is a bug: it stops the node, since going on from half a command
 * would be worse.
 */
final class ExchangeService implements ClusteredService {
  private static final Logger LOG = LoggerFactory.getLogger(ExchangeService.class);
  private static final long TIMER_ID = 1;

  private final EngineFactory engines;
  private final JournalOpener journalOpener;
  private final VenueCounters counters;
  private final Consumer<Throwable> onFailure;
  private final CommandEnvelopeCodec codec = new CommandEnvelopeCodec();
  private @Nullable Cluster cluster;
  private @Nullable HostedEngine engine;
  private @Nullable CommandProcessor processor;
  private @Nullable JournalWriter journal;
  private long scheduledNanos = Long.MAX_VALUE;
  private volatile @Nullable SnapshotTaken lastSnapshot;

  /** Opens the journal on the service's thread. */
  interface JournalOpener {
    JournalWriter open() throws Exception;
  }

  /**
   * A snapshot that this run took or began with.
   *
   * @param lastSequence of the last event before it
   * @param stateHash SHA-256 of the engine's state, lower-case hex
   */
  record SnapshotTaken(long lastSequence, String stateHash) {}

  ExchangeService(
      EngineFactory engines,
      JournalOpener journalOpener,
      VenueCounters counters,
      Consumer<Throwable> onFailure) {
    this.engines = engines;
    this.journalOpener = journalOpener;
    this.counters = counters;
    this.onFailure = onFailure;
  }

  @Override
  public void onStart(Cluster cluster, @Nullable Image snapshotImage) {
    this.cluster = cluster;
    guarded(() -> {
      final JournalWriter opened = journalOpener.open();
      journal = opened;
      if (snapshotImage == null) {
        begin(engines.create(), opened, 0, 0);
        return;
      }
      final SnapshotBytes.Loaded loaded = SnapshotBytes.read(snapshotImage, cluster.idleStrategy());
      if (opened.recordedSequence() < loaded.lastSequence()) {
        throw new IllegalStateException(
            "the journal ends at %d, before the snapshot's %d"
                .formatted(opened.recordedSequence(), loaded.lastSequence()));
      }
      begin(
          engines.restore(loaded.state()),
          opened,
          loaded.lastSequence(),
          loaded.venueOffsetNanos());
      loaded.state().end();
      lastSnapshot = new SnapshotTaken(loaded.lastSequence(), loaded.stateHash());
    });
  }

  private void begin(
      HostedEngine engine, JournalWriter journal, long lastSequence, long venueOffsetNanos) {
    this.engine = engine;
    this.processor =
        new CommandProcessor(
            engine, journal, lastSequence, venueOffsetNanos, counters::venueOffsetNanos);
    counters.venueOffsetNanos(venueOffsetNanos);
  }

  @Override
  public void onSessionMessage(
      ClientSession session,
      long timestamp,
      DirectBuffer buffer,
      int offset,
      int length,
      Header header) {
    final CommandEnvelope envelope;
    try {
      envelope = codec.decode(buffer, offset, length);
    } catch (CodecException e) {
      LOG.warn("passed over a message of {} bytes that is no command: {}", length, e.getMessage());
      return;
    }
    guarded(() -> {
      processor()
          .apply(envelope.sourceId(), envelope.correlationId(), envelope.command(), timestamp);
      schedule();
    });
  }

  @Override
  public void onTimerEvent(long correlationId, long timestamp) {
    guarded(() -> {
      scheduledNanos = Long.MAX_VALUE;
      processor().tick(timestamp);
      schedule();
    });
  }

  /** Keeps the cluster's one timer at the engine's next due time. */
  private void schedule() {
    final Cluster cluster = Objects.requireNonNull(this.cluster);
    final long due = processor().nextDueNanos();
    if (due == scheduledNanos) {
      return;
    }
    scheduledNanos = due;
    final var idle = cluster.idleStrategy();
    idle.reset();
    while (!(due == Long.MAX_VALUE
        ? cluster.cancelTimer(TIMER_ID)
        : cluster.scheduleTimer(TIMER_ID, due))) {
      idle.idle();
    }
  }

  @Override
  public void onTakeSnapshot(ExclusivePublication snapshotPublication) {
    guarded(() -> {
      Objects.requireNonNull(journal).awaitRecorded();
      final StateWriter state = new StateWriter();
      Objects.requireNonNull(engine).writeState(state);
      SnapshotBytes.write(
          snapshotPublication,
          Objects.requireNonNull(cluster).idleStrategy(),
          processor().lastSequence(),
          processor().venueOffsetNanos(),
          state);
      lastSnapshot =
          new SnapshotTaken(processor().lastSequence(), HexFormat.of().formatHex(state.sha256()));
    });
  }

  @Nullable SnapshotTaken lastSnapshot() {
    return lastSnapshot;
  }

  private CommandProcessor processor() {
    return Objects.requireNonNull(processor);
  }

  private interface Step {
    void run() throws Exception;
  }

  private void guarded(Step step) {
    try {
      step.run();
    } catch (AgentTerminationException e) {
      throw e;
    } catch (Throwable e) {
      onFailure.accept(e);
      throw new AgentTerminationException("the engine stopped: " + e.getMessage());
    }
  }

  @Override
  public void onSessionOpen(ClientSession session, long timestamp) {}

  @Override
  public void onSessionClose(ClientSession session, long timestamp, CloseReason closeReason) {}

  @Override
  public void onRoleChange(Cluster.Role newRole) {}

  @Override
  public void onTerminate(Cluster cluster) {}
}
