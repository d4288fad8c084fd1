package com.ballastmarkets.node.cluster;

import com.ballastmarkets.node.cluster.VenueCounters.NodeState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has commands refused before a full disk or shared memory stalls the log, and taken again when
 * there is room. Looks once a second, on its own thread.
 */
final class StorageWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StorageWatch.class);
  private static final long PERIOD_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Map<Path, Long> minFreeBytes;
  private final VenueCounters counters;
  private final Thread thread;

  /**
   * @param minFreeBytes how much room each folder's file system must have
   */
  StorageWatch(Map<Path, Long> minFreeBytes, VenueCounters counters) {
    this.minFreeBytes = Map.copyOf(minFreeBytes);
    this.counters = counters;
    this.thread = Thread.ofPlatform().daemon().name("storage-watch").unstarted(this::run);
  }

  StorageWatch start() {
    thread.start();
    return this;
  }

  private void run() {
    try {
      while (true) {
        look();
        TimeUnit.NANOSECONDS.sleep(PERIOD_NANOS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() {
    final boolean low =
        minFreeBytes.entrySet().stream()
            .anyMatch(folder -> isLow(folder.getKey(), folder.getValue()));
    final NodeState state = counters.state();
    if (low && state == NodeState.ACCEPTING) {
      LOG.error("a file system is almost full: commands are refused");
      counters.state(NodeState.STORAGE_LOW);
    } else if (!low && state == NodeState.STORAGE_LOW) {
      LOG.info("there is room again: commands are taken");
      counters.state(NodeState.ACCEPTING);
    }
  }

  private static boolean isLow(Path folder, long least) {
    try {
      return Files.getFileStore(folder).getUsableSpace() < least;
    } catch (IOException e) {
      LOG.warn("cannot tell how much room {} has: {}", folder, e.getMessage());
      return true;
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
