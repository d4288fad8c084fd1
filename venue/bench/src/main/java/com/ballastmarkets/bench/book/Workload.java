package com.ballastmarkets.bench.book;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/**
 * Messages of the public matching benchmark, in memory: of each record its first four longs, as the
 * file has them.
 *
 * <p>The file, little-endian: 16 bytes of header (u64 magic, u32 version, u32 count), then 40 bytes
 * a message: u8 type, u8 side, u8 ioc, u8 pad, u32 quantity, u64 sequence, u64 order id, i64 price
 * in ticks, i64 reserved.
 */
final class Workload {
  static final int NEW = 0;
  static final int CANCEL = 1;
  static final int MODIFY = 2;

  private static final long MAGIC = 0x4D4542575F303031L; // "MEBW_001"
  private static final int VERSION = 1;
  private static final int HEADER_BYTES = 16;
  private static final int RECORD_BYTES = 40;
  private static final int WORDS = 4;

  private final String name;
  private long[] words;
  private int count;

  Workload(String name, int expected) {
    this.name = name;
    this.words = new long[Math.multiplyExact(Math.max(expected, 16), WORDS)];
  }

  /**
   * Reads a file, packed with gzip or not.
   *
   * @throws IOException if it cannot be read or is not of the format; the message says why
   */
  static Workload read(Path file) throws IOException {
    final byte[] bytes;
    try (InputStream in = open(file)) {
      bytes = in.readAllBytes();
    }
    if (bytes.length < HEADER_BYTES) {
      throw wrong(file, "it has %,d bytes, less than the header's 16".formatted(bytes.length));
    }
    final ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    if (buffer.getLong(0) != MAGIC) {
      throw wrong(file, "it does not begin with MEBW_001 as a little-endian number");
    }
    if (buffer.getInt(8) != VERSION) {
      throw wrong(file, "version %d, not 1".formatted(buffer.getInt(8)));
    }
    final long count = Integer.toUnsignedLong(buffer.getInt(12));
    if (HEADER_BYTES + count * RECORD_BYTES != bytes.length) {
      throw wrong(
          file,
          "its header says %,d messages, which take %,d bytes, but it has %,d"
              .formatted(count, HEADER_BYTES + count * RECORD_BYTES, bytes.length));
    }
    final Workload workload = new Workload(file.getFileName().toString(), (int) count);
    for (int i = 0; i < count; i++) {
      final int at = HEADER_BYTES + i * RECORD_BYTES;
      final int type = buffer.get(at);
      final int side = buffer.get(at + 1);
      if (type < NEW || type > MODIFY || side < 0 || side > 1) {
        throw wrong(file, "message %,d has type %d and side %d".formatted(i, type, side));
      }
      workload.add(
          buffer.getLong(at),
          buffer.getLong(at + 8),
          buffer.getLong(at + 16),
          buffer.getLong(at + 24));
    }
    return workload;
  }

  private static InputStream open(Path file) throws IOException {
    final InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    in.mark(2);
    final boolean packed = in.read() == 0x1f && in.read() == 0x8b;
    in.reset();
    return packed ? new GZIPInputStream(in, 1 << 16) : in;
  }

  private static IOException wrong(Path file, String why) {
    return new IOException(file + " is no workload of the public book benchmark: " + why);
  }

  /** Adds a message; its sequence is its place. */
  void add(int type, int side, boolean immediate, long id, long price, long lots) {
    final long head = type | (long) side << 8 | (immediate ? 1L << 16 : 0) | lots << 32;
    add(head, count, id, price);
  }

  private void add(long head, long sequence, long id, long price) {
    if ((count + 1) * WORDS > words.length) {
      words = Arrays.copyOf(words, words.length * 2);
    }
    final int at = count++ * WORDS;
    words[at] = head;
    words[at + 1] = sequence;
    words[at + 2] = id;
    words[at + 3] = price;
  }

  String name() {
    return name;
  }

  int count() {
    return count;
  }

  int type(int message) {
    return (int) words[message * WORDS] & 0xff;
  }

  /** 0 to buy, 1 to sell. */
  int side(int message) {
    return (int) (words[message * WORDS] >>> 8) & 0xff;
  }

  boolean immediate(int message) {
    return (words[message * WORDS] >>> 16 & 0xff) != 0;
  }

  long lots(int message) {
    return words[message * WORDS] >>> 32;
  }

  long sequence(int message) {
    return words[message * WORDS + 1];
  }

  long id(int message) {
    return words[message * WORDS + 2];
  }

  /** In ticks. */
  long price(int message) {
    return words[message * WORDS + 3];
  }
}
