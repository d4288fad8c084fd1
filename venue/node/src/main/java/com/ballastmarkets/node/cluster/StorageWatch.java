package com.ballastmarkets.node.cluster;

import com.ballastmarkets.node.cluster.VenueCounters.NodeState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

  private final List<Path> folders;
  private final long minFreeBytes;
  private final VenueCounters counters;
  private final Thread thread;

  StorageWatch(List<Path> folders, long minFreeBytes, VenueCounters counters) {
    this.folders = List.copyOf(folders);
    this.minFreeBytes = minFreeBytes;
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
    final boolean low = folders.stream().anyMatch(this::isLow);
    final NodeState state = counters.state();
    if (low && state == NodeState.ACCEPTING) {
      LOG.error("less than {} bytes are free: commands are refused", minFreeBytes);
      counters.state(NodeState.STORAGE_LOW);
    } else if (!low && state == NodeState.STORAGE_LOW) {
      LOG.info("there is room again: commands are taken");
      counters.state(NodeState.ACCEPTING);
    }
  }

  private boolean isLow(Path folder) {
    try {
      return Files.getFileStore(folder).getUsableSpace() < minFreeBytes;
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
