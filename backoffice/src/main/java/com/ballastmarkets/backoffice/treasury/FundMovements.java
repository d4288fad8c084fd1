package com.ballastmarkets.backoffice.treasury;

import static com.ballastmarkets.sql.generated.treasury.Tables.FUND_MOVEMENT;
import static org.jooq.impl.DSL.noCondition;

import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.protocol.port.VenuePort;
import com.ballastmarkets.sql.Database;
import com.ballastmarkets.sql.generated.treasury.tables.records.FundMovementRecord;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Movements of the money that stands behind defaults: members' contributions to the default fund,
 * their return, and the house's tranche. Asked for by one member of staff, approved by others, done
 * by the engine once. Safe for use by many threads and processes.
 */
public final class FundMovements {
  private final Database database;
  private final ApprovalPolicy policy;
  private final VenuePort port;
  private final InstantSource clock;

  public FundMovements(
      Database database, ApprovalPolicy policy, VenuePort port, InstantSource clock) {
    this.database = database;
    this.policy = policy;
    this.port = port;
    this.clock = clock;
  }

  /** What moves. */
  public enum Kind {
    /** From a client's account into the default fund, for its firm. */
    CONTRIBUTION,
    /** Back from the default fund to a client's account. */
    RETURN,
    /** From the house's account into its tranche. */
    TRANCHE
  }

  /** Where a movement stands. */
  public enum State {
    REQUESTED,
    APPROVED,
    DONE,
    REFUSED,
    REJECTED
  }

  /**
   * A movement.
   *
   * @param reference its public id
   * @param accountId a client's; 0 for the house's tranche
   * @param reason why the engine refused it, or staff
   */
  public record Movement(
      String reference,
      Kind kind,
      long accountId,
      long amountMicros,
      State state,
      String requestedBy,
      int approvalsRequired,
      List<String> approvals,
      @Nullable String reason,
      Instant requestedAt) {
    public Movement {
      approvals = List.copyOf(approvals);
    }

    private Command.DefaultFund command() {
      return switch (kind) {
        case CONTRIBUTION ->
            new Command.DefaultFund.PayContribution(accountId, amountMicros, reference);
        case RETURN ->
            new Command.DefaultFund.ReturnContribution(accountId, amountMicros, reference);
        case TRANCHE -> new Command.DefaultFund.FundHouseTranche(amountMicros, reference);
      };
    }
  }

  /**
   * Enters a movement; the same key with the same content gives the same one.
   *
   * @param accountId 0 for the house's tranche
   * @throws IllegalArgumentException if the amount is not above zero, or the key stands for another
   */
  public Movement request(
      Kind kind, long accountId, long amountMicros, String staff, @Nullable String key) {
    if (amountMicros <= 0) {
      throw new IllegalArgumentException("the amount must be above zero");
    }
    return database
        .sql()
        .transactionResult(tx -> {
          FundMovementRecord row = known(tx.dsl(), key);
          if (row == null) {
            row = enter(tx.dsl(), kind, accountId, amountMicros, staff, key);
          }
          Movement movement = movement(tx.dsl(), row);
          if (movement.kind != kind
              || movement.accountId != accountId
              || movement.amountMicros != amountMicros) {
            throw new IllegalArgumentException("the key stands for another movement");
          }
          return movement;
        });
  }

  private static @Nullable FundMovementRecord known(DSLContext sql, @Nullable String key) {
    return key == null
        ? null
        : sql.selectFrom(FUND_MOVEMENT).where(FUND_MOVEMENT.IDEMPOTENCY_KEY.eq(key)).fetchOne();
  }

  private FundMovementRecord enter(
      DSLContext sql, Kind kind, long account, long micros, String staff, @Nullable String key) {
    FundMovementRecord row = sql.newRecord(FUND_MOVEMENT);
    row.setReference("fm_" + UUID.randomUUID().toString().replace("-", ""));
    row.setIdempotencyKey(key);
    row.setKind(kind.name());
    row.setAccountId(kind == Kind.TRANCHE ? null : Long.valueOf(account));
    row.setAmountMicros(micros);
    row.setRequestedBy(staff);
    row.setApprovalsRequired(Math.max(1, policy.approvals(micros)));
    row.setState(State.REQUESTED.name());
    row.setCreatedAt(clock.instant().atOffset(ZoneOffset.UTC));
    row.setUpdatedAt(row.getCreatedAt());
    row.insert();
    return row;
  }

  /**
   * Approves; after the last approval that is needed the engine is told.
   *
   * @throws IllegalArgumentException if it is decided already, asked for by the same person, or
   *     approved by the same person
   * @throws CommandRefusedException if the engine refused it; the paper says why
   */
  public Movement approve(String reference, String staff) {
    Movement movement =
        database
            .sql()
            .transactionResult(tx -> {
              FundMovementRecord row = lockUndecided(tx.dsl(), reference);
              if (row.getRequestedBy().equals(staff)) {
                throw new IllegalArgumentException(
                    staff + " has asked for it; another member of staff is needed");
              }
              if (Approvals.add(tx.dsl(), reference, staff, clock.instant())
                  >= row.getApprovalsRequired()) {
                move(row, State.APPROVED, null);
              }
              return movement(tx.dsl(), row);
            });
    return movement.state == State.APPROVED ? send(movement) : movement;
  }

  /**
   * Rejects.
   *
   * @throws IllegalArgumentException if it is decided already
   */
  public Movement reject(String reference, String staff, String reason) {
    return database
        .sql()
        .transactionResult(tx -> {
          FundMovementRecord row = lockUndecided(tx.dsl(), reference);
          move(row, State.REJECTED, staff + ": " + reason);
          return movement(tx.dsl(), row);
        });
  }

  /** Tells the engine, which does a reference once, however often it is told. */
  Movement send(Movement movement) {
    try {
      VenueAnswers.await(port, movement.command());
      return end(movement.reference, State.DONE, null);
    } catch (CommandRefusedException e) {
      end(movement.reference, State.REFUSED, e.reason().name());
      throw e;
    }
  }

  private Movement end(String reference, State state, @Nullable String reason) {
    return database
        .sql()
        .transactionResult(tx -> {
          FundMovementRecord row = locked(tx.dsl(), reference);
          if (State.valueOf(row.getState()) == State.APPROVED) {
            move(row, state, reason);
          }
          return movement(tx.dsl(), row);
        });
  }

  private static FundMovementRecord locked(DSLContext sql, String reference) {
    return sql.selectFrom(FUND_MOVEMENT)
        .where(FUND_MOVEMENT.REFERENCE.eq(reference))
        .forUpdate()
        .fetchOptional()
        .orElseThrow(() -> new IllegalArgumentException("there is no such movement"));
  }

  private static FundMovementRecord lockUndecided(DSLContext sql, String reference) {
    FundMovementRecord row = locked(sql, reference);
    State state = State.valueOf(row.getState());
    if (state != State.REQUESTED) {
      throw new IllegalArgumentException("the movement is " + state + " already");
    }
    return row;
  }

  private void move(FundMovementRecord row, State state, @Nullable String reason) {
    row.setState(state.name());
    row.setReason(reason);
    row.setUpdatedAt(clock.instant().atOffset(ZoneOffset.UTC));
    row.store();
  }

  public Optional<Movement> movement(String reference) {
    return database
        .sql()
        .selectFrom(FUND_MOVEMENT)
        .where(FUND_MOVEMENT.REFERENCE.eq(reference))
        .fetchOptional(row -> movement(database.sql(), row));
  }

  /**
   * Movements, the newest first.
   *
   * @param state null for all states
   */
  public List<Movement> movements(@Nullable State state) {
    return database
        .sql()
        .selectFrom(FUND_MOVEMENT)
        .where(state == null ? noCondition() : FUND_MOVEMENT.STATE.eq(state.name()))
        .orderBy(FUND_MOVEMENT.CREATED_AT.desc(), FUND_MOVEMENT.REFERENCE)
        .fetch(row -> movement(database.sql(), row));
  }

  private static Movement movement(DSLContext sql, FundMovementRecord row) {
    Long account = row.getAccountId();
    return new Movement(
        row.getReference(),
        Kind.valueOf(row.getKind()),
        account == null ? 0 : account,
        row.getAmountMicros(),
        State.valueOf(row.getState()),
        row.getRequestedBy(),
        row.getApprovalsRequired(),
        Approvals.of(sql, row.getReference()),
        row.getReason(),
        row.getCreatedAt().toInstant());
  }
}
