package com.ballastmarkets.engine.simulation;

import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.event.RejectReason;

/** Time travel. */
final class NaiveClock {
  private static final long END_OF_CALENDAR = 4_000_000_000_000_000_000L;
  private static final int SYSTEM_ACCOUNTS = 5;

  private final NaiveExchange exchange;
  private long offset;

  NaiveClock(NaiveExchange exchange) {
    this.exchange = exchange;
  }

  /** The venue's time at a sequencer's. */
  long at(long timestamp) {
    return Math.max(exchange.now, timestamp + offset);
  }

  void advance(long to) {
    final long from = exchange.now;
    if (to < from) {
      exchange.reject(RejectReason.CLOCK_MOVES_BACK);
    } else if (to > END_OF_CALENDAR) {
      exchange.reject(RejectReason.INVALID_STATE);
    } else if (to == from) {
      exchange.tell(new Event.NothingToDo());
    } else {
      exchange.end();
      exchange.phases.letDueHappen(to);
      travel(from, to);
    }
  }

  void start(long at) {
    if (!exchange.markets.isEmpty()
        || exchange.clearing.accountCount() > SYSTEM_ACCOUNTS
        || at < 0
        || at > END_OF_CALENDAR) {
      exchange.reject(RejectReason.INVALID_STATE);
    } else {
      final long from = exchange.now;
      exchange.end();
      travel(from, at);
    }
  }

  private void travel(long from, long to) {
    offset += to - from;
    exchange.now = to;
    exchange.begin();
    exchange.tell(new Event.ClockAdvanced(from, to));
  }
}
