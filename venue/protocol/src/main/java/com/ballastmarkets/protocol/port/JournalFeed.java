package com.ballastmarkets.protocol.port;

/** A running subscription to the journal. */
public interface JournalFeed extends AutoCloseable {
  /** The sequence of the last entry that the reader has taken. */
  long position();

  /** Whether the reader threw: it gets no further entries, and the venue's health says so. */
  boolean isFailed();

  @Override
  void close();
}
