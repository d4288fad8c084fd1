package com.ballastmarkets.backoffice.treasury;

import static com.ballastmarkets.sql.generated.treasury.Tables.TRANSFER;
import static com.ballastmarkets.sql.generated.treasury.Tables.WITHDRAWAL;

import com.ballastmarkets.backoffice.treasury.SettlementBatch.TransferState;
import com.ballastmarkets.backoffice.treasury.transfer.TransferResult;
import com.ballastmarkets.sql.generated.treasury.tables.records.TransferRecord;
import com.ballastmarkets.sql.generated.treasury.tables.records.WithdrawalRecord;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jooq.DSLContext;

/** The transfers of settlement batches, in the caller's transaction. */
final class TransferRows {
  private TransferRows() {}

  /** One for each withdrawal, in their order. */
  static void enter(DSLContext sql, String batch, List<WithdrawalRecord> withdrawals, Instant at) {
    int line = 0;
    for (WithdrawalRecord withdrawal : withdrawals) {
      TransferRecord transfer = sql.newRecord(TRANSFER);
      transfer.setReference(withdrawal.getReference());
      transfer.setBatch(batch);
      transfer.setLine(++line);
      transfer.setAccountId(withdrawal.getAccountId());
      transfer.setAddress(withdrawal.getAddress());
      transfer.setAmountMicros(withdrawal.getAmountMicros());
      transfer.setState(TransferState.PENDING.name());
      transfer.setUpdatedAt(utc(at));
      transfer.insert();
    }
  }

  static List<TransferRecord> all(DSLContext sql, String batch) {
    return sql.selectFrom(TRANSFER).where(TRANSFER.BATCH.eq(batch)).orderBy(TRANSFER.LINE).fetch();
  }

  static TransferRecord one(DSLContext sql, String batch, String reference) {
    return sql.selectFrom(TRANSFER)
        .where(TRANSFER.BATCH.eq(batch).and(TRANSFER.REFERENCE.eq(reference)))
        .fetchOptional()
        .orElseThrow(
            () -> new IllegalArgumentException("transfer " + reference + " is not in the batch"));
  }

  static List<SettlementBatch.Transfer> shown(DSLContext sql, String batch) {
    return all(sql, batch).stream()
        .map(transfer ->
            new SettlementBatch.Transfer(
                transfer.getReference(),
                transfer.getAccountId(),
                transfer.getAddress(),
                transfer.getAmountMicros(),
                TransferState.valueOf(transfer.getState()),
                transfer.getTransaction(),
                transfer.getReason(),
                transfer.getBookedAt() != null))
        .toList();
  }

  /** Takes a result down; the same again changes nothing. */
  static void take(DSLContext sql, TransferRecord transfer, TransferResult result, Instant at) {
    TransferState state =
        result instanceof TransferResult.Confirmed ? TransferState.CONFIRMED : TransferState.FAILED;
    TransferState known = TransferState.valueOf(transfer.getState());
    if (known != TransferState.PENDING) {
      if (known != state) {
        throw new IllegalArgumentException(
            "transfer %s is %s already".formatted(transfer.getReference(), known));
      }
      return;
    }
    switch (result) {
      case TransferResult.Confirmed confirmed -> {
        transfer.setState(TransferState.CONFIRMED.name());
        transfer.setTransaction(confirmed.transaction());
        transfer.setUpdatedAt(utc(at));
        transfer.store();
      }
      case TransferResult.Failed failed -> fail(sql, transfer, failed.reason(), at);
    }
  }

  /** It did not leave: the withdrawal says why. */
  static void fail(DSLContext sql, TransferRecord transfer, String reason, Instant at) {
    transfer.setState(TransferState.FAILED.name());
    transfer.setReason(reason);
    transfer.setUpdatedAt(utc(at));
    transfer.store();
    sql.update(WITHDRAWAL)
        .set(WITHDRAWAL.REASON, reason)
        .where(WITHDRAWAL.REFERENCE.eq(transfer.getReference()))
        .execute();
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
