package com.ballastmarkets.engine;

import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.event.EventSink;
import com.ballastmarkets.domain.state.StateInput;
import com.ballastmarkets.domain.state.StateOutput;

/**
 * The venue as one deterministic machine: the same commands at the same times give the same events
 * and the same state on any machine. It reads no clock and does no I/O; one thread uses it.
 */
public final class Exchange {

  /** An exchange on its first day: the system accounts, no markets. */
  public Exchange() {}

  /**
   * Lets everything happen that is due by {@code timestampNanos}, then applies the command.
   *
   * @param timestampNanos the sequencer's time; the venue's time is this plus what {@link
   *     Command.AdvanceClock} has added, and never goes back
   */
  public void apply(Command command, long timestampNanos, EventSink sink) {
    throw new UnsupportedOperationException("not there yet");
  }

  /** The venue's time as of the last command. */
  public long venueTimeNanos() {
    throw new UnsupportedOperationException("not there yet");
  }

  /**
   * The sequencer time at which the next timer is due, {@link Long#MAX_VALUE} if none: the host
   * sends a {@link Command.Tick} then.
   */
  public long nextDueNanos() {
    throw new UnsupportedOperationException("not there yet");
  }

  /** Writes the whole state. What {@link #readState} makes of it behaves as this one does. */
  public void writeState(StateOutput output) {
    throw new UnsupportedOperationException("not there yet");
  }

  public static Exchange readState(StateInput input) {
    throw new UnsupportedOperationException("not there yet");
  }
}
