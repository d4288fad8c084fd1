package com.ballastmarkets.protocol.codec;

import com.ballastmarkets.protocol.sbe.MessageHeaderEncoder;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Where a message is being written, and how its texts are. */
final class MessageOut {
  /** The longest text in bytes: the largest uint16 stands for null. */
  static final int MAX_TEXT = 65_534;

  private final MessageHeaderEncoder header = new MessageHeaderEncoder();
  private MutableDirectBuffer buffer = new UnsafeBuffer(new byte[0]);
  private int offset;
  private byte[] text = new byte[256];

  void wrap(MutableDirectBuffer buffer, int offset) {
    this.buffer = buffer;
    this.offset = offset;
  }

  MutableDirectBuffer buffer() {
    return buffer;
  }

  /** Where the message's header begins. */
  int offset() {
    return offset;
  }

  MessageHeaderEncoder header() {
    return header;
  }

  /** The generated method that puts a text's bytes. */
  interface TextPutter {
    Object put(byte[] bytes, int offset, int length);
  }

  /** Writes a text as UTF-8; one that is no well-formed Unicode could not be read back. */
  void text(String value, String field, TextPutter putter) {
    final int length = value.length();
    if (length > MAX_TEXT) {
      throw tooLong(field);
    }
    if (text.length < length) {
      text = new byte[length];
    }
    for (int i = 0; i < length; i++) {
      final char c = value.charAt(i);
      if (c >= 0x80) {
        unicode(value, field, putter);
        return;
      }
      text[i] = (byte) c;
    }
    putter.put(text, 0, length);
  }

  private static void unicode(String value, String field, TextPutter putter) {
    final ByteBuffer bytes;
    try {
      bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(value));
    } catch (CharacterCodingException e) {
      throw new CodecException(field + " is no well-formed Unicode text", e);
    }
    if (bytes.remaining() > MAX_TEXT) {
      throw tooLong(field);
    }
    putter.put(bytes.array(), bytes.arrayOffset(), bytes.remaining());
  }

  private static CodecException tooLong(String field) {
    return new CodecException(field + " is longer than " + MAX_TEXT + " bytes");
  }
}
