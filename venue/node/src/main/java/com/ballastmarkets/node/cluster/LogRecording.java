package com.ballastmarkets.node.cluster;

import io.aeron.Aeron;
import io.aeron.archive.client.AeronArchive;
import io.aeron.cluster.ConsensusModule;
import io.aeron.cluster.RecordingLog;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The command log in the archive's catalog.
 *
 * @param startPosition where it begins: 0 unless it has been trimmed
 */
record LogRecording(long recordingId, long startPosition, int termLength, int segmentLength) {

  /** Finds the log, null if there is none yet. */
  static @Nullable LogRecording find(AeronArchive archive) {
    final List<LogRecording> found = new ArrayList<>();
    archive.listRecordingsForUri(
        0,
        Integer.MAX_VALUE,
        "aeron:ipc",
        ConsensusModule.Configuration.LOG_STREAM_ID_DEFAULT,
        (controlSessionId,
            correlationId,
            recordingId,
            startTimestamp,
            stopTimestamp,
            startPosition,
            stopPosition,
            initialTermId,
            segmentFileLength,
            termBufferLength,
            mtuLength,
            sessionId,
            streamId,
            strippedChannel,
            originalChannel,
            sourceIdentity) ->
            found.add(
                new LogRecording(recordingId, startPosition, termBufferLength, segmentFileLength)));
    if (found.size() > 1) {
      throw new IllegalStateException("the archive has " + found.size() + " command logs");
    }
    return found.isEmpty() ? null : found.getFirst();
  }

  /**
   * Lets go of the whole segments before a position.
   *
   * @return how many bytes
   */
  long trim(AeronArchive archive, long position) {
    final long base =
        AeronArchive.segmentFileBasePosition(startPosition, position, termLength, segmentLength);
    if (base <= startPosition) {
      return 0;
    }
    archive.purgeSegments(recordingId, base);
    return base - startPosition;
  }

  /**
   * The log position of the last snapshot but one, {@link Aeron#NULL_VALUE} if there are fewer:
   * with that much of the log a node can start even if the last snapshot should not be readable.
   */
  static long dispensableBefore(Path clusterDir) {
    try (RecordingLog log = new RecordingLog(clusterDir.toFile(), false)) {
      final List<Long> positions =
          log.entries().stream()
              .filter(entry -> entry.isValid && entry.type == RecordingLog.ENTRY_TYPE_SNAPSHOT)
              .map(entry -> entry.logPosition)
              .distinct()
              .sorted()
              .toList();
      return positions.size() < 2 ? Aeron.NULL_VALUE : positions.get(positions.size() - 2);
    }
  }
}
