package com.ballastmarkets.protocol.snapshot;

import com.ballastmarkets.domain.state.StateOutput;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.agrona.DirectBuffer;
import org.agrona.ExpandableArrayBuffer;

/** Gathers a state in memory. */
public final class StateWriter implements StateOutput {
  static final byte SECTION = '#';
  static final byte LONG = 'L';
  static final byte INT = 'I';
  static final byte TEXT = 'S';

  private final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(1 << 16);
  private int length;

  @Override
  public void section(String name, int version) {
    tag(SECTION);
    text(name);
    rawInt(version);
  }

  @Override
  public void putLong(long value) {
    tag(LONG);
    buffer.putLong(length, value, ByteOrder.LITTLE_ENDIAN);
    length += Long.BYTES;
  }

  @Override
  public void putInt(int value) {
    tag(INT);
    rawInt(value);
  }

  @Override
  public void putString(String value) {
    tag(TEXT);
    text(value);
  }

  private void tag(byte tag) {
    buffer.putByte(length++, tag);
  }

  private void rawInt(int value) {
    buffer.putInt(length, value, ByteOrder.LITTLE_ENDIAN);
    length += Integer.BYTES;
  }

  private void text(String value) {
    final byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    rawInt(bytes.length);
    buffer.putBytes(length, bytes);
    length += bytes.length;
  }

  /** The bytes so far, {@link #length} of them from 0 on. */
  public DirectBuffer buffer() {
    return buffer;
  }

  public int length() {
    return length;
  }

  /** Reads what has been written so far, from its beginning. */
  public StateReader reader() {
    return new StateReader(buffer, length);
  }

  /** The SHA-256 of the bytes: two engines in the same state have the same. */
  public byte[] sha256() {
    try {
      final MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(buffer.byteArray(), 0, length);
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
