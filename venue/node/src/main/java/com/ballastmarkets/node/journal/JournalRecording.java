package com.ballastmarkets.node.journal;

import io.aeron.archive.client.AeronArchive;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The journal's recording in the archive's catalog.
 *
 * @param startPosition where it begins
 * @param stopPosition where it ended when last closed, {@link AeronArchive#NULL_POSITION} while it
 *     is being written
 */
record JournalRecording(
    long recordingId,
    long startPosition,
    long stopPosition,
    int initialTermId,
    int termLength,
    int mtuLength) {

  /** The stream that is recorded, used by nothing else in the archive. */
  static final int STREAM_ID = 4201;

  static final String CHANNEL = "aeron:ipc";

  /**
   * Finds the journal, null if there is none yet.
   *
   * @throws IllegalStateException if there are several
   */
  static @Nullable JournalRecording find(AeronArchive archive) {
    final List<JournalRecording> found = new ArrayList<>();
    archive.listRecordingsForUri(
        0,
        Integer.MAX_VALUE,
        CHANNEL,
        STREAM_ID,
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
                new JournalRecording(
                    recordingId,
                    startPosition,
                    stopPosition,
                    initialTermId,
                    termBufferLength,
                    mtuLength)));
    if (found.size() > 1) {
      throw new IllegalStateException("the archive has " + found.size() + " journals");
    }
    return found.isEmpty() ? null : found.getFirst();
  }
}
