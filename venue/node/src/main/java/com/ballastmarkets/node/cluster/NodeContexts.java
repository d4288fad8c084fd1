package com.ballastmarkets.node.cluster;

import io.aeron.archive.Archive;
import io.aeron.archive.ArchiveThreadingMode;
import io.aeron.archive.client.AeronArchive;
import io.aeron.cluster.ConsensusModule;
import io.aeron.cluster.NanosecondClusterClock;
import io.aeron.cluster.PriorityHeapTimerServiceSupplier;
import io.aeron.cluster.service.ClusteredService;
import io.aeron.cluster.service.ClusteredServiceContainer;
import io.aeron.driver.MediaDriver;
import io.aeron.driver.ThreadingMode;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.agrona.ErrorHandler;
import org.agrona.concurrent.AgentTerminationException;
import org.agrona.concurrent.BackoffIdleStrategy;
import org.agrona.concurrent.IdleStrategy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The settings of Aeron's parts.
 *
 * <p>Everything speaks over shared memory: a single node opens no network port. The ingress is IPC
 * by channel, and so must not be allowed a second time by {@code isIpcIngressAllowed}: every
 * command would be applied twice.
 */
final class NodeContexts {
  /** Larger than the default: an order and its events fit into one fragment. */
  static final int MTU_LENGTH = 8 * 1024;

  private static final Logger LOG = LoggerFactory.getLogger(NodeContexts.class);
  private static final String IPC = "aeron:ipc";
  private static final long DRIVER_IDLE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
  private static final long SESSION_TIMEOUT_NANOS = TimeUnit.SECONDS.toNanos(20);
  private static final int TERMS_PER_SEGMENT = 8;

  /** How long a reader of the journal's stream may hold it up before it is dropped. */
  private static final long SLOW_READER_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private final NodeConfig config;
  private final String aeronDir;
  private final ErrorHandler errorHandler;

  NodeContexts(NodeConfig config, Consumer<Throwable> onFailure) {
    this.config = config;
    this.aeronDir = config.aeronDir().toString();
    this.errorHandler =
        error -> {
          if (error instanceof AgentTerminationException) {
            LOG.warn("a part of the node ends: {}", error.getMessage());
          } else if (error instanceof Error) {
            onFailure.accept(error);
          } else {
            LOG.warn("aeron: {}", error.toString());
          }
        };
  }

  IdleStrategy idle() {
    return new PatientIdleStrategy(config.maxIdleNanos());
  }

  MediaDriver.Context driver() {
    return new MediaDriver.Context()
        .aeronDirectoryName(aeronDir)
        .dirDeleteOnStart(true)
        .dirDeleteOnShutdown(true)
        .threadingMode(ThreadingMode.SHARED)
        // IPC does not pass through the driver's thread: it only opens and closes streams.
        .sharedIdleStrategy(new BackoffIdleStrategy(1, 1, 1_000, DRIVER_IDLE_NANOS))
        .ipcTermBufferLength(config.termLength())
        .publicationTermBufferLength(config.termLength())
        .ipcMtuLength(MTU_LENGTH)
        .termBufferSparseFile(true)
        .spiesSimulateConnection(true)
        .timerIntervalNs(SLOW_READER_NANOS / 2)
        .untetheredWindowLimitTimeoutNs(SLOW_READER_NANOS)
        .errorHandler(errorHandler);
  }

  Archive.Context archive() {
    return new Archive.Context()
        .aeronDirectoryName(aeronDir)
        .archiveDir(config.archiveDir().toFile())
        .controlChannelEnabled(false)
        .archiveClientContext(archiveClient())
        .localControlChannel(IPC)
        .replicationChannel("aeron:udp?endpoint=localhost:0")
        .recordingEventsEnabled(false)
        .threadingMode(ArchiveThreadingMode.SHARED)
        .idleStrategySupplier(this::idle)
        .segmentFileLength(config.termLength() * TERMS_PER_SEGMENT)
        .fileSyncLevel(config.syncLevel())
        .catalogFileSyncLevel(config.syncLevel())
        .errorHandler(errorHandler);
  }

  AeronArchive.Context archiveClient() {
    return AeronVenuePort.archiveClient().aeronDirectoryName(aeronDir);
  }

  ConsensusModule.Context consensusModule() {
    return new ConsensusModule.Context()
        .aeronDirectoryName(aeronDir)
        .clusterDir(config.clusterDir().toFile())
        .clusterMemberId(0)
        .appointedLeaderId(0)
        .clusterMembers("0,localhost:0,localhost:0,localhost:0,localhost:0,localhost:0")
        .ingressChannel(IPC)
        .isIpcIngressAllowed(false)
        .logChannel(IPC + "?term-length=" + config.termLength())
        .consensusChannel(IPC)
        .replicationChannel("aeron:udp?endpoint=localhost:0")
        .archiveContext(archiveClient())
        .clusterClock(new NanosecondClusterClock())
        .timerServiceSupplier(new PriorityHeapTimerServiceSupplier())
        .sessionTimeoutNs(SESSION_TIMEOUT_NANOS)
        .fileSyncLevel(config.syncLevel())
        .idleStrategySupplier(this::idle)
        .terminationHook(() -> LOG.warn("the consensus module ends"))
        .errorHandler(errorHandler);
  }

  ClusteredServiceContainer.Context service(ClusteredService service) {
    return new ClusteredServiceContainer.Context()
        .aeronDirectoryName(aeronDir)
        .clusterDir(config.clusterDir().toFile())
        .archiveContext(archiveClient())
        .clusteredService(service)
        .idleStrategySupplier(this::idle)
        .terminationHook(() -> LOG.warn("the engine's thread ends"))
        .errorHandler(errorHandler);
  }
}
