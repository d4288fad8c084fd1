package com.ballastmarkets.engine.order;

import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.state.StateInput;
import com.ballastmarkets.domain.state.StateOutput;
import com.ballastmarkets.engine.output.VenueClock;

/** Remembers for 24 hours of venue time which mass quotes were taken, by the makers' ids. */
public final class QuoteRequestIds {
  private final ClientOrderIds ids;
  private final VenueClock clock;

  QuoteRequestIds(OrderRegistry registry, VenueClock clock) {
    this.ids = new ClientOrderIds(registry, "quote-request-ids");
    this.clock = clock;
  }

  /** Whether a mass quote came before. */
  public enum Seen {
    NEW,
    SAME_CONTENT,
    OTHER_CONTENT
  }

  public Seen find(int account, Command.MassQuote request) {
    if (request.requestId().isEmpty()) {
      return Seen.NEW;
    }
    return switch (ids.find(account, request.requestId(), Digest.of(request))) {
      case NOTHING -> Seen.NEW;
      case SAME_CONTENT -> Seen.SAME_CONTENT;
      case OTHER_CONTENT -> Seen.OTHER_CONTENT;
    };
  }

  /** Remembers a mass quote that is new. */
  public void remember(int account, Command.MassQuote request) {
    if (!request.requestId().isEmpty()) {
      ids.remember(account, request.requestId(), Digest.of(request), 0, clock.nowNanos());
    }
  }

  void forget(long nowNanos) {
    ids.forget(nowNanos);
  }

  void writeState(StateOutput output) {
    ids.writeState(output);
  }

  void readState(StateInput input) {
    ids.readState(input);
  }
}
