package com.ballastmarkets.fix.viewer;

import com.ballastmarkets.fix.viewer.LoggedMessage.Field;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Finds FIX messages in the bytes of a file: {@code 8=FIX…} to field 10. Fields may be separated by
 * 0x01, {@code |}, {@code ^A} or {@code <SOH>}, so it reads the gateway's session log, QuickFIX's
 * logs, and transcripts.
 */
public final class MessageScanner {
  private static final byte[] BEGIN = "8=FIX".getBytes(StandardCharsets.ISO_8859_1);
  private static final List<String> SEPARATORS = List.of("\u0001", "|", "^A", "<SOH>");
  private static final int CHECK_SUM = 10;
  private static final int MAX_BEFORE = 120;

  /** Fields whose value may hold any bytes, by the field before them that tells their length. */
  private static final Map<Integer, Integer> DATA_AFTER_LENGTH =
      Map.ofEntries(
          Map.entry(90, 91),
          Map.entry(93, 89),
          Map.entry(95, 96),
          Map.entry(212, 213),
          Map.entry(348, 349),
          Map.entry(350, 351),
          Map.entry(352, 353),
          Map.entry(354, 355),
          Map.entry(356, 357),
          Map.entry(358, 359),
          Map.entry(445, 446),
          Map.entry(1401, 1402));

  private final byte[] bytes;
  private int position;

  private MessageScanner(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Hands each message of a file to the reader, in order. */
  public static void scan(byte[] file, Consumer<LoggedMessage> reader) {
    final MessageScanner scanner = new MessageScanner(file);
    while (scanner.findBegin()) {
      final int begin = scanner.position;
      final String before = scanner.before(begin);
      final List<Field> fields = scanner.message();
      if (fields.isEmpty()) {
        scanner.position = begin + BEGIN.length;
      } else {
        reader.accept(new LoggedMessage(before, fields));
      }
    }
  }

  private boolean findBegin() {
    for (; position + BEGIN.length <= bytes.length; position++) {
      if (startsWith(BEGIN, position) && (position == 0 || !isDigit(bytes[position - 1]))) {
        return true;
      }
    }
    return false;
  }

  /** The printable characters between the line's begin and the message. */
  private String before(int begin) {
    int from = begin;
    while (from > 0 && begin - from < MAX_BEFORE && isPrintable(bytes[from - 1])) {
      from--;
    }
    final boolean binary = from > 0 && bytes[from - 1] != '\n' && bytes[from - 1] != '\r';
    return binary ? "" : new String(bytes, from, begin - from, StandardCharsets.ISO_8859_1).strip();
  }

  /** The message's fields; none if it does not end as a message does. */
  private List<Field> message() {
    final String separator = separator();
    if (separator.isEmpty()) {
      return List.of();
    }
    final List<Field> fields = new ArrayList<>();
    int dataLength = -1;
    int dataTag = 0;
    while (position < bytes.length) {
      final int tag = tag();
      if (tag < 0) {
        return List.of();
      }
      final int length = tag == dataTag ? dataLength : -1;
      final String value = value(separator, length);
      fields.add(new Field(tag, value));
      if (tag == CHECK_SUM) {
        return fields;
      }
      dataTag = DATA_AFTER_LENGTH.getOrDefault(tag, 0);
      dataLength = dataTag == 0 || !value.matches("\\d{1,6}") ? -1 : Integer.parseInt(value);
    }
    return List.of();
  }

  private String separator() {
    int end = position + 2;
    while (end < bytes.length && (Character.isLetterOrDigit(bytes[end]) || bytes[end] == '.')) {
      end++;
    }
    for (final String candidate : SEPARATORS) {
      if (startsWith(candidate.getBytes(StandardCharsets.ISO_8859_1), end)) {
        return candidate;
      }
    }
    return "";
  }

  private int tag() {
    int tag = 0;
    int digits = 0;
    while (position < bytes.length && isDigit(bytes[position]) && digits < 6) {
      tag = tag * 10 + bytes[position] - '0';
      digits++;
      position++;
    }
    if (digits == 0 || position >= bytes.length || bytes[position] != '=') {
      return -1;
    }
    position++;
    return tag;
  }

  /**
   * The value up to the separator, which is passed; the last one may end with its line.
   *
   * @param length of a data field; −1 if the separator ends it
   */
  private String value(String separator, int length) {
    final byte[] mark = separator.getBytes(StandardCharsets.ISO_8859_1);
    final int begin = position;
    int end = begin;
    if (length >= 0 && begin + length < bytes.length && startsWith(mark, begin + length)) {
      end = begin + length;
    } else {
      while (end < bytes.length
          && !startsWith(mark, end)
          && bytes[end] != '\n'
          && bytes[end] != '\r'
          && bytes[end] != 0) {
        end++;
      }
    }
    position = startsWith(mark, end) ? end + mark.length : end;
    return new String(bytes, begin, end - begin, StandardCharsets.ISO_8859_1);
  }

  private boolean startsWith(byte[] wanted, int at) {
    if (at + wanted.length > bytes.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if (bytes[at + i] != wanted[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(byte octet) {
    return octet >= '0' && octet <= '9';
  }

  private static boolean isPrintable(byte octet) {
    return octet >= ' ' && octet < 127;
  }
}
