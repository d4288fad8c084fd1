package com.ballastmarkets.node.journal;

import com.ballastmarkets.protocol.codec.JournalFrameReader;
import com.ballastmarkets.protocol.port.JournalEntry;
import io.aeron.Aeron;
import io.aeron.archive.client.AeronArchive;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.agrona.CloseHelper;
import org.agrona.DirectBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Follows the journal entry by entry, and goes on where it was when the archive comes back. One
 * thread uses it.
 *
 * <p>It reads the recording until it has caught up with the stream, and then the stream itself. Who
 * is too slow for the stream is dropped from it, and reads the recording alone from then on.
 */
public final class JournalFollower implements AutoCloseable {
  private static final long UNKNOWN = -1;

  private final JournalFrameReader reader = new JournalFrameReader();
  private final Interest interest;
  private final Consumer<JournalEntry> consumer;
  private @Nullable JournalCursor cursor;

  /** Joined, and not read until the recording has been read up to there. */
  private @Nullable JournalCursor tap;

  private boolean tapped;
  private @Nullable Aeron tooSlowFor;
  private @Nullable Aeron openedOn;
  private long position = UNKNOWN;
  private long lastSequence;

  /** Says which commands' events are wanted at all. */
  public interface Interest {
    /** Everything is. */
    Interest ALL = (sourceId, correlationId) -> true;

    boolean in(long sourceId, long correlationId);
  }

  private JournalFollower(long afterSequence, Interest interest, Consumer<JournalEntry> consumer) {
    this.lastSequence = afterSequence;
    this.interest = interest;
    this.consumer = consumer;
  }

  /** Gives the entries after a sequence, once {@link #open} is called. */
  public static JournalFollower after(long afterSequence, Consumer<JournalEntry> consumer) {
    return new JournalFollower(afterSequence, Interest.ALL, consumer);
  }

  /**
   * Gives what is recorded after {@link #open} is called.
   *
   * @param interest what it does not want is not even decoded
   */
  public static JournalFollower fromNow(Interest interest, Consumer<JournalEntry> consumer) {
    return new JournalFollower(UNKNOWN, interest, consumer);
  }

  /**
   * Begins to read, or goes on after the archive was lost.
   *
   * @throws TimeoutException if the archive has no journal yet, or does not replay it
   */
  public void open(Aeron aeron, AeronArchive archive) throws TimeoutException {
    close();
    final @Nullable JournalRecording recording = JournalRecording.find(archive);
    if (recording == null) {
      throw new TimeoutException("there is no journal yet");
    }
    if (tapped) {
      // The stream may have been ahead of the recording; only sequences mean the same in both.
      tapped = false;
      tooSlowFor = openedOn;
      position = lastSequence == UNKNOWN ? position : UNKNOWN;
    }
    openedOn = aeron;
    if (position == UNKNOWN) {
      final long end = archive.getRecordingPosition(recording.recordingId());
      if (end == AeronArchive.NULL_POSITION) {
        throw new TimeoutException("the journal is not being written yet");
      }
      position =
          lastSequence == UNKNOWN
              ? end
              : new JournalTail(aeron, archive, recording, end).positionAfter(lastSequence);
    }
    cursor =
        JournalCursor.open(
            aeron, archive, recording.recordingId(), position, Long.MAX_VALUE, this::onFrame);
    tap = aeron == tooSlowFor ? null : JournalCursor.tap(aeron, this::onFrame);
  }

  private void onFrame(DirectBuffer buffer, int offset, int length) {
    if (interest == Interest.ALL) {
      reader.read(buffer, offset, length, lastSequence, this::onEntry);
      return;
    }
    final JournalFrameReader.Head head = reader.head(buffer, offset, length);
    if (interest.in(head.sourceId(), head.correlationId())) {
      reader.read(buffer, offset, length, lastSequence, this::onEntry);
    } else if (head.lastSequence() > lastSequence) {
      follow(Math.max(head.firstSequence(), lastSequence + 1));
      lastSequence = head.lastSequence();
    }
  }

  private void onEntry(JournalEntry entry) {
    follow(entry.sequence());
    consumer.accept(entry);
    lastSequence = entry.sequence();
  }

  private void follow(long sequence) {
    if (lastSequence != UNKNOWN && sequence != lastSequence + 1) {
      throw new IllegalStateException(
          "the journal has a gap: " + sequence + " follows " + lastSequence);
    }
  }

  /** Gives some entries, if there are any; returns how much was read. */
  public int poll() {
    final JournalCursor open = cursor;
    if (open == null) {
      return 0;
    }
    final int fragments = open.poll();
    position = open.position();
    if (tap != null) {
      changeToTap(open, tap);
    }
    return fragments;
  }

  private void changeToTap(JournalCursor recording, JournalCursor stream) {
    if (stream.isEnded()) {
      stream.close();
      tap = null;
    } else if (position >= stream.position()) {
      // A frame that began before the tap has been given whole; those given twice are passed over.
      recording.close();
      cursor = stream;
      tap = null;
      tapped = true;
    }
  }

  /** Whether {@link #open} is needed. */
  public boolean isLost() {
    final JournalCursor open = cursor;
    return open == null || open.isEnded();
  }

  @Override
  public void close() {
    CloseHelper.quietCloseAll(cursor, tap);
    cursor = null;
    tap = null;
  }
}
