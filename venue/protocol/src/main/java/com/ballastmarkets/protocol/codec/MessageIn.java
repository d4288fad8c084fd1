package com.ballastmarkets.protocol.codec;

import com.ballastmarkets.protocol.sbe.MessageHeaderDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.function.Function;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** The bytes of one message while it is read; nothing outside them can be touched. */
final class MessageIn {
  private final UnsafeBuffer buffer = new UnsafeBuffer(0, 0);
  private final MessageHeaderDecoder header = new MessageHeaderDecoder();
  private int length;
  private int end;
  private byte[] text = new byte[256];

  /**
   * Reads the message that takes exactly these bytes.
   *
   * @throws CodecException if they are none
   */
  <T> T read(DirectBuffer source, int offset, int length, Function<MessageIn, T> body) {
    try {
      buffer.wrap(source, offset, length);
      this.length = length;
      checkHeader();
      end = -1;
      final T message = body.apply(this);
      if (end != length) {
        throw new CodecException(
            "template " + templateId() + " ends at byte " + end + " of " + length);
      }
      return message;
    } catch (CodecException e) {
      throw e;
    } catch (IndexOutOfBoundsException e) {
      throw new CodecException("a message is cut short after " + length + " bytes", e);
    } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
      throw new CodecException("template " + templateId() + " is garbled: " + e.getMessage(), e);
    }
  }

  private void checkHeader() {
    if (length < MessageHeaderDecoder.ENCODED_LENGTH) {
      throw new CodecException("a message of " + length + " bytes has no header");
    }
    header.wrap(buffer, 0);
    if (header.schemaId() != MessageHeaderDecoder.SCHEMA_ID) {
      throw new CodecException(
          "schema " + header.schemaId() + ", not " + MessageHeaderDecoder.SCHEMA_ID);
    }
    if (header.version() < 1 || header.version() > MessageHeaderDecoder.SCHEMA_VERSION) {
      throw new CodecException(
          "written by version %d of the schema; this program reads 1 to %d"
              .formatted(header.version(), MessageHeaderDecoder.SCHEMA_VERSION));
    }
  }

  DirectBuffer buffer() {
    return buffer;
  }

  /** Where the block begins, after the header. */
  int body() {
    return MessageHeaderDecoder.ENCODED_LENGTH;
  }

  /** The block's length, which in this version must be what the schema says. */
  int blockLength(int expected) {
    if (header.blockLength() != expected) {
      throw new CodecException(
          "template %d has a block of %d bytes, not %d"
              .formatted(templateId(), header.blockLength(), expected));
    }
    return expected;
  }

  int version() {
    return header.version();
  }

  int templateId() {
    return header.templateId();
  }

  /** The body's reader says where the message ended. */
  void end(int limit) {
    end = limit;
  }

  /** The generated method that copies a text's bytes. */
  interface TextGetter {
    int get(byte[] destination, int offset, int length);
  }

  /** A text of the given length, which must be well-formed UTF-8. */
  String text(int bytes, TextGetter getter) {
    if (bytes > length) {
      throw new CodecException("a text of " + bytes + " bytes in a message of " + length);
    }
    if (text.length < bytes) {
      text = new byte[bytes];
    }
    getter.get(text, 0, bytes);
    for (int i = 0; i < bytes; i++) {
      if (text[i] < 0) {
        return unicode(bytes);
      }
    }
    return new String(text, 0, bytes, StandardCharsets.US_ASCII);
  }

  private String unicode(int bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text, 0, bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new CodecException("a text is no well-formed UTF-8", e);
    }
  }
}
