package com.ballastmarkets.node.journal;

import io.aeron.Aeron;
import io.aeron.FragmentAssembler;
import io.aeron.Image;
import io.aeron.Subscription;
import io.aeron.archive.client.AeronArchive;
import io.aeron.logbuffer.FragmentHandler;
import io.aeron.logbuffer.Header;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.agrona.CloseHelper;
import org.agrona.DirectBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the journal's frames from a position on: {@link #open} first what is recorded and then what
 * comes, as the archive writes it; {@link #tap} what comes from now on, as the engine tells it. One
 * thread uses it.
 */
final class JournalCursor implements AutoCloseable {
  private static final int FRAGMENT_LIMIT = 64;
  private static final long OPEN_TIMEOUT_NANOS = TimeUnit.SECONDS.toNanos(10);
  private static final long TAP_TIMEOUT_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** A subscriber that does not hold the stream up: who falls behind is dropped. */
  private static final String UNTETHERED = JournalRecording.CHANNEL + "?tether=false";

  private final Subscription subscription;
  private final Image image;
  private final FragmentAssembler assembler;
  private long position;

  /** Takes the frames. */
  interface FrameHandler {
    void onFrame(DirectBuffer buffer, int offset, int length);
  }

  /**
   * @param archive used only to open; the caller sees to it that no other thread does so meanwhile
   * @param position where a frame begins, or anywhere before the next that does
   * @param length how much to read; {@link Long#MAX_VALUE} follows for ever
   * @throws TimeoutException if the archive does not begin to replay
   */
  static JournalCursor open(
      Aeron aeron,
      AeronArchive archive,
      long recordingId,
      long position,
      long length,
      FrameHandler handler)
      throws TimeoutException {
    final int streamId = PrivateStream.next(aeron);
    final long replayId =
        archive.startReplay(recordingId, position, length, JournalRecording.CHANNEL, streamId);
    final Subscription subscription =
        aeron.addSubscription(JournalRecording.CHANNEL + "?session-id=" + (int) replayId, streamId);
    try {
      final Image image = awaitImage(subscription, (int) replayId);
      return new JournalCursor(subscription, image, position, handler);
    } catch (TimeoutException | RuntimeException e) {
      CloseHelper.quietClose(subscription);
      throw e;
    }
  }

  /**
   * Joins the stream that is being recorded, without waiting for the recording. The commands behind
   * its events are durable already; after a crash the log gives the same events again.
   *
   * @return null if the journal is not being written
   */
  static @Nullable JournalCursor tap(Aeron aeron, FrameHandler handler) {
    final Subscription subscription = aeron.addSubscription(UNTETHERED, JournalRecording.STREAM_ID);
    final long deadline = System.nanoTime() + TAP_TIMEOUT_NANOS;
    while (subscription.imageCount() == 0) {
      if (System.nanoTime() - deadline > 0) {
        CloseHelper.quietClose(subscription);
        return null;
      }
      LockSupport.parkNanos(100_000);
    }
    final Image image = subscription.imageAtIndex(0);
    return new JournalCursor(subscription, image, image.joinPosition(), handler);
  }

  private static Image awaitImage(Subscription subscription, int sessionId)
      throws TimeoutException {
    final long deadline = System.nanoTime() + OPEN_TIMEOUT_NANOS;
    while (System.nanoTime() - deadline < 0) {
      final @Nullable Image image = subscription.imageBySessionId(sessionId);
      if (image != null) {
        return image;
      }
      LockSupport.parkNanos(100_000);
    }
    throw new TimeoutException("the archive does not replay the journal");
  }

  private JournalCursor(
      Subscription subscription, Image image, long position, FrameHandler handler) {
    this.subscription = subscription;
    this.image = image;
    this.position = position;
    final FragmentHandler delegate =
        (DirectBuffer buffer, int offset, int length, Header header) -> {
          handler.onFrame(buffer, offset, length);
          this.position = header.position();
        };
    this.assembler = new FragmentAssembler(delegate);
  }

  /** Gives some frames, if there are any; returns how many fragments were read. */
  int poll() {
    return image.poll(assembler, FRAGMENT_LIMIT);
  }

  /** Whether nothing more will come: all that was asked for was given, or the archive is gone. */
  boolean isEnded() {
    return image.isClosed() || image.isEndOfStream();
  }

  /** The end of the last frame given: where a later cursor goes on. */
  long position() {
    return position;
  }

  @Override
  public void close() {
    CloseHelper.quietClose(subscription);
  }
}
