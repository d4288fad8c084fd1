package com.ballastmarkets.bench.book;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The benchmark's hash of all reports: one a line, sorted stably by sequence and type, joined by
 * line feeds, SHA-256 of the bytes, in lower-case hex.
 */
final class ReportHash implements ReportTape.Reader {
  private byte[] text = new byte[1 << 20];
  private int[] starts = new int[1 << 16];
  private long[] keys = new long[1 << 16];
  private int used;
  private int count;

  @Override
  public void onReport(int type, long sequence, long[] words, int firstField, int fields) {
    if (count == keys.length) {
      keys = Arrays.copyOf(keys, count * 2);
      starts = Arrays.copyOf(starts, count * 2);
    }
    keys[count] = sequence << 3 | type;
    starts[count++] = used;
    append(type);
    append(sequence);
    for (int i = 0; i < fields; i++) {
      append(words[firstField + i]);
    }
    used--; // The comma behind the last field.
  }

  private void append(long number) {
    final byte[] digits = Long.toString(number).getBytes(StandardCharsets.US_ASCII);
    if (used + digits.length + 1 > text.length) {
      text = Arrays.copyOf(text, Math.multiplyExact(text.length, 2));
    }
    System.arraycopy(digits, 0, text, used, digits.length);
    used += digits.length;
    text[used++] = ',';
  }

  /** The hash of what came so far. */
  String hex() {
    final MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
    boolean first = true;
    for (final int line : inOrder()) {
      if (!first) {
        digest.update((byte) '\n');
      }
      first = false;
      final int end = line + 1 == count ? used : starts[line + 1];
      digest.update(text, starts[line], end - starts[line]);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The lines, sorted; they are nearly in order already, which the stable sort makes use of. */
  private int[] inOrder() {
    final Integer[] lines = new Integer[count];
    Arrays.setAll(lines, i -> i);
    Arrays.sort(lines, (a, b) -> Long.compareUnsigned(keys[a], keys[b]));
    return Arrays.stream(lines).mapToInt(Integer::intValue).toArray();
  }
}
