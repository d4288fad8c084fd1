package com.ballastmarkets.sql.copy;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows for one table, gathered in COPY's text format and sent in one go. Columns are appended in
 * the order of the column list; {@link #end} ends a row. Sending keeps the rows, so that a failed
 * transaction can be tried again; {@link #clear} forgets them. One thread uses it.
 */
public final class CopyRows {
  private static final int SEND_BYTES = 64 * 1024;
  private static final long NANOS_PER_MICRO = 1_000;
  private static final long MICROS_PER_SECOND = 1_000_000;
  private static final long SECONDS_PER_DAY = 86_400;

  private final String copy;
  private byte[] bytes = new byte[8 * 1024];
  private int length;
  private int rows;
  private boolean rowStarted;

  private long secondShown = Long.MIN_VALUE;
  private byte[] secondText = new byte[0];

  /**
   * @param table qualified name
   * @param columns comma-separated, in the order in which they will be appended
   */
  public CopyRows(String table, String columns) {
    this.copy = "COPY " + table + " (" + columns + ") FROM STDIN";
  }

  public CopyRows number(long value) {
    separate();
    digits(value);
    return this;
  }

  public CopyRows number(@Nullable Long value) {
    return value == null ? none() : number(value.longValue());
  }

  public CopyRows flag(boolean value) {
    separate();
    put(value ? 't' : 'f');
    return this;
  }

  public CopyRows text(@Nullable String value) {
    if (value == null) {
      return none();
    }
    separate();
    reserve(value.length() * 2);
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c >= 0x80) {
        escape(value.substring(i));
        return this;
      }
      escape((byte) c);
    }
    return this;
  }

  /** A time in nanoseconds since 1970, cut to the microsecond; null for none. */
  public CopyRows time(@Nullable Long nanos) {
    return nanos == null ? none() : time(nanos.longValue());
  }

  /** A time in nanoseconds since 1970, cut to the microsecond. */
  public CopyRows time(long nanos) {
    separate();
    long micros = Math.floorDiv(nanos, NANOS_PER_MICRO);
    long second = Math.floorDiv(micros, MICROS_PER_SECOND);
    if (second != secondShown) {
      secondShown = second;
      secondText = secondText(second);
    }
    reserve(secondText.length + 16);
    System.arraycopy(secondText, 0, bytes, length, secondText.length);
    length += secondText.length;
    long fraction = Math.floorMod(micros, MICROS_PER_SECOND);
    put('.');
    for (long unit = MICROS_PER_SECOND / 10; unit > 0; unit /= 10) {
      put((char) ('0' + fraction / unit % 10));
    }
    put('+');
    put('0');
    put('0');
    return this;
  }

  public CopyRows date(long epochDay) {
    return text(java.time.LocalDate.ofEpochDay(epochDay).toString());
  }

  public CopyRows none() {
    separate();
    put('\\');
    put('N');
    return this;
  }

  public void end() {
    put('\n');
    rowStarted = false;
    rows++;
  }

  public int rows() {
    return rows;
  }

  public void clear() {
    length = 0;
    rows = 0;
    rowStarted = false;
  }

  /**
   * Sends the rows on a connection of the PostgreSQL driver, in its current transaction. Nothing is
   * sent if there are none.
   */
  public void send(Connection connection) throws SQLException {
    if (rows == 0) {
      return;
    }
    CopyIn open = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copy);
    try {
      for (int from = 0; from < length; from += SEND_BYTES) {
        open.writeToCopy(bytes, from, Math.min(SEND_BYTES, length - from));
      }
      open.endCopy();
    } finally {
      if (open.isActive()) {
        open.cancelCopy();
      }
    }
  }

  private static byte[] secondText(long second) {
    long day = Math.floorDiv(second, SECONDS_PER_DAY);
    long inDay = Math.floorMod(second, SECONDS_PER_DAY);
    String text =
        java.time.LocalDate.ofEpochDay(day)
            + " "
            + java.time.LocalTime.ofSecondOfDay(inDay)
                .format(java.time.format.DateTimeFormatter.ISO_LOCAL_TIME);
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private void escape(String rest) {
    byte[] utf8 = rest.getBytes(StandardCharsets.UTF_8);
    reserve(utf8.length * 2);
    for (byte b : utf8) {
      escape(b);
    }
  }

  private void escape(byte b) {
    switch (b) {
      case '\\' -> two('\\', '\\');
      case '\t' -> two('\\', 't');
      case '\n' -> two('\\', 'n');
      case '\r' -> two('\\', 'r');
      default -> {
        reserve(1);
        bytes[length++] = b;
      }
    }
  }

  private void two(char first, char second) {
    put(first);
    put(second);
  }

  private void digits(long value) {
    reserve(20);
    if (value < 0) {
      put('-');
      if (value == Long.MIN_VALUE) {
        put('9');
        digits(223_372_036_854_775_808L);
        return;
      }
      value = -value;
    }
    int start = length;
    do {
      bytes[length++] = (byte) ('0' + value % 10);
      value /= 10;
    } while (value != 0);
    for (int i = start, j = length - 1; i < j; i++, j--) {
      byte swap = bytes[i];
      bytes[i] = bytes[j];
      bytes[j] = swap;
    }
  }

  private void separate() {
    if (rowStarted) {
      put('\t');
    }
    rowStarted = true;
  }

  private void put(char ascii) {
    reserve(1);
    bytes[length++] = (byte) ascii;
  }

  private void reserve(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
  }
}
