package com.ballastmarkets.api;

import com.ballastmarkets.api.error.ApiException;
import com.ballastmarkets.api.error.ErrorCode;
import com.ballastmarkets.api.treasury.SettlementBatchDesk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One settlement batch of one transfer, in memory. */
final class TestBatches implements SettlementBatchDesk {
  private @Nullable Batch only;

  @Override
  public synchronized Optional<Batch> create(String staff, @Nullable String idempotencyKey) {
    if (only != null) {
      return Optional.empty();
    }
    only =
        new Batch(
            "sb-1",
            "created",
            staff,
            1_500_000,
            2,
            List.of(),
            null,
            "2025-03-15T10:30:00Z",
            null,
            List.of(new Transfer("wd-1", 1_001, "0xabc", 1_500_000, "pending", null, null, false)));
    return Optional.of(only);
  }

  @Override
  public synchronized Optional<Batch> batch(String reference) {
    return Optional.ofNullable(only).filter(batch -> batch.reference().equals(reference));
  }

  @Override
  public synchronized List<Batch> batches(@Nullable String state) {
    return only == null || (state != null && !only.state().equals(state))
        ? List.of()
        : List.of(only);
  }

  @Override
  public synchronized Batch approve(String reference, String staff) {
    final Batch batch = known();
    final List<String> approvals = new ArrayList<>(batch.approvals());
    approvals.add(staff);
    return put(approvals.size() < 2 ? "created" : "approved", approvals, null, batch.transfers());
  }

  @Override
  public synchronized Batch refuse(String reference, String staff, String reason) {
    return put("failed", known().approvals(), staff + ": " + reason, known().transfers());
  }

  @Override
  public synchronized Batch submit(String reference) {
    if (!known().state().equals("approved")) {
      throw ApiException.of(
          ErrorCode.INVALID_REQUEST, "the settlement batch is " + known().state());
    }
    return put("submitted", known().approvals(), null, known().transfers());
  }

  @Override
  public synchronized Batch results(String reference, List<Result> results) {
    final Result result = results.getFirst();
    final String state = result.confirmed() ? "confirmed" : "failed";
    return put(
        state,
        known().approvals(),
        null,
        known().transfers().stream()
            .map(transfer ->
                new Transfer(
                    transfer.reference(),
                    transfer.accountId(),
                    transfer.address(),
                    transfer.amountMicros(),
                    state,
                    result.confirmed() ? result.detail() : null,
                    result.confirmed() ? null : result.detail(),
                    true))
            .toList());
  }

  private Batch known() {
    return java.util.Objects.requireNonNull(only);
  }

  private Batch put(
      String state, List<String> approvals, @Nullable String reason, List<Transfer> transfers) {
    final Batch before = known();
    only =
        new Batch(
            before.reference(),
            state,
            before.createdBy(),
            before.amountMicros(),
            before.approvalsRequired(),
            approvals,
            reason,
            before.createdAt(),
            state.equals("created") || state.equals("approved") ? null : before.createdAt(),
            transfers);
    return known();
  }
}
