package com.ballastmarkets.backoffice.treasury;

import com.ballastmarkets.backoffice.treasury.transfer.TransferOrder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Withdrawals that leave the venue together.
 *
 * @param reference its public id
 * @param createdBy a member of staff, or empty for the calendar
 * @param amountMicros of all its transfers
 * @param approvals names of those who approved, in order
 * @param reason why it failed
 * @param handedAt when the rail was known to have it, or null
 */
public record SettlementBatch(
    String reference,
    State state,
    String createdBy,
    long amountMicros,
    int approvalsRequired,
    List<String> approvals,
    @Nullable String reason,
    Instant createdAt,
    @Nullable Instant handedAt,
    List<Transfer> transfers) {
  public SettlementBatch {
    approvals = List.copyOf(approvals);
    transfers = List.copyOf(transfers);
  }

  /** Where a batch stands. */
  public enum State {
    /** Waits for approvals. */
    CREATED,
    /** Goes to the rail next. */
    APPROVED,
    /** May be with the rail from here on: it cannot be taken back. */
    SUBMITTED,
    /** Every transfer arrived, and the engine knows. */
    CONFIRMED,
    /** At least one transfer did not arrive, or staff refused the batch. */
    FAILED
  }

  /** Where a transfer stands. */
  public enum TransferState {
    PENDING,
    CONFIRMED,
    FAILED
  }

  /**
   * One withdrawal's.
   *
   * @param reference the withdrawal's
   * @param transaction by which it can be looked up, once it is confirmed
   * @param reason why it failed
   * @param booked whether the engine knows the result
   */
  public record Transfer(
      String reference,
      long accountId,
      String address,
      long amountMicros,
      TransferState state,
      @Nullable String transaction,
      @Nullable String reason,
      boolean booked) {}

  /** What the rail is given. */
  TransferOrder order() {
    return new TransferOrder(
        reference,
        transfers.stream()
            .map(transfer ->
                new TransferOrder.Transfer(
                    transfer.reference(), transfer.address(), transfer.amountMicros()))
            .toList());
  }
}
