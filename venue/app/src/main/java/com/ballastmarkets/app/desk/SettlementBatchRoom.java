package com.ballastmarkets.app.desk;

import com.ballastmarkets.api.treasury.SettlementBatchDesk;
import com.ballastmarkets.backoffice.treasury.SettlementBatch;
import com.ballastmarkets.backoffice.treasury.SettlementBatches;
import com.ballastmarkets.backoffice.treasury.SettlementRun;
import com.ballastmarkets.backoffice.treasury.TreasuryOffice;
import com.ballastmarkets.backoffice.treasury.transfer.TransferResult;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The API's desk for settlement batches: the papers, and the run that takes them on. */
public final class SettlementBatchRoom implements SettlementBatchDesk {
  private final SettlementBatches batches;
  private final SettlementRun run;
  private final InstantSource venueClock;

  public SettlementBatchRoom(TreasuryOffice office, InstantSource venueClock) {
    this.batches = office.batches();
    this.run = office.run();
    this.venueClock = venueClock;
  }

  @Override
  public Optional<Batch> create(String staff, @Nullable String idempotencyKey) {
    return batches.create(staff, idempotencyKey, now()).map(SettlementBatchRoom::shown);
  }

  @Override
  public Optional<Batch> batch(String reference) {
    return batches.batch(reference).map(SettlementBatchRoom::shown);
  }

  @Override
  public List<Batch> batches(@Nullable String state) {
    return batches.batches(Words.of("state", SettlementBatch.State.class, state)).stream()
        .map(SettlementBatchRoom::shown)
        .toList();
  }

  @Override
  public Batch approve(String reference, String staff) {
    return Refusals.told(() -> shown(batches.approve(reference, staff, now())));
  }

  @Override
  public Batch refuse(String reference, String staff, String reason) {
    return Refusals.told(() -> {
      batches.refuse(reference, staff, reason, now());
      return shown(run.advance(reference, now()));
    });
  }

  @Override
  public Batch submit(String reference) {
    return Refusals.told(() -> {
      batches.submit(reference, now());
      return shown(run.advance(reference, now()));
    });
  }

  @Override
  public Batch results(String reference, List<Result> results) {
    return Refusals.told(() -> {
      batches.record(reference, results.stream().map(SettlementBatchRoom::taken).toList(), now());
      return shown(run.advance(reference, now()));
    });
  }

  private static TransferResult taken(Result result) {
    return result.confirmed()
        ? new TransferResult.Confirmed(result.reference(), result.detail())
        : new TransferResult.Failed(result.reference(), result.detail());
  }

  private Instant now() {
    return venueClock.instant();
  }

  private static Batch shown(SettlementBatch batch) {
    final Instant handed = batch.handedAt();
    return new Batch(
        batch.reference(),
        Words.word(batch.state()),
        batch.createdBy(),
        batch.amountMicros(),
        batch.approvalsRequired(),
        batch.approvals(),
        batch.reason(),
        batch.createdAt().toString(),
        handed == null ? null : handed.toString(),
        batch.transfers().stream().map(SettlementBatchRoom::shown).toList());
  }

  private static Transfer shown(SettlementBatch.Transfer transfer) {
    return new Transfer(
        transfer.reference(),
        transfer.accountId(),
        transfer.address(),
        transfer.amountMicros(),
        Words.word(transfer.state()),
        transfer.transaction(),
        transfer.reason(),
        transfer.booked());
  }
}
