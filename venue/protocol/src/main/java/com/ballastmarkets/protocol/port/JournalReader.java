package com.ballastmarkets.protocol.port;

/** Reads the journal in order, on one thread of the port's. A slow reader lags; it stops nobody. */
@FunctionalInterface
public interface JournalReader {
  /** The next entry; its sequence is one more than the last one's. */
  void onEntry(JournalEntry entry);

  /**
   * No further entry is at hand right now: a good moment to flush what was gathered.
   *
   * @param lastSequence of the last entry given to {@link #onEntry}
   */
  default void onIdle(long lastSequence) {}
}
