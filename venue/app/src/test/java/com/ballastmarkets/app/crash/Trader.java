package com.ballastmarkets.app.crash;

import com.ballastmarkets.app.ChildVenue;

/** A client that trades until the venue is gone, and finds out afterwards what became of it all. */
interface Trader {
  /** Which account of sandbox.json it trades for. */
  int account();

  Told told();

  /** Connects to a venue that is up, and clears up what was left open when the last one went. */
  void connect(ChildVenue venue) throws Exception;

  /** Trades until {@link #stop}, or until the venue does not answer. */
  void trade();

  /** Lets {@link #trade} end. */
  void stop();

  /** Hangs up. */
  void disconnect();
}
