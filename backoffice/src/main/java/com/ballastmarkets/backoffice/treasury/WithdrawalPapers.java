package com.ballastmarkets.backoffice.treasury;

import static com.ballastmarkets.sql.generated.treasury.Tables.TRANSFER;
import static com.ballastmarkets.sql.generated.treasury.Tables.WITHDRAWAL;
import static com.ballastmarkets.sql.generated.treasury.Tables.WITHDRAWAL_ADDRESS;
import static org.jooq.impl.DSL.noCondition;

import com.ballastmarkets.sql.Database;
import com.ballastmarkets.sql.generated.treasury.tables.records.WithdrawalRecord;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The papers of withdrawals: addresses, approvals, states. It sends no commands: who calls it
 * reserves the money after {@link #request} and releases it after a rejection, by the paper's
 * reference; an approved one goes into a settlement batch. Safe for use by many threads and
 * processes.
 */
public final class WithdrawalPapers {
  private static final Pattern ADDRESS = Pattern.compile("0x[0-9a-fA-F]{40}");

  private final Database database;
  private final ApprovalPolicy policy;

  public WithdrawalPapers(Database database, ApprovalPolicy policy) {
    this.database = database;
    this.policy = policy;
  }

  /** Where a withdrawal stands; the picture is in the package. */
  public enum State {
    REQUESTED,
    RESERVED,
    APPROVED,
    SUBMITTED,
    CONFIRMED,
    FAILED,
    REFUSED,
    REJECTED
  }

  /**
   * A withdrawal.
   *
   * @param withdrawalId public
   * @param reference what the venue's commands for it carry
   * @param approvals names of those who approved, in order
   * @param reason why it was refused, rejected or failed
   * @param transaction of the transfer that brought it, once it has
   */
  public record Withdrawal(
      String withdrawalId,
      long accountId,
      long amountMicros,
      String address,
      String reference,
      State state,
      int approvalsRequired,
      List<String> approvals,
      Instant requestedAt,
      @Nullable String reason,
      @Nullable String transaction) {
    public Withdrawal {
      approvals = List.copyOf(approvals);
    }
  }

  /**
   * Allows withdrawals of an account to an address from {@code usableFrom} on.
   *
   * @throws IllegalArgumentException if it is no Ethereum address
   */
  public void whitelist(long accountId, String address, String label, Instant usableFrom) {
    if (!ADDRESS.matcher(address).matches()) {
      throw new IllegalArgumentException("an address is 0x and 40 hex digits");
    }
    database
        .sql()
        .insertInto(WITHDRAWAL_ADDRESS)
        .set(WITHDRAWAL_ADDRESS.ACCOUNT_ID, accountId)
        .set(WITHDRAWAL_ADDRESS.ADDRESS, address)
        .set(WITHDRAWAL_ADDRESS.LABEL, label)
        .set(WITHDRAWAL_ADDRESS.USABLE_FROM, usableFrom.atOffset(ZoneOffset.UTC))
        .onConflict(WITHDRAWAL_ADDRESS.ACCOUNT_ID, WITHDRAWAL_ADDRESS.ADDRESS)
        .doUpdate()
        .set(WITHDRAWAL_ADDRESS.USABLE_FROM, usableFrom.atOffset(ZoneOffset.UTC))
        .setNull(WITHDRAWAL_ADDRESS.REMOVED_AT)
        .where(WITHDRAWAL_ADDRESS.REMOVED_AT.isNotNull())
        .execute();
  }

  /** Ends the use of an address. */
  public void removeAddress(long accountId, String address, Instant at) {
    database
        .sql()
        .update(WITHDRAWAL_ADDRESS)
        .set(WITHDRAWAL_ADDRESS.REMOVED_AT, at.atOffset(ZoneOffset.UTC))
        .where(WITHDRAWAL_ADDRESS.ACCOUNT_ID.eq(accountId))
        .and(WITHDRAWAL_ADDRESS.ADDRESS.eq(address))
        .execute();
  }

  /**
   * Enters a withdrawal; the same key of the same account with the same content gives the same one.
   *
   * @throws IllegalArgumentException in words for the client: the address is not on the account's
   *     list, the amount is not above zero, or the key stands for another withdrawal
   */
  public Withdrawal request(
      long accountId, long amountMicros, String address, String idempotencyKey, Instant at) {
    if (amountMicros <= 0) {
      throw new IllegalArgumentException("the amount must be above zero");
    }
    return database
        .sql()
        .transactionResult(tx -> {
          Optional<WithdrawalRecord> known = known(tx.dsl(), accountId, idempotencyKey);
          if (known.isEmpty()) {
            requireListed(tx.dsl(), accountId, address, at);
            enter(tx.dsl(), accountId, amountMicros, address, idempotencyKey, at);
            known = known(tx.dsl(), accountId, idempotencyKey);
          }
          WithdrawalRecord row = known.orElseThrow();
          if (row.getAmountMicros() != amountMicros || !row.getAddress().equals(address)) {
            throw new IllegalArgumentException("the key stands for another withdrawal");
          }
          return withdrawal(tx.dsl(), row);
        });
  }

  private static Optional<WithdrawalRecord> known(DSLContext sql, long accountId, String key) {
    return sql.selectFrom(WITHDRAWAL)
        .where(WITHDRAWAL.ACCOUNT_ID.eq(accountId).and(WITHDRAWAL.IDEMPOTENCY_KEY.eq(key)))
        .fetchOptional();
  }

  private static void requireListed(DSLContext sql, long accountId, String address, Instant at) {
    boolean listed =
        sql.fetchExists(
            WITHDRAWAL_ADDRESS,
            WITHDRAWAL_ADDRESS
                .ACCOUNT_ID
                .eq(accountId)
                .and(WITHDRAWAL_ADDRESS.ADDRESS.eq(address))
                .and(WITHDRAWAL_ADDRESS.USABLE_FROM.le(at.atOffset(ZoneOffset.UTC)))
                .and(WITHDRAWAL_ADDRESS.REMOVED_AT.isNull()));
    if (!listed) {
      throw new IllegalArgumentException("the address is not on the account's withdrawal list");
    }
  }

  private void enter(
      DSLContext sql, long accountId, long micros, String address, String key, Instant at) {
    String id = "wd_" + UUID.randomUUID().toString().replace("-", "");
    sql.insertInto(WITHDRAWAL)
        .set(WITHDRAWAL.WITHDRAWAL_ID, id)
        .set(WITHDRAWAL.REFERENCE, id)
        .set(WITHDRAWAL.ACCOUNT_ID, accountId)
        .set(WITHDRAWAL.IDEMPOTENCY_KEY, key)
        .set(WITHDRAWAL.ADDRESS, address)
        .set(WITHDRAWAL.AMOUNT_MICROS, micros)
        .set(WITHDRAWAL.APPROVALS_REQUIRED, policy.approvals(micros))
        .set(WITHDRAWAL.STATE, State.REQUESTED.name())
        .set(WITHDRAWAL.CREATED_AT, at.atOffset(ZoneOffset.UTC))
        .set(WITHDRAWAL.UPDATED_AT, at.atOffset(ZoneOffset.UTC))
        .onConflict(WITHDRAWAL.ACCOUNT_ID, WITHDRAWAL.IDEMPOTENCY_KEY)
        .doNothing()
        .execute();
  }

  /** The engine refused to set the money aside. */
  public void refused(String withdrawalId, String reason, Instant at) {
    database
        .sql()
        .update(WITHDRAWAL)
        .set(WITHDRAWAL.STATE, State.REFUSED.name())
        .set(WITHDRAWAL.REASON, reason)
        .set(WITHDRAWAL.UPDATED_AT, at.atOffset(ZoneOffset.UTC))
        .where(WITHDRAWAL.WITHDRAWAL_ID.eq(withdrawalId))
        .and(WITHDRAWAL.STATE.eq(State.REQUESTED.name()))
        .execute();
  }

  /**
   * Approves. The state tells whether that was enough.
   *
   * @param staff name of the member of staff
   * @throws IllegalArgumentException if it is decided already, or approved by the same person
   */
  public Withdrawal approve(String withdrawalId, String staff, Instant at) {
    return database
        .sql()
        .transactionResult(tx -> {
          WithdrawalRecord row = lockUndecided(tx.dsl(), withdrawalId);
          int given = Approvals.add(tx.dsl(), row.getReference(), staff, at);
          if (given >= row.getApprovalsRequired()) {
            row.setState(State.APPROVED.name());
            row.setUpdatedAt(at.atOffset(ZoneOffset.UTC));
            row.store();
          }
          return withdrawal(tx.dsl(), row);
        });
  }

  /**
   * Rejects; the caller releases the money.
   *
   * @throws IllegalArgumentException if it is decided already
   */
  public Withdrawal reject(String withdrawalId, String staff, String reason, Instant at) {
    return database
        .sql()
        .transactionResult(tx -> {
          WithdrawalRecord row = lockUndecided(tx.dsl(), withdrawalId);
          row.setState(State.REJECTED.name());
          row.setReason(staff + ": " + reason);
          row.setUpdatedAt(at.atOffset(ZoneOffset.UTC));
          row.store();
          return withdrawal(tx.dsl(), row);
        });
  }

  private static WithdrawalRecord lockUndecided(DSLContext sql, String withdrawalId) {
    WithdrawalRecord row =
        sql.selectFrom(WITHDRAWAL)
            .where(WITHDRAWAL.WITHDRAWAL_ID.eq(withdrawalId))
            .forUpdate()
            .fetchOptional()
            .orElseThrow(() -> new IllegalArgumentException("there is no such withdrawal"));
    State state = State.valueOf(row.getState());
    if (state != State.REQUESTED && state != State.RESERVED) {
      throw new IllegalArgumentException("the withdrawal is " + state + " already");
    }
    return row;
  }

  public Optional<Withdrawal> withdrawal(String withdrawalId) {
    return database
        .sql()
        .selectFrom(WITHDRAWAL)
        .where(WITHDRAWAL.WITHDRAWAL_ID.eq(withdrawalId))
        .fetchOptional(row -> withdrawal(database.sql(), row));
  }

  /**
   * Withdrawals, the newest first.
   *
   * @param accountId 0 for all accounts
   * @param state null for all states
   */
  public List<Withdrawal> withdrawals(long accountId, @Nullable State state) {
    return database
        .sql()
        .selectFrom(WITHDRAWAL)
        .where(accountId == 0 ? noCondition() : WITHDRAWAL.ACCOUNT_ID.eq(accountId))
        .and(state == null ? noCondition() : WITHDRAWAL.STATE.eq(state.name()))
        .orderBy(WITHDRAWAL.CREATED_AT.desc(), WITHDRAWAL.WITHDRAWAL_ID)
        .fetch(row -> withdrawal(database.sql(), row));
  }

  private static Withdrawal withdrawal(DSLContext sql, WithdrawalRecord row) {
    return new Withdrawal(
        row.getWithdrawalId(),
        row.getAccountId(),
        row.getAmountMicros(),
        row.getAddress(),
        row.getReference(),
        State.valueOf(row.getState()),
        row.getApprovalsRequired(),
        Approvals.of(sql, row.getReference()),
        row.getCreatedAt().toInstant(),
        row.getReason(),
        sql.select(TRANSFER.TRANSACTION)
            .from(TRANSFER)
            .where(TRANSFER.REFERENCE.eq(row.getReference()))
            .fetchOne(TRANSFER.TRANSACTION));
  }
}
