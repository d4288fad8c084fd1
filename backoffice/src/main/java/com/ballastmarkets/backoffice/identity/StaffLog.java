package com.ballastmarkets.backoffice.identity;

import static com.ballastmarkets.sql.generated.identity.Tables.STAFF_ACTION;

import com.ballastmarkets.sql.Database;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.jooq.JSONB;

/** The record of what staff did: written before it is done, never changed. */
public final class StaffLog {
  private final Database database;
  private final InstantSource clock;

  public StaffLog(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * One action.
   *
   * @param staff name of the holder of the key
   * @param action {@code halt_market}, {@code advance_clock}, …
   * @param subject what it was done to: a market, account or reference
   * @param detailsJson the request, as a JSON object
   */
  public record Action(
      long actionId,
      String staff,
      String action,
      String subject,
      String detailsJson,
      Instant happenedAt) {}

  public void record(String staff, String action, String subject, String detailsJson) {
    database
        .sql()
        .insertInto(STAFF_ACTION)
        .set(STAFF_ACTION.STAFF, staff)
        .set(STAFF_ACTION.ACTION, action)
        .set(STAFF_ACTION.SUBJECT, subject)
        .set(STAFF_ACTION.DETAILS, JSONB.valueOf(detailsJson))
        .set(STAFF_ACTION.HAPPENED_AT, clock.instant().atOffset(ZoneOffset.UTC))
        .execute();
  }

  /** Actions after the given one, in order; for exports and for the audit. */
  public List<Action> after(long actionId, int limit) {
    return database
        .sql()
        .selectFrom(STAFF_ACTION)
        .where(STAFF_ACTION.ACTION_ID.gt(actionId))
        .orderBy(STAFF_ACTION.ACTION_ID)
        .limit(limit)
        .fetch(row ->
            new Action(
                row.getActionId(),
                row.getStaff(),
                row.getAction(),
                row.getSubject(),
                row.getDetails().data(),
                row.getHappenedAt().toInstant()));
  }
}
