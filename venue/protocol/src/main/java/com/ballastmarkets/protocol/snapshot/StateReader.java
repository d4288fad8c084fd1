package com.ballastmarkets.protocol.snapshot;

import com.ballastmarkets.domain.state.StateInput;
import com.ballastmarkets.protocol.codec.CodecException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.agrona.DirectBuffer;

/** Reads a state that a {@link StateWriter} wrote; anything else is a {@link CodecException}. */
public final class StateReader implements StateInput {
  private final DirectBuffer buffer;
  private final int length;
  private int position;

  public StateReader(DirectBuffer buffer, int length) {
    this.buffer = buffer;
    this.length = length;
  }

  @Override
  public int section(String name) {
    expect(StateWriter.SECTION, "section " + name);
    final String found = text();
    if (!found.equals(name)) {
      throw new IllegalStateException("the section " + found + " stands where " + name + " should");
    }
    return rawInt();
  }

  @Override
  public long getLong() {
    expect(StateWriter.LONG, "long");
    need(Long.BYTES);
    final long value = buffer.getLong(position, ByteOrder.LITTLE_ENDIAN);
    position += Long.BYTES;
    return value;
  }

  @Override
  public int getInt() {
    expect(StateWriter.INT, "int");
    return rawInt();
  }

  @Override
  public String getString() {
    expect(StateWriter.TEXT, "text");
    return text();
  }

  /** Checks that everything has been read. */
  public void end() {
    if (position != length) {
      throw new CodecException("the state has " + (length - position) + " bytes too many");
    }
  }

  private void expect(byte tag, String what) {
    need(1);
    if (buffer.getByte(position) != tag) {
      throw new CodecException("no " + what + " stands at byte " + position + " of the state");
    }
    position++;
  }

  private int rawInt() {
    need(Integer.BYTES);
    final int value = buffer.getInt(position, ByteOrder.LITTLE_ENDIAN);
    position += Integer.BYTES;
    return value;
  }

  private String text() {
    final int bytes = rawInt();
    need(bytes);
    final byte[] text = new byte[bytes];
    buffer.getBytes(position, text);
    position += bytes;
    return new String(text, StandardCharsets.UTF_8);
  }

  private void need(int bytes) {
    if (bytes < 0 || bytes > length - position) {
      throw new CodecException("the state is cut short at byte " + length);
    }
  }
}
