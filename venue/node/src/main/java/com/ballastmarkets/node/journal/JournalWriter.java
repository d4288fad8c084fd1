package com.ballastmarkets.node.journal;

import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.node.host.EventRecorder;
import com.ballastmarkets.protocol.codec.JournalFrameWriter;
import io.aeron.Aeron;
import io.aeron.ChannelUriStringBuilder;
import io.aeron.ExclusivePublication;
import io.aeron.Publication;
import io.aeron.archive.client.AeronArchive;
import io.aeron.archive.codecs.SourceLocation;
import io.aeron.archive.status.RecordingPos;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.agrona.CloseHelper;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.IdleStrategy;
import org.agrona.concurrent.status.CountersReader;
import org.jspecify.annotations.Nullable;

/**
 * Appends the events of each command to the journal.
 *
 * <p>After a restart the command log is replayed and the events come again: those that the journal
 * has already are passed over, so that each is recorded once. One thread uses it.
 */
public final class JournalWriter implements EventRecorder, AutoCloseable {
  private static final int FRAME_BYTES = 16 * 1024;
  private static final long STALL_NANOS = TimeUnit.SECONDS.toNanos(30);

  private final ExclusivePublication publication;
  private final CountersReader counters;
  private final int recordingCounterId;
  private final IdleStrategy idle;
  private final int enoughBytes;
  private final JournalFrameWriter frame = new JournalFrameWriter();
  private final long recordedSequence;
  private long nextSequence;
  private long sourceId;
  private long correlationId;
  private boolean open;

  private JournalWriter(
      Aeron aeron,
      ExclusivePublication publication,
      int recordingCounterId,
      long recordedSequence,
      IdleStrategy idle) {
    this.publication = publication;
    this.counters = aeron.countersReader();
    this.recordingCounterId = recordingCounterId;
    this.recordedSequence = recordedSequence;
    this.idle = idle;
    // With room for one more event, which is hardly longer than the longest command.
    this.enoughBytes = Math.min(FRAME_BYTES, publication.maxMessageLength() / 4);
  }

  /**
   * Goes on with the archive's journal, or begins it.
   *
   * @param termLength of a new journal; an existing one keeps its own
   */
  public static JournalWriter open(
      Aeron aeron, AeronArchive archive, int termLength, int mtuLength, IdleStrategy idle)
      throws TimeoutException {
    final @Nullable JournalRecording recording = JournalRecording.find(archive);
    if (recording == null) {
      final ExclusivePublication publication =
          aeron.addExclusivePublication(
              new ChannelUriStringBuilder()
                  .media("ipc")
                  .termLength(termLength)
                  .mtu(mtuLength)
                  .alias("journal")
                  .build(),
              JournalRecording.STREAM_ID);
      archive.startRecording(
          recorded(publication), JournalRecording.STREAM_ID, SourceLocation.LOCAL);
      return begin(aeron, publication, 0, idle);
    }
    final JournalTail.End end =
        new JournalTail(aeron, archive, recording, recording.stopPosition()).end();
    if (end.endPosition() < recording.stopPosition()) {
      archive.truncateRecording(recording.recordingId(), end.endPosition());
    }
    final ExclusivePublication publication =
        aeron.addExclusivePublication(
            new ChannelUriStringBuilder()
                .media("ipc")
                .initialPosition(
                    end.endPosition(), recording.initialTermId(), recording.termLength())
                .mtu(recording.mtuLength())
                .alias("journal")
                .build(),
            JournalRecording.STREAM_ID);
    archive.extendRecording(
        recording.recordingId(),
        recorded(publication),
        JournalRecording.STREAM_ID,
        SourceLocation.LOCAL);
    return begin(aeron, publication, end.lastSequence(), idle);
  }

  private static String recorded(Publication publication) {
    return JournalRecording.CHANNEL + "?session-id=" + publication.sessionId();
  }

  private static JournalWriter begin(
      Aeron aeron, ExclusivePublication publication, long recordedSequence, IdleStrategy idle)
      throws TimeoutException {
    final long deadline = System.nanoTime() + STALL_NANOS;
    final CountersReader counters = aeron.countersReader();
    int counterId;
    idle.reset();
    while ((counterId = RecordingPos.findCounterIdBySession(counters, publication.sessionId()))
            == CountersReader.NULL_COUNTER_ID
        || !publication.isConnected()) {
      if (System.nanoTime() - deadline > 0) {
        throw new TimeoutException("the archive does not record the journal");
      }
      idle.idle();
    }
    return new JournalWriter(aeron, publication, counterId, recordedSequence, idle);
  }

  /** The sequence of the last event that the journal had when it was opened. */
  public long recordedSequence() {
    return recordedSequence;
  }

  @Override
  public void begin(long firstSequence, long sourceId, long correlationId) {
    this.nextSequence = firstSequence;
    this.sourceId = sourceId;
    this.correlationId = correlationId;
    this.open = false;
  }

  @Override
  public void event(long timeNanos, Event event) {
    final long sequence = nextSequence++;
    if (sequence <= recordedSequence) {
      return;
    }
    if (open && (frame.isFull() || frame.length() > enoughBytes)) {
      offer(false);
    }
    if (!open) {
      frame.begin(sequence, sourceId, correlationId);
      open = true;
    }
    frame.add(timeNanos, event);
  }

  @Override
  public void end() {
    if (open) {
      offer(true);
    }
  }

  private void offer(boolean last) {
    final DirectBuffer bytes = frame.end(last);
    final int length = frame.length();
    open = false;
    idle.reset();
    long deadline = 0;
    long result;
    while ((result = publication.offer(bytes, 0, length)) < 0) {
      if (result == Publication.CLOSED || result == Publication.MAX_POSITION_EXCEEDED) {
        throw new IllegalStateException("the journal takes no more: " + result);
      }
      final long now = System.nanoTime();
      deadline = deadline == 0 ? now + STALL_NANOS : deadline;
      if (now - deadline > 0) {
        throw new IllegalStateException("the archive has stopped recording the journal");
      }
      idle.idle();
    }
  }

  /** Waits until all that was appended is recorded and synced. */
  public void awaitRecorded() {
    final long position = publication.position();
    final long deadline = System.nanoTime() + STALL_NANOS;
    idle.reset();
    while (counters.getCounterValue(recordingCounterId) < position) {
      if (System.nanoTime() - deadline > 0) {
        throw new IllegalStateException("the archive has stopped recording the journal");
      }
      idle.idle();
    }
  }

  @Override
  public void close() {
    CloseHelper.quietClose(publication);
  }
}
