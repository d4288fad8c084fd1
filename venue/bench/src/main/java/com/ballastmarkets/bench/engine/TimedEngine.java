package com.ballastmarkets.bench.engine;

/** An engine with full books, about to play a stream's timed part once. */
interface TimedEngine {
  /** Plays it. */
  void play();

  /** All trades so far: whoever plays the same stream has the same. */
  long trades();
}
