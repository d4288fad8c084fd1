package com.ballastmarkets.protocol.codec;

import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.protocol.port.JournalEntry;
import com.ballastmarkets.protocol.sbe.JournalFrameDecoder;
import java.util.function.Consumer;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Reads frames of the journal. One thread uses it. */
public final class JournalFrameReader {
  private final JournalFrameDecoder frame = new JournalFrameDecoder();
  private final EventCodec codec = new EventCodec();
  private final MessageIn in = new MessageIn();
  private final UnsafeBuffer nested = new UnsafeBuffer(0, 0);

  /**
   * What a frame is about.
   *
   * @param lastSequence of its last event
   */
  public record Head(long firstSequence, long lastSequence, long sourceId, long correlationId) {}

  /**
   * Reads what a frame is about, and not its events.
   *
   * @throws CodecException if the bytes are no frame
   */
  public Head head(DirectBuffer buffer, int offset, int length) {
    return in.read(buffer, offset, length, this::head);
  }

  private Head head(MessageIn in) {
    final JournalFrameDecoder.EventsDecoder events = open(in);
    in.end(offsetOfEnd(in));
    return new Head(
        frame.firstSequence(),
        frame.firstSequence() + events.count() - 1,
        frame.sourceId(),
        frame.correlationId());
  }

  private static int offsetOfEnd(MessageIn in) {
    return in.buffer().capacity();
  }

  /**
   * Reads the frame that takes exactly these bytes.
   *
   * @param afterSequence entries up to this one are passed over
   * @return the sequence of the frame's last event
   * @throws CodecException if the bytes are no frame; nothing of it has been given then
   */
  public long read(
      DirectBuffer buffer,
      int offset,
      int length,
      long afterSequence,
      Consumer<JournalEntry> consumer) {
    final JournalEntry[] entries = in.read(buffer, offset, length, this::entries);
    for (final JournalEntry entry : entries) {
      if (entry.sequence() > afterSequence) {
        consumer.accept(entry);
      }
    }
    return entries[entries.length - 1].sequence();
  }

  private JournalEntry[] entries(MessageIn in) {
    final JournalFrameDecoder.EventsDecoder events = open(in);
    final boolean lastFrame = Flags.flag(frame.last());
    final int count = events.count();
    // The smallest event takes a time, a length and a header: a garbled count allocates no more.
    if (count == 0 || count > in.buffer().capacity() / 20) {
      throw new CodecException("a journal frame with " + count + " events");
    }
    final JournalEntry[] entries = new JournalEntry[count];
    for (int i = 0; i < count; i++) {
      events.next();
      final long timeNanos = events.timeNanos();
      events.wrapSaid(nested);
      final Event event = codec.decode(nested, 0, nested.capacity());
      entries[i] =
          new JournalEntry(
              frame.firstSequence() + i,
              timeNanos,
              frame.sourceId(),
              frame.correlationId(),
              lastFrame && i == count - 1,
              event);
    }
    in.end(frame.limit());
    return entries;
  }

  private JournalFrameDecoder.EventsDecoder open(MessageIn in) {
    if (in.templateId() != JournalFrameDecoder.TEMPLATE_ID) {
      throw CodecException.unknownTemplate("journal frame", in.templateId());
    }
    frame.wrap(
        in.buffer(), in.body(), in.blockLength(JournalFrameDecoder.BLOCK_LENGTH), in.version());
    return frame.events();
  }
}
