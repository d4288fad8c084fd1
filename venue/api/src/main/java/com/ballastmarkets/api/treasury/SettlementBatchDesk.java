package com.ballastmarkets.api.treasury;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Settlement batches: approved withdrawals that leave together. Refusals come as {@link
 * com.ballastmarkets.api.error.ApiException} in words that staff may see.
 */
public interface SettlementBatchDesk {

  /**
   * @param state one of {@code created}, {@code approved}, {@code submitted}, {@code confirmed} or
   *     {@code failed}
   * @param createdBy a member of staff, or empty for the calendar
   * @param handedAt when the rail was known to have it, or null
   */
  record Batch(
      String reference,
      String state,
      String createdBy,
      long amountMicros,
      int approvalsRequired,
      List<String> approvals,
      @Nullable String reason,
      String createdAt,
      @Nullable String handedAt,
      List<Transfer> transfers) {
    public Batch {
      approvals = List.copyOf(approvals);
      transfers = List.copyOf(transfers);
    }
  }

  /**
   * @param reference the withdrawal's
   * @param state {@code pending}, {@code confirmed} or {@code failed}
   * @param booked whether the engine knows the result
   */
  record Transfer(
      String reference,
      long accountId,
      String address,
      long amountMicros,
      String state,
      @Nullable String transaction,
      @Nullable String reason,
      boolean booked) {}

  /**
   * What became of a transfer.
   *
   * @param detail of one that was confirmed its transaction, else why it failed
   */
  record Result(String reference, boolean confirmed, String detail) {}

  /**
   * Puts the approved withdrawals that wait into a new batch; the same key gives the same one.
   *
   * @return empty if none waits
   */
  Optional<Batch> create(String staff, @Nullable String idempotencyKey);

  Optional<Batch> batch(String reference);

  /**
   * Newest first.
   *
   * @param state null for all states
   */
  List<Batch> batches(@Nullable String state);

  /** The last approval that is needed sends it to the rail. */
  Batch approve(String reference, String staff);

  /** Refuses one that has not left; its withdrawals fail. */
  Batch refuse(String reference, String staff, String reason);

  /** Takes an approved one as far as it goes now. */
  Batch submit(String reference);

  /** Takes results down, all or none, and tells the engine. */
  Batch results(String reference, List<Result> results);
}
