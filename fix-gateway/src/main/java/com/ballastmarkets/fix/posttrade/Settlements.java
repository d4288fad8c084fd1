package com.ballastmarkets.fix.posttrade;

import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.settlement.Ruling;
import com.ballastmarkets.protocol.port.JournalEntry;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The settlements of all markets as the journal tells them, on the lane. */
final class Settlements {
  /** What {@code UMS} says of a settlement (FIX 20001). */
  enum State {
    PROVISIONAL(1),
    DISPUTED(2),
    AMENDED(3),
    FINAL(4),
    VOID(5);

    private final int code;

    State(int code) {
      this.code = code;
    }

    int code() {
      return code;
    }
  }

  /**
   * @param valueMicros the value now; 0 in a void market
   * @param evidenceHash of the snapshot, the dispute or the ruling that made it so; may be empty
   * @param leafIndex of the snapshot in the Merkle log; −1 if there is none
   * @param disputeUntilNanos 0 if there is no deadline
   * @param note why, where the state alone does not say it; may be empty
   */
  record Settlement(
      int marketId,
      State state,
      long valueMicros,
      String evidenceHash,
      long leafIndex,
      long disputeUntilNanos,
      String note) {

    Settlement with(State next, long value, String hash, String why) {
      return new Settlement(marketId, next, value, hash, leafIndex, disputeUntilNanos, why);
    }
  }

  private final Map<Integer, Settlement> settlements = new HashMap<>();

  /** The settlement as it stands after an event that moved it; null if it did not. */
  @Nullable Settlement onEntry(JournalEntry entry) {
    final Settlement next = next(entry.event());
    if (next != null) {
      settlements.put(next.marketId(), next);
    }
    return next;
  }

  private @Nullable Settlement next(Event event) {
    return switch (event) {
      case Event.ProvisionalPublished published ->
          new Settlement(
              published.marketId(),
              State.PROVISIONAL,
              published.valueMicros(),
              published.evidenceHash(),
              published.leafIndex(),
              published.disputeUntilNanos(),
              "");
      case Event.DisputeOpened opened -> {
        final Settlement now = of(opened.marketId());
        yield now.with(State.DISPUTED, now.valueMicros(), opened.evidenceHash(), "");
      }
      case Event.DisputeRuled ruled -> ruled(ruled);
      case Event.MarketSettled settled -> {
        final Settlement now = of(settled.marketId());
        yield now.with(State.FINAL, settled.valueMicros(), now.evidenceHash(), "");
      }
      case Event.MarketVoided voided -> {
        final Settlement now = of(voided.marketId());
        yield now.with(State.VOID, 0, now.evidenceHash(), "");
      }
      default -> null;
    };
  }

  private @Nullable Settlement ruled(Event.DisputeRuled ruled) {
    final Settlement now = of(ruled.marketId());
    return switch (ruled.ruling()) {
      case UPHOLD ->
          now.with(
              State.PROVISIONAL, now.valueMicros(), ruled.evidenceHash(), Ruling.UPHOLD.name());
      case AMEND ->
          now.with(State.AMENDED, ruled.valueMicros(), ruled.evidenceHash(), Ruling.AMEND.name());
      case VOID -> null; // the market is voided in the same command, and that is told
    };
  }

  private Settlement of(int marketId) {
    return settlements.getOrDefault(
        marketId, new Settlement(marketId, State.PROVISIONAL, 0, "", -1, 0, ""));
  }
}
