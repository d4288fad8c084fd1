package com.ballastmarkets.protocol.codec;

import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.protocol.sbe.BooleanCode;
import com.ballastmarkets.protocol.sbe.JournalFrameEncoder;
import java.nio.ByteOrder;
import org.agrona.DirectBuffer;
import org.agrona.ExpandableArrayBuffer;

/**
 * Puts consecutive events of one command into a frame of the journal. A command with many events
 * has several frames, the last of which says so. One thread uses it.
 */
public final class JournalFrameWriter {
  private static final int MAX_EVENTS = 65_534;

  private final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(4096);
  private final JournalFrameEncoder frame = new JournalFrameEncoder();
  private final EventCodec codec = new EventCodec();
  private final MessageOut out = new MessageOut();
  private JournalFrameEncoder.EventsEncoder events;
  private int count;

  public JournalFrameWriter() {
    frame.wrapAndApplyHeader(buffer, 0, out.header());
    events = frame.eventsCount(0);
  }

  /** Begins a frame. */
  public void begin(long firstSequence, long sourceId, long correlationId) {
    frame.wrapAndApplyHeader(buffer, 0, out.header());
    frame
        .firstSequence(firstSequence)
        .sourceId(sourceId)
        .correlationId(correlationId)
        .last(BooleanCode.NO);
    events = frame.eventsCount(MAX_EVENTS);
    count = 0;
  }

  /**
   * Adds the next event.
   *
   * @throws CodecException if a text of it is too long or no well-formed Unicode
   */
  public void add(long timeNanos, Event event) {
    events.next().timeNanos(timeNanos);
    final int lengthAt = frame.limit();
    final int length = codec.encode(event, buffer, lengthAt + Integer.BYTES);
    buffer.putInt(lengthAt, length, ByteOrder.LITTLE_ENDIAN);
    frame.limit(lengthAt + Integer.BYTES + length);
    count++;
  }

  /** How many events are in the frame. */
  public int count() {
    return count;
  }

  /** How many bytes the frame has so far. */
  public int length() {
    return frame.limit();
  }

  /** Whether no further event may be added. */
  public boolean isFull() {
    return count == MAX_EVENTS;
  }

  /**
   * Ends the frame and returns its bytes, {@link #length} of them from 0 on, valid until the next.
   *
   * @param last whether the command has no further events
   */
  public DirectBuffer end(boolean last) {
    frame.last(Flags.code(last));
    events.resetCountToIndex();
    return buffer;
  }
}
