package com.ballastmarkets.api.fund;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Movements of the money that stands behind defaults: asked for by one member of staff, approved by
 * others. Refusals come as {@link com.ballastmarkets.api.error.ApiException}.
 */
public interface FundDesk {
  /** What moves. */
  enum Kind {
    /** From an account into the default fund, for its firm. */
    CONTRIBUTION,
    /** Back from the default fund to an account. */
    RETURN,
    /** From the house into its tranche. */
    TRANCHE
  }

  /**
   * @param accountId 0 for the house's tranche
   * @param state one of {@code requested}, {@code approved}, {@code done}, {@code refused} or
   *     {@code rejected}
   */
  record Movement(
      String reference,
      Kind kind,
      long accountId,
      long amountMicros,
      String state,
      String requestedBy,
      int approvalsRequired,
      List<String> approvals,
      @Nullable String reason,
      String requestedAt) {
    public Movement {
      approvals = List.copyOf(approvals);
    }
  }

  /**
   * Enters a movement; the same key gives the same one.
   *
   * @param accountId 0 for the house's tranche
   */
  Movement request(
      Kind kind, long accountId, long amountMicros, String staff, @Nullable String idempotencyKey);

  /** The last approval that is needed has the engine do it, and waits until it is done. */
  Movement approve(String reference, String staff);

  Movement reject(String reference, String staff, String reason);

  Optional<Movement> movement(String reference);

  /**
   * Newest first.
   *
   * @param state null for all states
   */
  List<Movement> movements(@Nullable String state);
}
