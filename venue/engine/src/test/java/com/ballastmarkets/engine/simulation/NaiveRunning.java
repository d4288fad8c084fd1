package com.ballastmarkets.engine.simulation;

import java.util.Map;
import java.util.TreeMap;

/** One account's liquidation. */
final class NaiveRunning {
  final long id;
  final int account;
  final long began;
  long due;
  boolean hadTurn;

  /** Whether the fund took a position of it in the present turn. */
  boolean tookOver;

  /** When a market had its last slice. */
  final Map<Integer, Long> sliced = new TreeMap<>();

  /** When a market that was paused trades again; {@link NaiveLiquidations#NEVER} until then. */
  final Map<Integer, Long> reopened = new TreeMap<>();

  NaiveRunning(long id, int account, long began) {
    this.id = id;
    this.account = account;
    this.began = began;
  }
}
