package com.ballastmarkets.backoffice.treasury;

import static com.ballastmarkets.sql.generated.treasury.Tables.DEPOSIT;

import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.protocol.port.VenuePort;
import com.ballastmarkets.sql.Database;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Credits USDC that arrived, each reference once, however often it is asked. */
public final class Deposits {
  private final Database database;
  private final VenuePort port;
  private final InstantSource clock;

  public Deposits(Database database, VenuePort port, InstantSource clock) {
    this.database = database;
    this.port = port;
    this.clock = clock;
  }

  /**
   * Credits what the custodian received.
   *
   * @param reference the custodian's, unique for ever
   * @return the sequence of the venue's answer in its journal
   * @throws IllegalArgumentException if the reference stands for another deposit
   * @throws CommandRefusedException if the engine refused it; the paper says why
   */
  public long credit(long accountId, long amountMicros, String reference) {
    return credit(accountId, amountMicros, reference, "CUSTODY");
  }

  /** The sandbox's faucet: credits USDC that nobody sent. As {@link #credit}. */
  public long give(long accountId, long amountMicros, String reference) {
    return credit(accountId, amountMicros, reference, "FAUCET");
  }

  private long credit(long accountId, long amountMicros, String reference, String source) {
    if (amountMicros <= 0) {
      throw new IllegalArgumentException("a deposit is above zero");
    }
    enter(accountId, amountMicros, reference, source);
    return send(accountId, amountMicros, reference);
  }

  private void enter(long accountId, long amountMicros, String reference, String source) {
    int entered =
        database
            .sql()
            .insertInto(DEPOSIT)
            .set(DEPOSIT.REFERENCE, reference)
            .set(DEPOSIT.ACCOUNT_ID, accountId)
            .set(DEPOSIT.AMOUNT_MICROS, amountMicros)
            .set(DEPOSIT.SOURCE, source)
            .set(DEPOSIT.STATE, "SEEN")
            .set(DEPOSIT.CREATED_AT, now())
            .set(DEPOSIT.UPDATED_AT, now())
            .onConflictDoNothing()
            .execute();
    if (entered == 0) {
      var known =
          database.sql().selectFrom(DEPOSIT).where(DEPOSIT.REFERENCE.eq(reference)).fetchSingle();
      if (known.getAccountId() != accountId || known.getAmountMicros() != amountMicros) {
        throw new IllegalArgumentException("the reference stands for another deposit");
      }
    }
  }

  /** Tells the engine, which knows the reference if it was told before. */
  long send(long accountId, long amountMicros, String reference) {
    try {
      final long sequence =
          VenueAnswers.await(port, new Command.Deposit(accountId, amountMicros, reference))
              .getLast()
              .sequence();
      note(reference, "CREDITED", null);
      return sequence;
    } catch (CommandRefusedException e) {
      note(reference, "REJECTED", e.reason().name());
      throw e;
    }
  }

  private void note(
      String reference, String state, @org.jspecify.annotations.Nullable String reason) {
    database
        .sql()
        .update(DEPOSIT)
        .set(DEPOSIT.STATE, state)
        .set(DEPOSIT.REASON, reason)
        .set(DEPOSIT.UPDATED_AT, now())
        .where(DEPOSIT.REFERENCE.eq(reference).and(DEPOSIT.STATE.eq("SEEN")))
        .execute();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
