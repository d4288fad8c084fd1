package com.ballastmarkets.bench.durable;

import io.aeron.ExclusivePublication;
import io.aeron.Image;
import io.aeron.archive.Archive;
import io.aeron.archive.ArchiveThreadingMode;
import io.aeron.archive.client.AeronArchive;
import io.aeron.cluster.ClusteredMediaDriver;
import io.aeron.cluster.ConsensusModule;
import io.aeron.cluster.client.AeronCluster;
import io.aeron.cluster.client.EgressListener;
import io.aeron.cluster.codecs.CloseReason;
import io.aeron.cluster.service.ClientSession;
import io.aeron.cluster.service.Cluster;
import io.aeron.cluster.service.ClusteredService;
import io.aeron.cluster.service.ClusteredServiceContainer;
import io.aeron.driver.MediaDriver;
import io.aeron.driver.ThreadingMode;
import io.aeron.logbuffer.Header;
import java.io.File;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.agrona.CloseHelper;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.BackoffIdleStrategy;
import org.agrona.concurrent.IdleStrategy;
import org.agrona.concurrent.UnsafeBuffer;
import org.jspecify.annotations.Nullable;

/** The reference: a synced single-node Aeron Cluster over IPC whose service sends messages back. */
public final class RawClusterEcho implements AutoCloseable {
  private static final int MESSAGE_BYTES = 128;
  private static final String IPC = "aeron:ipc";

  private final ClusteredMediaDriver driver;
  private final ClusteredServiceContainer container;
  private final UnsafeBuffer message = new UnsafeBuffer(new byte[MESSAGE_BYTES]);
  private long received;
  private @Nullable Histogram histogram;

  public RawClusterEcho(Path folder, int syncLevel) {
    final String aeronDir = "/dev/shm/ballast-bench-" + ProcessHandle.current().pid();
    final File clusterDir = folder.resolve("cluster").toFile();
    driver =
        ClusteredMediaDriver.launch(
            new MediaDriver.Context()
                .aeronDirectoryName(aeronDir)
                .dirDeleteOnStart(true)
                .dirDeleteOnShutdown(true)
                .threadingMode(ThreadingMode.SHARED)
                .sharedIdleStrategy(idle())
                .ipcTermBufferLength(4 * 1024 * 1024)
                .ipcMtuLength(8 * 1024),
            new Archive.Context()
                .aeronDirectoryName(aeronDir)
                .archiveDir(folder.resolve("archive").toFile())
                .controlChannelEnabled(false)
                .archiveClientContext(archiveClient())
                .replicationChannel("aeron:udp?endpoint=localhost:0")
                .recordingEventsEnabled(false)
                .threadingMode(ArchiveThreadingMode.SHARED)
                .idleStrategySupplier(RawClusterEcho::idle)
                .fileSyncLevel(syncLevel)
                .catalogFileSyncLevel(syncLevel),
            new ConsensusModule.Context()
                .clusterDir(clusterDir)
                .clusterMembers("0,localhost:0,localhost:0,localhost:0,localhost:0,localhost:0")
                .ingressChannel(IPC)
                .isIpcIngressAllowed(false)
                .logChannel(IPC + "?term-length=4m")
                .consensusChannel(IPC)
                .replicationChannel("aeron:udp?endpoint=localhost:0")
                .archiveContext(archiveClient())
                .fileSyncLevel(syncLevel)
                .idleStrategySupplier(RawClusterEcho::idle));
    container =
        ClusteredServiceContainer.launch(
            new ClusteredServiceContainer.Context()
                .aeronDirectoryName(aeronDir)
                .clusterDir(clusterDir)
                .archiveContext(archiveClient())
                .clusteredService(new Echo())
                .idleStrategySupplier(RawClusterEcho::idle));
  }

  /** A session times out while nobody polls it: each measurement has its own. */
  private AeronCluster connect() {
    return AeronCluster.connect(
        new AeronCluster.Context()
            .aeronDirectoryName(driver.mediaDriver().aeronDirectoryName())
            .ingressChannel(IPC)
            .egressChannel(IPC)
            .egressStreamId(77_777)
            .messageTimeoutNs(TimeUnit.SECONDS.toNanos(30))
            .egressListener(listener()));
  }

  private static IdleStrategy idle() {
    return new BackoffIdleStrategy(10, 20, 1_000, 100_000);
  }

  private static AeronArchive.Context archiveClient() {
    return new AeronArchive.Context().controlRequestChannel(IPC).controlResponseChannel(IPC);
  }

  private EgressListener listener() {
    return (sessionId, timestamp, buffer, offset, length, header) -> {
      received++;
      final Histogram into = histogram;
      if (into != null) {
        into.recordValue(System.nanoTime() - buffer.getLong(offset));
      }
    };
  }

  /** Echoes a second, with so many messages on their way at once. */
  public double perSecond(int window, long count) {
    try (AeronCluster client = connect()) {
      return perSecond(client, window, count);
    }
  }

  private double perSecond(AeronCluster client, int window, long count) {
    final long begin = System.nanoTime();
    final long first = received;
    long sent = 0;
    final IdleStrategy idle = idle();
    while (received - first < count) {
      int work = client.pollEgress();
      while (sent < count && sent - (received - first) < window) {
        message.putLong(0, System.nanoTime());
        if (client.offer(message, 0, MESSAGE_BYTES) < 0) {
          break;
        }
        sent++;
        work++;
      }
      idle.idle(work);
    }
    return count * 1e9 / (System.nanoTime() - begin);
  }

  /** The median round trip of single messages, in nanoseconds. */
  public long medianNanos(int count) {
    final Histogram into = new Histogram(3);
    perSecond(1, count / 4);
    histogram = into;
    perSecond(1, count);
    histogram = null;
    return into.getValueAtPercentile(50);
  }

  @Override
  public void close() {
    CloseHelper.quietCloseAll(container, driver);
  }

  private static final class Echo implements ClusteredService {
    private @Nullable Cluster cluster;

    @Override
    public void onStart(Cluster cluster, @Nullable Image snapshotImage) {
      this.cluster = cluster;
    }

    @Override
    public void onSessionMessage(
        ClientSession session,
        long timestamp,
        DirectBuffer buffer,
        int offset,
        int length,
        Header header) {
      final Cluster known = cluster;
      while (session.offer(buffer, offset, length) < 0 && known != null) {
        known.idleStrategy().idle();
      }
    }

    @Override
    public void onSessionOpen(ClientSession session, long timestamp) {}

    @Override
    public void onSessionClose(ClientSession session, long timestamp, CloseReason closeReason) {}

    @Override
    public void onTimerEvent(long correlationId, long timestamp) {}

    @Override
    public void onTakeSnapshot(ExclusivePublication snapshotPublication) {}

    @Override
    public void onRoleChange(Cluster.Role newRole) {}

    @Override
    public void onTerminate(Cluster cluster) {}
  }
}
