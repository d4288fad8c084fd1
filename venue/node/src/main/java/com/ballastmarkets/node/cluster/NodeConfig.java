package com.ballastmarkets.node.cluster;

import com.ballastmarkets.node.host.EngineFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/**
 * How a node is run.
 *
 * @param dataDir where everything durable lives; one node at a time
 * @param aeronDir the media driver's folder in shared memory, of this data folder alone
 * @param engines where the engine comes from
 * @param syncLevel 1: the log is synced before a command counts (0, for comparison only: not)
 * @param termLength of the command log and the journal in bytes, a power of two; messages may be an
 *     eighth of it
 * @param maxIdleNanos the longest sleep of the busy threads while there is nothing to do
 * @param minFreeBytes commands are refused while the data's file system has less room, or shared
 *     memory less than an eighth of it
 */
public record NodeConfig(
    Path dataDir,
    Path aeronDir,
    EngineFactory engines,
    int syncLevel,
    int termLength,
    long maxIdleNanos,
    long minFreeBytes) {
  private static final Path SHARED_MEMORY = Path.of("/dev/shm");
  private static final long MIN_SHARED_BYTES = 512L * 1024 * 1024;
  private static final int MIN_TERM_LENGTH = 256 * 1024;
  private static final int DEFAULT_TERM_LENGTH = 4 * 1024 * 1024;
  private static final long DEFAULT_MAX_IDLE_NANOS = 100_000;
  private static final long DEFAULT_MIN_FREE_BYTES = 512L * 1024 * 1024;

  public NodeConfig {
    if (termLength < MIN_TERM_LENGTH || Integer.bitCount(termLength) != 1) {
      throw new IllegalArgumentException("a term is a power of two from 262,144: " + termLength);
    }
  }

  /** A durable node that keeps its data in the given folder. */
  public static NodeConfig in(Path dataDir) {
    return new NodeConfig(
        dataDir,
        aeronDirOf(dataDir),
        EngineFactory.EXCHANGE,
        1,
        DEFAULT_TERM_LENGTH,
        DEFAULT_MAX_IDLE_NANOS,
        DEFAULT_MIN_FREE_BYTES);
  }

  public NodeConfig withEngines(EngineFactory engines) {
    return new NodeConfig(
        dataDir, aeronDir, engines, syncLevel, termLength, maxIdleNanos, minFreeBytes);
  }

  public NodeConfig withSyncLevel(int syncLevel) {
    return new NodeConfig(
        dataDir, aeronDir, engines, syncLevel, termLength, maxIdleNanos, minFreeBytes);
  }

  public NodeConfig withTermLength(int termLength) {
    return new NodeConfig(
        dataDir, aeronDir, engines, syncLevel, termLength, maxIdleNanos, minFreeBytes);
  }

  public NodeConfig withMinFreeBytes(long minFreeBytes) {
    return new NodeConfig(
        dataDir, aeronDir, engines, syncLevel, termLength, maxIdleNanos, minFreeBytes);
  }

  /** The media driver's folder that belongs to a data folder, the same after every restart. */
  public static Path aeronDirOf(Path dataDir) {
    final CRC32C hash = new CRC32C();
    hash.update(dataDir.toAbsolutePath().normalize().toString().getBytes(StandardCharsets.UTF_8));
    final Path parent =
        isRoomy(SHARED_MEMORY) ? SHARED_MEMORY : Path.of(System.getProperty("java.io.tmpdir"));
    return parent.resolve("ballast-" + HexFormat.of().toHexDigits((int) hash.getValue()));
  }

  /** Containers often have a shared memory of 64 MB, too little for a node and its readers. */
  private static boolean isRoomy(Path folder) {
    try {
      return Files.isDirectory(folder)
          && Files.getFileStore(folder).getTotalSpace() >= MIN_SHARED_BYTES;
    } catch (IOException e) {
      return false;
    }
  }

  Path archiveDir() {
    return dataDir.resolve("archive");
  }

  Path clusterDir() {
    return dataDir.resolve("cluster");
  }
}
