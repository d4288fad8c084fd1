package com.ballastmarkets.backoffice.treasury;

import static com.ballastmarkets.sql.generated.treasury.Tables.APPROVAL;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jooq.DSLContext;

/** Who approved a paper of the treasury, by the paper's reference. */
final class Approvals {
  private Approvals() {}

  /**
   * Adds one.
   *
   * @return how many there are now
   * @throws IllegalArgumentException if the same person has approved it before
   */
  static int add(DSLContext sql, String reference, String staff, Instant at) {
    int added =
        sql.insertInto(APPROVAL)
            .values(reference, staff, at.atOffset(ZoneOffset.UTC))
            .onConflictDoNothing()
            .execute();
    if (added == 0) {
      throw new IllegalArgumentException(
          staff + " has approved it; another member of staff is needed");
    }
    return of(sql, reference).size();
  }

  /** Names, in the order in which they approved. */
  static List<String> of(DSLContext sql, String reference) {
    return sql.select(APPROVAL.STAFF)
        .from(APPROVAL)
        .where(APPROVAL.REFERENCE.eq(reference))
        .orderBy(APPROVAL.APPROVED_AT, APPROVAL.STAFF)
        .fetch(APPROVAL.STAFF);
  }
}
