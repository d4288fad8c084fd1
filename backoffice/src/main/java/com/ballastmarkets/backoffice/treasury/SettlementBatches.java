package com.ballastmarkets.backoffice.treasury;

import static com.ballastmarkets.sql.generated.treasury.Tables.SETTLEMENT_BATCH;
import static com.ballastmarkets.sql.generated.treasury.Tables.TRANSFER;
import static com.ballastmarkets.sql.generated.treasury.Tables.WITHDRAWAL;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import com.ballastmarkets.backoffice.treasury.SettlementBatch.State;
import com.ballastmarkets.backoffice.treasury.SettlementBatch.TransferState;
import com.ballastmarkets.backoffice.treasury.transfer.TransferResult;
import com.ballastmarkets.sql.Database;
import com.ballastmarkets.sql.generated.treasury.tables.records.SettlementBatchRecord;
import com.ballastmarkets.sql.generated.treasury.tables.records.TransferRecord;
import com.ballastmarkets.sql.generated.treasury.tables.records.WithdrawalRecord;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The papers of settlement batches: which withdrawals leave together, who approved it, what became
 * of each transfer. Each step is one transaction and may be asked for again. It neither talks to
 * the rail nor to the engine: {@link SettlementRun} does. Safe for use by many threads and
 * processes.
 */
public final class SettlementBatches {
  /** The most transfers in one batch. */
  public static final int MAX_TRANSFERS = 500;

  private final Database database;
  private final ApprovalPolicy policy;

  public SettlementBatches(Database database, ApprovalPolicy policy) {
    this.database = database;
    this.policy = policy;
  }

  /**
   * Puts the approved withdrawals that are in no batch yet into a new one, the oldest first.
   *
   * @param createdBy a member of staff, or empty for the calendar
   * @param idempotencyKey the same key gives the same batch; null for none
   * @return empty if there is no such withdrawal
   */
  public Optional<SettlementBatch> create(
      String createdBy, @Nullable String idempotencyKey, Instant at) {
    return database
        .sql()
        .transactionResult(tx -> {
          DSLContext sql = tx.dsl();
          sql.execute("LOCK TABLE treasury.settlement_batch IN SHARE ROW EXCLUSIVE MODE");
          if (idempotencyKey != null) {
            Optional<SettlementBatchRecord> known =
                sql.selectFrom(SETTLEMENT_BATCH)
                    .where(SETTLEMENT_BATCH.IDEMPOTENCY_KEY.eq(idempotencyKey))
                    .fetchOptional();
            if (known.isPresent()) {
              return known.map(row -> batch(sql, row));
            }
          }
          List<WithdrawalRecord> waiting = waiting(sql);
          return waiting.isEmpty()
              ? Optional.empty()
              : Optional.of(enter(sql, waiting, createdBy, idempotencyKey, at));
        });
  }

  private static List<WithdrawalRecord> waiting(DSLContext sql) {
    return sql.selectFrom(WITHDRAWAL)
        .where(WITHDRAWAL.STATE.eq(WithdrawalPapers.State.APPROVED.name()))
        .and(
            notExists(
                selectOne().from(TRANSFER).where(TRANSFER.REFERENCE.eq(WITHDRAWAL.REFERENCE))))
        .orderBy(WITHDRAWAL.CREATED_AT, WITHDRAWAL.WITHDRAWAL_ID)
        .limit(MAX_TRANSFERS)
        .forUpdate()
        .fetch();
  }

  private SettlementBatch enter(
      DSLContext sql,
      List<WithdrawalRecord> withdrawals,
      String createdBy,
      @Nullable String idempotencyKey,
      Instant at) {
    long amount =
        withdrawals.stream().mapToLong(WithdrawalRecord::getAmountMicros).reduce(0, Math::addExact);
    SettlementBatchRecord row = sql.newRecord(SETTLEMENT_BATCH);
    row.setReference("sb_" + UUID.randomUUID().toString().replace("-", ""));
    row.setIdempotencyKey(idempotencyKey);
    row.setCreatedBy(createdBy);
    row.setTransfers(withdrawals.size());
    row.setAmountMicros(amount);
    row.setApprovalsRequired(policy.approvals(amount));
    row.setState((policy.approvals(amount) == 0 ? State.APPROVED : State.CREATED).name());
    row.setCreatedAt(utc(at));
    row.setUpdatedAt(utc(at));
    row.insert();
    TransferRows.enter(sql, row.getReference(), withdrawals, at);
    return batch(sql, row);
  }

  /**
   * Approves. The state tells whether that was enough.
   *
   * @param staff name of the member of staff
   * @throws IllegalArgumentException if it is decided already, or approved by the same person
   */
  public SettlementBatch approve(String reference, String staff, Instant at) {
    return change(
        reference,
        (sql, row) -> {
          require(row, State.CREATED);
          if (Approvals.add(sql, reference, staff, at) >= row.getApprovalsRequired()) {
            move(row, State.APPROVED, null, at);
          }
        });
  }

  /**
   * Refuses a batch that has not left: all its withdrawals fail, and their money becomes available
   * again.
   *
   * @throws IllegalArgumentException if it has left, or failed before
   */
  public SettlementBatch refuse(String reference, String staff, String reason, Instant at) {
    return change(
        reference,
        (sql, row) -> {
          require(row, State.CREATED, State.APPROVED);
          move(row, State.FAILED, staff + ": " + reason, at);
          for (TransferRecord transfer : TransferRows.all(sql, reference)) {
            TransferRows.fail(sql, transfer, "batch refused by " + staff + ": " + reason, at);
          }
        });
  }

  /**
   * Decides that it goes to the rail; from here on it cannot be taken back. Does nothing if that is
   * decided already.
   *
   * @throws IllegalArgumentException if it is not approved
   */
  public SettlementBatch submit(String reference, Instant at) {
    return change(
        reference,
        (sql, row) -> {
          if (State.valueOf(row.getState()) == State.SUBMITTED) {
            return;
          }
          require(row, State.APPROVED);
          move(row, State.SUBMITTED, null, at);
          sql.update(WITHDRAWAL)
              .set(WITHDRAWAL.STATE, WithdrawalPapers.State.SUBMITTED.name())
              .set(WITHDRAWAL.UPDATED_AT, utc(at))
              .where(WITHDRAWAL.STATE.eq(WithdrawalPapers.State.APPROVED.name()))
              .and(
                  WITHDRAWAL.REFERENCE.in(
                      sql.select(TRANSFER.REFERENCE)
                          .from(TRANSFER)
                          .where(TRANSFER.BATCH.eq(reference))))
              .execute();
        });
  }

  /** The rail has it. */
  public SettlementBatch handed(String reference, Instant at) {
    return change(
        reference,
        (sql, row) -> {
          if (row.getHandedAt() == null) {
            row.setHandedAt(utc(at));
            row.setUpdatedAt(utc(at));
            row.store();
          }
        });
  }

  /**
   * Takes results down, all of them or none; one that is known already changes nothing.
   *
   * @throws IllegalArgumentException if one is of no transfer of the batch, or differs from what is
   *     known, or nothing was sent
   */
  public SettlementBatch record(String reference, List<TransferResult> results, Instant at) {
    return change(
        reference,
        (sql, row) -> {
          require(row, State.SUBMITTED, State.CONFIRMED, State.FAILED);
          for (TransferResult result : results) {
            TransferRows.take(
                sql, TransferRows.one(sql, reference, result.reference()), result, at);
          }
        });
  }

  /** The engine knows the transfer's result; the last one ends the batch. */
  public SettlementBatch booked(String batch, String transfer, Instant at) {
    return change(
        batch,
        (sql, row) -> {
          TransferRecord done = TransferRows.one(sql, batch, transfer);
          if (done.getBookedAt() == null) {
            done.setBookedAt(utc(at));
            done.store();
          }
          List<TransferRecord> all = TransferRows.all(sql, batch);
          if (State.valueOf(row.getState()) == State.SUBMITTED
              && all.stream().allMatch(each -> each.getBookedAt() != null)) {
            end(row, all, at);
          }
        });
  }

  private static void end(SettlementBatchRecord row, List<TransferRecord> all, Instant at) {
    long failed =
        all.stream().filter(each -> each.getState().equals(TransferState.FAILED.name())).count();
    move(
        row,
        failed == 0 ? State.CONFIRMED : State.FAILED,
        failed == 0 ? null : failed + " of " + all.size() + " transfers failed",
        at);
  }

  public Optional<SettlementBatch> batch(String reference) {
    return database
        .sql()
        .selectFrom(SETTLEMENT_BATCH)
        .where(SETTLEMENT_BATCH.REFERENCE.eq(reference))
        .fetchOptional(row -> batch(database.sql(), row));
  }

  /**
   * Batches, the newest first.
   *
   * @param state null for all states
   */
  public List<SettlementBatch> batches(@Nullable State state) {
    return database
        .sql()
        .selectFrom(SETTLEMENT_BATCH)
        .where(state == null ? noCondition() : SETTLEMENT_BATCH.STATE.eq(state.name()))
        .orderBy(SETTLEMENT_BATCH.CREATED_AT.desc(), SETTLEMENT_BATCH.REFERENCE)
        .fetch(row -> batch(database.sql(), row));
  }

  /** References of batches in which something is left to be done, the oldest first. */
  List<String> unfinished() {
    return database
        .sql()
        .select(SETTLEMENT_BATCH.REFERENCE)
        .from(SETTLEMENT_BATCH)
        .where(SETTLEMENT_BATCH.STATE.in(State.APPROVED.name(), State.SUBMITTED.name()))
        .or(
            SETTLEMENT_BATCH.REFERENCE.in(
                database
                    .sql()
                    .select(TRANSFER.BATCH)
                    .from(TRANSFER)
                    .where(TRANSFER.STATE.eq(TransferState.FAILED.name()))
                    .and(TRANSFER.BOOKED_AT.isNull())))
        .orderBy(SETTLEMENT_BATCH.CREATED_AT, SETTLEMENT_BATCH.REFERENCE)
        .fetch(SETTLEMENT_BATCH.REFERENCE);
  }

  /** A change of a batch, in a transaction that holds its row. */
  private interface Change {
    void apply(DSLContext sql, SettlementBatchRecord row);
  }

  private SettlementBatch change(String reference, Change change) {
    return database
        .sql()
        .transactionResult(tx -> {
          SettlementBatchRecord row =
              tx.dsl()
                  .selectFrom(SETTLEMENT_BATCH)
                  .where(SETTLEMENT_BATCH.REFERENCE.eq(reference))
                  .forUpdate()
                  .fetchOptional()
                  .orElseThrow(
                      () -> new IllegalArgumentException("there is no such settlement batch"));
          change.apply(tx.dsl(), row);
          return batch(tx.dsl(), row);
        });
  }

  private static void require(SettlementBatchRecord row, State... allowed) {
    State state = State.valueOf(row.getState());
    if (!List.of(allowed).contains(state)) {
      throw new IllegalArgumentException("the settlement batch is " + state);
    }
  }

  private static void move(
      SettlementBatchRecord row, State state, @Nullable String reason, Instant at) {
    row.setState(state.name());
    row.setReason(reason);
    row.setUpdatedAt(utc(at));
    row.store();
  }

  private static SettlementBatch batch(DSLContext sql, SettlementBatchRecord row) {
    OffsetDateTime handed = row.getHandedAt();
    return new SettlementBatch(
        row.getReference(),
        State.valueOf(row.getState()),
        row.getCreatedBy(),
        row.getAmountMicros(),
        row.getApprovalsRequired(),
        Approvals.of(sql, row.getReference()),
        row.getReason(),
        row.getCreatedAt().toInstant(),
        handed == null ? null : handed.toInstant(),
        TransferRows.shown(sql, row.getReference()));
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
