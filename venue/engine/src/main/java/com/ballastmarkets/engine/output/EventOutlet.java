package com.ballastmarkets.engine.output;

import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.event.EventSink;
import com.ballastmarkets.domain.event.RejectReason;

/** Where every part of the engine sends its events, in order; stamped with the step's time. */
public final class EventOutlet implements EventSink {
  private EventSink sink = (time, event) -> {};
  private long timeNanos;
  private long told;

  /** Events go to this sink from now on. */
  public void open(EventSink to) {
    sink = to;
    told = 0;
  }

  /** Events happen at this time from now on. */
  public void time(long nanos) {
    timeNanos = nanos;
  }

  public long timeNanos() {
    return timeNanos;
  }

  /** How many events there were since {@link #open}. */
  public long told() {
    return told;
  }

  public void tell(Event event) {
    accept(timeNanos, event);
  }

  /** Tells that a command was refused, for a reason that needs no figures. */
  public void reject(RejectReason reason) {
    tell(new Event.CommandRejected(reason, 0, 0));
  }

  /** Tells that there was nothing to do. */
  public void nothingToDo() {
    tell(new Event.NothingToDo());
  }

  @Override
  public void accept(long nanos, Event event) {
    told++;
    sink.accept(nanos, event);
  }
}
