package com.ballastmarkets.bench.book;

import org.jspecify.annotations.Nullable;

/**
 * Where a book writes its reports, six longs each, as into the buffer of a hand-off. A full tape is
 * given to its reader; without one it begins again from the start. The cost of writing a report is
 * measured with the book, what is done with it is not.
 */
final class ReportTape {
  static final int ACCEPTED = 0;
  static final int TRADED = 1;
  static final int CANCELED = 2;
  static final int MODIFIED = 3;
  static final int CANCEL_REFUSED = 4;
  static final int MODIFY_REFUSED = 5;

  /** Longs a report: type, sequence and up to four fields in the order of the report's text. */
  static final int WORDS = 6;

  private static final int REPORTS = 1_024;

  /** How many fields follow type and sequence, by type. */
  private static final int[] FIELDS = {4, 4, 3, 4, 1, 1};

  private final long[] words = new long[REPORTS * WORDS];
  private final @Nullable Reader reader;
  private int used;
  private long count;

  /** Takes full tapes. */
  interface Reader {
    void onReport(int type, long sequence, long[] words, int firstField, int fields);
  }

  ReportTape(@Nullable Reader reader) {
    this.reader = reader;
  }

  void accepted(long sequence, int side, long id, long price, long lots) {
    add(ACCEPTED, sequence, side, id, price, lots);
  }

  void traded(long sequence, long price, long lots, long maker, long taker) {
    add(TRADED, sequence, price, lots, maker, taker);
  }

  void canceled(long sequence, int side, long id, long price) {
    add(CANCELED, sequence, side, id, price, 0);
  }

  void modified(long sequence, int side, long id, long price, long lots) {
    add(MODIFIED, sequence, side, id, price, lots);
  }

  void cancelRefused(long sequence, long id) {
    add(CANCEL_REFUSED, sequence, id, 0, 0, 0);
  }

  void modifyRefused(long sequence, long id) {
    add(MODIFY_REFUSED, sequence, id, 0, 0, 0);
  }

  private void add(int type, long sequence, long a, long b, long c, long d) {
    if (used == words.length) {
      flush();
    }
    final long[] to = words;
    final int at = used;
    to[at] = type;
    to[at + 1] = sequence;
    to[at + 2] = a;
    to[at + 3] = b;
    to[at + 4] = c;
    to[at + 5] = d;
    used = at + WORDS;
  }

  /** Gives the reader what it has not seen yet. */
  void flush() {
    count += used / WORDS;
    if (reader != null) {
      for (int at = 0; at < used; at += WORDS) {
        final int type = (int) words[at];
        reader.onReport(type, words[at + 1], words, at + 2, FIELDS[type]);
      }
    }
    used = 0;
  }

  /** How many reports there were. */
  long count() {
    return count + used / WORDS;
  }
}
