package com.ballastmarkets.node.host;

import com.ballastmarkets.domain.event.Event;

/** Takes the numbered events of one command after another. */
public interface EventRecorder {
  /**
   * A command is about to be applied.
   *
   * @param firstSequence what its first event will have
   * @param sourceId the port that sent it, 0 for the venue itself
   * @param correlationId what the port called it, 0 for the venue itself
   */
  void begin(long firstSequence, long sourceId, long correlationId);

  /** The next event; its sequence is one more than the last one's. */
  void event(long timeNanos, Event event);

  /** The command has no further events. */
  void end();
}
