package com.ballastmarkets.engine.liquidation;

import com.ballastmarkets.clearing.liquidation.Liquidation;

/** One account's liquidation while it lasts. */
final class Running {
  final long id;
  final Liquidation ladder;

  /** When its next turn is, {@link Long#MAX_VALUE} while all its markets are paused. */
  long dueNanos;

  /** Whether it had its first turn, in which every order is cancelled. */
  boolean begun;

  Running(long id, Liquidation ladder) {
    this.id = id;
    this.ladder = ladder;
  }
}
