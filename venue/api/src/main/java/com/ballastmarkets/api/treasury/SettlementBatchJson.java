package com.ballastmarkets.api.treasury;

import com.ballastmarkets.api.json.Decimals;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What settlement batches look like in JSON. Amounts in USDC. */
public final class SettlementBatchJson {
  private SettlementBatchJson() {}

  /**
   * @param createdBy null for the calendar
   * @param submittedAt when the rail was known to have it
   */
  public record Batch(
      String batchId,
      String state,
      @Nullable String createdBy,
      BigDecimal amount,
      String currency,
      int approvalsRequired,
      List<String> approvals,
      @Nullable String reason,
      String createdAt,
      @Nullable String submittedAt,
      List<Transfer> transfers) {}

  /**
   * @param booked whether the account's cash shows the result
   */
  public record Transfer(
      String withdrawalId,
      long accountId,
      String address,
      BigDecimal amount,
      String state,
      @Nullable String transaction,
      @Nullable String reason,
      boolean booked) {}

  public record Batches(List<Batch> batches) {}

  static Batch batch(SettlementBatchDesk.Batch batch) {
    return new Batch(
        batch.reference(),
        batch.state(),
        batch.createdBy().isEmpty() ? null : batch.createdBy(),
        Decimals.money(batch.amountMicros()),
        "USDC",
        batch.approvalsRequired(),
        batch.approvals(),
        batch.reason(),
        batch.createdAt(),
        batch.handedAt(),
        batch.transfers().stream().map(SettlementBatchJson::transfer).toList());
  }

  private static Transfer transfer(SettlementBatchDesk.Transfer transfer) {
    return new Transfer(
        transfer.reference(),
        transfer.accountId(),
        transfer.address(),
        Decimals.money(transfer.amountMicros()),
        transfer.state(),
        transfer.transaction(),
        transfer.reason(),
        transfer.booked());
  }
}
