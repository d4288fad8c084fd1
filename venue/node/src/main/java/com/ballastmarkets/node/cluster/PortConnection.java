package com.ballastmarkets.node.cluster;

import com.ballastmarkets.node.journal.PrivateStream;
import io.aeron.Aeron;
import io.aeron.archive.client.AeronArchive;
import io.aeron.cluster.client.AeronCluster;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.agrona.CloseHelper;

/** A port's connections to one run of the node; when that ends, the port makes a new one. */
final class PortConnection implements AutoCloseable {
  private final Aeron aeron;
  private final AeronArchive archive;
  private final AeronCluster cluster;
  private final VenueCounters.View counters;

  private PortConnection(Aeron aeron, AeronArchive archive, AeronCluster cluster) {
    this.aeron = aeron;
    this.archive = archive;
    this.cluster = cluster;
    this.counters = new VenueCounters.View(aeron);
  }

  /**
   * Connects to the node whose media driver lives in the folder.
   *
   * @throws RuntimeException of Aeron's if there is none, or it does not answer in time
   */
  static PortConnection open(Path aeronDir) {
    final Aeron aeron =
        Aeron.connect(
            new Aeron.Context()
                .aeronDirectoryName(aeronDir.toString())
                .driverTimeoutMs(TimeUnit.SECONDS.toMillis(10))
                .errorHandler(error -> {}));
    AeronArchive archive = null;
    try {
      archive =
          AeronArchive.connect(AeronVenuePort.archiveClient().aeron(aeron).ownsAeronClient(false));
      final AeronCluster cluster =
          AeronCluster.connect(
              new AeronCluster.Context()
                  .aeron(aeron)
                  .ownsAeronClient(false)
                  .ingressChannel("aeron:ipc")
                  .egressChannel("aeron:ipc")
                  .egressStreamId(PrivateStream.next(aeron))
                  .messageTimeoutNs(TimeUnit.SECONDS.toNanos(10)));
      return new PortConnection(aeron, archive, cluster);
    } catch (RuntimeException e) {
      CloseHelper.quietCloseAll(archive, aeron);
      throw e;
    }
  }

  Aeron aeron() {
    return aeron;
  }

  AeronArchive archive() {
    return archive;
  }

  AeronCluster cluster() {
    return cluster;
  }

  VenueCounters.View counters() {
    return counters;
  }

  boolean isLost() {
    return aeron.isClosed() || cluster.isClosed();
  }

  @Override
  public void close() {
    CloseHelper.quietCloseAll(cluster, archive, aeron);
  }
}
