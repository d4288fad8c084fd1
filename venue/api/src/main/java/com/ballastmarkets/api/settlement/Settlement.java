package com.ballastmarkets.api.settlement;

import com.ballastmarkets.domain.settlement.Ruling;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a market's settlement has come, as the journal tells it. Immutable.
 *
 * @param provisionalMicros the published value; null before
 * @param evidenceHash SHA-256 of the snapshot, empty before
 * @param leafIndex where the snapshot stands in the Merkle log
 * @param finalMicros the value that was paid; null before, and for a void market
 * @param finalAtNanos when it became final or void; 0 before
 */
public record Settlement(
    @Nullable Long provisionalMicros,
    String evidenceHash,
    long leafIndex,
    long publishedAtNanos,
    long disputeUntilNanos,
    @Nullable Long finalMicros,
    long finalAtNanos,
    boolean isVoid,
    List<Dispute> disputes) {

  /**
   * @param ruling null while it is open
   * @param valueMicros the new value, with {@link Ruling#AMEND}
   */
  public record Dispute(
      long disputeId,
      long accountId,
      String evidenceHash,
      long openedAtNanos,
      @Nullable Ruling ruling,
      long valueMicros,
      @Nullable String rulingHash,
      long ruledAtNanos) {}

  public Settlement {
    disputes = List.copyOf(disputes);
  }

  public static Settlement none() {
    return new Settlement(null, "", 0, 0, 0, null, 0, false, List.of());
  }

  /** Whether there is anything to show. */
  public boolean isPublished() {
    return provisionalMicros != null || finalMicros != null || isVoid;
  }

  public Settlement published(
      long valueMicros, String hash, long leaf, long timeNanos, long untilNanos) {
    return new Settlement(valueMicros, hash, leaf, timeNanos, untilNanos, null, 0, false, disputes);
  }

  public Settlement settled(long valueMicros, long timeNanos) {
    return new Settlement(
        provisionalMicros,
        evidenceHash,
        leafIndex,
        publishedAtNanos,
        disputeUntilNanos,
        valueMicros,
        timeNanos,
        false,
        disputes);
  }

  public Settlement voided(long timeNanos) {
    return new Settlement(
        provisionalMicros,
        evidenceHash,
        leafIndex,
        publishedAtNanos,
        disputeUntilNanos,
        null,
        timeNanos,
        true,
        disputes);
  }

  public Settlement disputed(long disputeId, long accountId, String hash, long timeNanos) {
    final List<Dispute> more = new ArrayList<>(disputes);
    more.add(new Dispute(disputeId, accountId, hash, timeNanos, null, 0, null, 0));
    return with(more);
  }

  public Settlement ruled(
      long disputeId, Ruling ruling, long valueMicros, String hash, long timeNanos) {
    final List<Dispute> now = new ArrayList<>();
    for (Dispute dispute : disputes) {
      now.add(
          dispute.disputeId() != disputeId
              ? dispute
              : new Dispute(
                  disputeId,
                  dispute.accountId(),
                  dispute.evidenceHash(),
                  dispute.openedAtNanos(),
                  ruling,
                  valueMicros,
                  hash,
                  timeNanos));
    }
    return with(now);
  }

  private Settlement with(List<Dispute> now) {
    return new Settlement(
        provisionalMicros,
        evidenceHash,
        leafIndex,
        publishedAtNanos,
        disputeUntilNanos,
        finalMicros,
        finalAtNanos,
        isVoid,
        now);
  }
}
