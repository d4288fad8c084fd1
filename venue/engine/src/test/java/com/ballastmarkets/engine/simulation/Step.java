package com.ballastmarkets.engine.simulation;

import com.ballastmarkets.domain.command.Command;

/** What happens next in a simulation: a command, or something to the node that runs the engine. */
sealed interface Step {
  /** A command at a sequencer's time. */
  record Apply(Command command, long time) implements Step {}

  /** The state is written; the log before it is trimmed. */
  record Snapshot() implements Step {}

  /** The engine is gone, and comes back from its snapshot and the log since. */
  record Crash() implements Step {}

  /** As a crash, with a second snapshot and restore on the way, so far into the log. */
  record CrashTwice(int perMille) implements Step {}
}
