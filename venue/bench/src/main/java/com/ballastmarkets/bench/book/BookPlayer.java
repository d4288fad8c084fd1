package com.ballastmarkets.bench.book;

/** A book that plays a workload, from empty, and reports on it. */
interface BookPlayer {
  /** Makes one with an empty book that reports to the tape. */
  @FunctionalInterface
  interface Maker {
    BookPlayer on(ReportTape tape);
  }

  /** Plays all messages in their order. */
  void play(Workload workload);
}
