package com.ballastmarkets.node.journal;

import com.ballastmarkets.protocol.codec.JournalFrameReader;
import io.aeron.Aeron;
import io.aeron.archive.client.AeronArchive;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.agrona.DirectBuffer;

/**
 * Finds where in the recording something stands. A message begins at the start of every term, since
 * none spans two.
 */
final class JournalTail {
  private final Aeron aeron;
  private final AeronArchive archive;
  private final JournalRecording recording;
  private final long endPosition;
  private final JournalFrameReader reader = new JournalFrameReader();

  /**
   * @param endPosition up to where the recording is whole
   */
  JournalTail(Aeron aeron, AeronArchive archive, JournalRecording recording, long endPosition) {
    this.aeron = aeron;
    this.archive = archive;
    this.recording = recording;
    this.endPosition = endPosition;
  }

  /**
   * The end of the journal.
   *
   * @param lastSequence of the last whole frame, 0 if there is none
   * @param endPosition of that frame: what follows is torn
   */
  record End(long lastSequence, long endPosition) {}

  /** Reads the last term. */
  End end() throws TimeoutException {
    final End end = new End(0, recording.startPosition());
    // The last term may hold nothing but a torn frame: then the one before has the end.
    for (long term = lastTerm(); term >= firstTerm(); term -= recording.termLength()) {
      final End found = endFrom(Math.max(term, recording.startPosition()));
      if (found.lastSequence() > 0) {
        return found;
      }
    }
    return end;
  }

  private End endFrom(long position) throws TimeoutException {
    final long[] last = new long[1];
    if (position >= endPosition) {
      return new End(0, position);
    }
    try (JournalCursor cursor =
        open(
            position,
            endPosition - position,
            (buffer, offset, length) ->
                last[0] = reader.head(buffer, offset, length).lastSequence())) {
      drain(cursor, Long.MAX_VALUE, last);
      return new End(last[0], cursor.position());
    }
  }

  /**
   * A position at or before the frame that has the sequence's successor, and not much before.
   *
   * @param afterSequence 0 for the beginning
   */
  long positionAfter(long afterSequence) throws TimeoutException {
    if (afterSequence <= 0 || endPosition <= recording.startPosition()) {
      return recording.startPosition();
    }
    long low = 0;
    long high = (lastTerm() - firstTerm()) / recording.termLength();
    // The last term whose first event is not after the one asked for.
    while (low < high) {
      final long middle = (low + high + 1) >>> 1;
      final long term = firstTerm() + middle * recording.termLength();
      if (firstSequenceFrom(term) <= afterSequence) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return Math.max(firstTerm() + low * recording.termLength(), recording.startPosition());
  }

  /** The first sequence at or after a term's start, {@link Long#MAX_VALUE} if there is none. */
  private long firstSequenceFrom(long position) throws TimeoutException {
    final long[] first = new long[1];
    try (JournalCursor cursor =
        open(
            position,
            endPosition - position,
            (DirectBuffer buffer, int offset, int length) -> {
              if (first[0] == 0) {
                first[0] = reader.head(buffer, offset, length).firstSequence();
              }
            })) {
      drain(cursor, 1, first);
    }
    return first[0] == 0 ? Long.MAX_VALUE : first[0];
  }

  private JournalCursor open(long position, long length, JournalCursor.FrameHandler handler)
      throws TimeoutException {
    return JournalCursor.open(aeron, archive, recording.recordingId(), position, length, handler);
  }

  private static void drain(JournalCursor cursor, long enough, long[] seen) {
    while (true) {
      if (cursor.poll() == 0) {
        if (cursor.isEnded()) {
          return;
        }
        LockSupport.parkNanos(50_000);
      }
      if (seen[0] >= enough) {
        return;
      }
    }
  }

  private long firstTerm() {
    return recording.startPosition() - recording.startPosition() % recording.termLength();
  }

  private long lastTerm() {
    final long end = Math.max(endPosition - 1, recording.startPosition());
    return end - end % recording.termLength();
  }
}
