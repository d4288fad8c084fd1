package com.ballastmarkets.domain.event;

/** Takes the events of a command, in order. */
@FunctionalInterface
public interface EventSink {
  /**
   * @param timeNanos the venue's time at which it happened: the command's, or the due time of a
   *     timer that was due before it
   */
  void accept(long timeNanos, Event event);
}
