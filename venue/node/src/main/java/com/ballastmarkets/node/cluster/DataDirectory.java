package com.ballastmarkets.node.cluster;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.agrona.CloseHelper;
import org.agrona.IoUtil;
import org.jspecify.annotations.Nullable;

/** The data folder of one running node: held by a lock, and made ready after whatever happened. */
final class DataDirectory implements AutoCloseable {
  private static final List<String> CLUSTER_MARKS =
      List.of("cluster-mark.dat", "cluster-mark-service-0.dat");

  private final FileChannel channel;

  private DataDirectory(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the folder.
   *
   * @throws IOException if another node runs in it, or it cannot be written
   */
  static DataDirectory lock(NodeConfig config) throws IOException {
    Files.createDirectories(config.archiveDir());
    Files.createDirectories(config.clusterDir());
    final FileChannel channel =
        FileChannel.open(
            config.dataDir().resolve("node.lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE);
    if (tryLock(channel) == null) {
      CloseHelper.quietClose(channel);
      throw new IOException("another node runs in the data folder " + config.dataDir());
    }
    try {
      recover(config);
      return new DataDirectory(channel);
    } catch (IOException | RuntimeException e) {
      CloseHelper.quietClose(channel);
      throw e;
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  /** Whoever held the folder before is gone, in order or not: the lock says so. */
  private static void recover(NodeConfig config) throws IOException {
    IoUtil.delete(config.aeronDir().toFile(), true);
    boolean killed = Files.deleteIfExists(config.archiveDir().resolve("archive-mark.dat"));
    for (final String mark : CLUSTER_MARKS) {
      killed |= Files.deleteIfExists(config.clusterDir().resolve(mark));
    }
    if (killed) {
      TornFragments.cutOff(config.archiveDir());
    }
  }

  @Override
  public void close() {
    CloseHelper.quietClose(channel);
  }
}
