package com.ballastmarkets.node.host;

import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.event.EventSink;
import com.ballastmarkets.domain.state.StateOutput;
import com.ballastmarkets.engine.Exchange;

/**
 * The deterministic machine that a host runs: an {@link Exchange}, or a smaller one in tests and
 * benchmarks. One thread uses it.
 */
public interface HostedEngine {
  /**
   * Applies a command; at least one event answers it.
   *
   * @param timestampNanos the sequencer's time
   */
  void apply(Command command, long timestampNanos, EventSink sink);

  /** The venue's time as of the last command. */
  long venueTimeNanos();

  /** The sequencer time of the next timer, {@link Long#MAX_VALUE} if none. */
  long nextDueNanos();

  /** Writes the whole state. */
  void writeState(StateOutput output);

  /** The exchange as a host sees it. */
  static HostedEngine of(Exchange exchange) {
    return new HostedEngine() {
      @Override
      public void apply(Command command, long timestampNanos, EventSink sink) {
        exchange.apply(command, timestampNanos, sink);
      }

      @Override
      public long venueTimeNanos() {
        return exchange.venueTimeNanos();
      }

      @Override
      public long nextDueNanos() {
        return exchange.nextDueNanos();
      }

      @Override
      public void writeState(StateOutput output) {
        exchange.writeState(output);
      }
    };
  }
}
