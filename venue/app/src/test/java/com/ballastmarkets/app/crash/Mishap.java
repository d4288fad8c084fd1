package com.ballastmarkets.app.crash;

/** What befalls the venue in the middle of a burst. */
enum Mishap {
  /** The whole program is killed, with its node, its gateways and its ledger. */
  PROGRAM_KILLED,
  /** All FIX connections break; the program goes on. */
  WIRES_CUT
}
