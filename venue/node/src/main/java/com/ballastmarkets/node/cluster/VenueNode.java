package com.ballastmarkets.node.cluster;

import com.ballastmarkets.node.cluster.VenueCounters.NodeState;
import com.ballastmarkets.node.journal.JournalWriter;
import com.ballastmarkets.protocol.port.VenuePort;
import io.aeron.Aeron;
import io.aeron.archive.Archive;
import io.aeron.archive.client.AeronArchive;
import io.aeron.cluster.ClusterControl;
import io.aeron.cluster.ConsensusModule;
import io.aeron.cluster.ElectionState;
import io.aeron.cluster.service.ClusteredServiceContainer;
import io.aeron.driver.MediaDriver;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.agrona.CloseHelper;
import org.agrona.concurrent.status.AtomicCounter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A durable venue on one node: media driver, archive, consensus module, engine and journal.
 *
 * <pre>{@code
 * try (var node = VenueNode.start(NodeConfig.in(dataDir)); var port = node.connect()) { … }
 * }</pre>
 *
 * <p>It may be killed at any moment: the next start replays the log from the last snapshot, and
 * everything that was acknowledged is there.
 */
public final class VenueNode implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(VenueNode.class);
  private static final long TIMEOUT_NANOS = TimeUnit.SECONDS.toNanos(60);

  private final NodeConfig config;
  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private @Nullable ExchangeService service;
  private @Nullable VenueCounters counters;
  private @Nullable ConsensusModule consensusModule;
  private @Nullable AeronArchive archive;
  private volatile @Nullable Throwable failure;

  private VenueNode(NodeConfig config) {
    this.config = config;
  }

  /**
   * Starts the node, replays what is to be replayed, and returns when it takes commands.
   *
   * @throws IOException if another node runs in the data folder, or it cannot be written
   * @throws IllegalStateException if the node does not come up
   */
  public static VenueNode start(NodeConfig config) throws IOException {
    final VenueNode node = new VenueNode(config);
    try {
      node.launch();
      return node;
    } catch (IOException | RuntimeException e) {
      node.close();
      throw e;
    }
  }

  private void launch() throws IOException {
    part(DataDirectory.lock(config));
    final NodeContexts contexts = new NodeContexts(config, this::onFailure);
    part(MediaDriver.launch(contexts.driver()));
    part(Archive.launch(contexts.archive()));
    final Aeron aeron =
        part(Aeron.connect(new Aeron.Context().aeronDirectoryName(config.aeronDir().toString())));
    final AeronArchive archive =
        part(AeronArchive.connect(contexts.archiveClient().aeron(aeron).ownsAeronClient(false)));
    this.archive = archive;
    final VenueCounters counters = part(new VenueCounters(aeron));
    this.counters = counters;
    final ExchangeService service =
        new ExchangeService(
            config.engines(),
            () ->
                part(
                    JournalWriter.open(
                        aeron,
                        archive,
                        config.termLength(),
                        NodeContexts.MTU_LENGTH,
                        contexts.idle())),
            counters,
            this::onFailure);
    this.service = service;
    final ConsensusModule module = part(ConsensusModule.launch(contexts.consensusModule()));
    this.consensusModule = module;
    part(ClusteredServiceContainer.launch(contexts.service(service)));
    await("the node did not come up", () -> isLeading(module));
    counters.state(NodeState.ACCEPTING);
    part(
        new StorageWatch(
                Map.of(
                    config.dataDir(),
                    config.minFreeBytes(),
                    config.aeronDir(),
                    config.minFreeBytes() / 8),
                counters)
            .start());
  }

  private static boolean isLeading(ConsensusModule module) {
    return module.context().electionStateCounter().isClosed()
        || module.context().electionStateCounter().get() == ElectionState.CLOSED.code();
  }

  private synchronized <T extends AutoCloseable> T part(T part) {
    parts.push(part);
    return part;
  }

  private void onFailure(Throwable cause) {
    LOG.error("the engine stopped", cause);
    failure = cause;
    final VenueCounters known = counters;
    if (known != null) {
      known.state(NodeState.FAILED);
    }
  }

  /** A new port, with a source id of its own. Close it before the node. */
  public VenuePort connect() {
    return AeronVenuePort.connect(config.aeronDir());
  }

  /** What stopped the engine, null while it runs. */
  public @Nullable Throwable failure() {
    return failure;
  }

  /**
   * Takes a snapshot, so that the next start need not replay what came before it.
   *
   * @return the SHA-256 of the engine's state in it, lower-case hex
   */
  public synchronized String snapshot() {
    final ConsensusModule module = consensusModule;
    final ExchangeService exchange = service;
    if (module == null || exchange == null) {
      throw new IllegalStateException("the node does not run");
    }
    final AtomicCounter toggle = module.context().controlToggleCounter();
    final long before = module.context().snapshotCounter().get();
    await("no snapshot could be begun", () -> ClusterControl.ToggleState.SNAPSHOT.toggle(toggle));
    await(
        "the snapshot was not finished",
        () ->
            module.context().snapshotCounter().get() > before
                && ClusterControl.ToggleState.get(toggle) == ClusterControl.ToggleState.NEUTRAL);
    final ExchangeService.SnapshotTaken taken = exchange.lastSnapshot();
    if (taken == null) {
      throw new IllegalStateException("the engine took no snapshot");
    }
    return taken.stateHash();
  }

  /**
   * Lets go of the command log before the last snapshot but one. The journal stays whole. What the
   * audit is to replay must have been copied before.
   *
   * @return how many bytes of the log are gone, whole segments only
   */
  public synchronized long trimLog() {
    final AeronArchive open = archive;
    final LogRecording log = open == null ? null : LogRecording.find(open);
    final long position = LogRecording.dispensableBefore(config.clusterDir());
    return open == null || log == null || position == Aeron.NULL_VALUE
        ? 0
        : log.trim(open, position);
  }

  private void await(String message, BooleanSupplier condition) {
    final long deadline = System.nanoTime() + TIMEOUT_NANOS;
    while (!condition.getAsBoolean()) {
      final Throwable cause = failure;
      if (cause != null) {
        throw new IllegalStateException("the engine stopped: " + cause.getMessage(), cause);
      }
      if (System.nanoTime() - deadline > 0) {
        throw new IllegalStateException(message, new TimeoutException());
      }
      LockSupport.parkNanos(1_000_000);
    }
  }

  /** Stops in order, the last part first. What is not applied yet will be at the next start. */
  @Override
  public synchronized void close() {
    while (!parts.isEmpty()) {
      CloseHelper.quietClose(parts.pop());
    }
  }
}
