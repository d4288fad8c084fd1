package com.ballastmarkets.backoffice.reconciliation;

import static com.ballastmarkets.sql.generated.reconciliation.Tables.BREAK;
import static com.ballastmarkets.sql.generated.reconciliation.Tables.RESOLUTION;
import static com.ballastmarkets.sql.generated.reconciliation.Tables.RUN;

import com.ballastmarkets.backoffice.ledger.LedgerProjector;
import com.ballastmarkets.sql.Database;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compares, keeps the result, and says a break aloud. */
public final class Reconciliation {
  private static final Logger LOG = LoggerFactory.getLogger(Reconciliation.class);

  /** What the ledger owes each account of the engine: its lines of the chart, credit above zero. */
  private static final String OWED =
      """
      SELECT 'account ' || e.account_id AS subject, e.cash_micros AS expected,
             coalesce(-sum(b.balance_micros), 0) AS found
        FROM trading.balance e
        LEFT JOIN ledger.account a
          ON a.account_id = e.account_id
          OR (e.account_id = 1 AND a.code IN ('3100', '4000', '5000'))
          OR (e.account_id = 2 AND a.code = '3000')
          OR (e.account_id = 3 AND a.code = '2200')
          OR (e.account_id = 4 AND a.code = '3200')
          OR (e.account_id = 5 AND a.code = '3300')
        LEFT JOIN ledger.balance b USING (ledger_account)
       GROUP BY e.account_id, e.cash_micros
       ORDER BY e.account_id\
      """;

  /** Transfers that the rail has carried out, and that the ledger has not booked yet. */
  private static final String BETWEEN =
      """
      SELECT coalesce(sum(t.amount_micros), 0)
        FROM treasury.transfer t JOIN treasury.withdrawal w USING (reference)
       WHERE t.state = 'CONFIRMED' AND w.state = 'SUBMITTED'\
      """;

  /** What is set aside for each withdrawal, by the treasury's papers and by the ledger. */
  private static final String IN_FLIGHT =
      """
      SELECT 'withdrawal ' || coalesce(p.reference, l.reference) AS subject,
             coalesce(p.micros, 0) AS expected, coalesce(l.micros, 0) AS found
        FROM (SELECT reference, amount_micros AS micros FROM treasury.withdrawal
               WHERE state IN ('RESERVED', 'APPROVED', 'SUBMITTED')) p
        FULL JOIN (SELECT reference, -sum(amount_micros) AS micros
                     FROM ledger.posting JOIN ledger.account USING (ledger_account)
                    WHERE code = '2100'
                    GROUP BY reference HAVING sum(amount_micros) <> 0) l USING (reference)
       ORDER BY 1\
      """;

  private static final String CONTRIBUTIONS =
      """
      SELECT 'contributions to the default fund' AS subject,
             (SELECT coalesce(sum(contribution_micros), 0) FROM trading.contribution) AS expected,
             (SELECT coalesce(-sum(balance_micros), 0) FROM ledger.balance
               WHERE ledger_account = '3200') AS found\
      """;

  private static final String DRIFT =
      """
      SELECT ledger_account AS subject, postings_micros AS expected, balance_micros AS found
        FROM ledger.drift ORDER BY ledger_account\
      """;

  private static final String TOTALS =
      """
      SELECT 'debits and credits' AS subject, sum(debit_micros) AS expected,
             sum(credit_micros) AS found
        FROM ledger.trial_balance\
      """;

  private final Database database;
  private final Custodian custodian;

  public Reconciliation(Database database, Custodian custodian) {
    this.database = database;
    this.custodian = custodian;
  }

  /** What was compared. */
  public enum Kind {
    ENGINE_LEDGER,
    LEDGER_CUSTODY,
    LEDGER_DRIFT,
    TRIAL_BALANCE,
    IN_FLIGHT
  }

  /**
   * Two figures that should be one, in micro-USDC.
   *
   * @param subject {@code account 1001}, {@code custody}, a withdrawal, or an account of the books
   */
  public record Break(
      Kind kind, String subject, BigDecimal expectedMicros, BigDecimal foundMicros) {}

  /**
   * One comparison of everything.
   *
   * @param sequence the last engine event that the books contained
   * @param compared how many pairs of figures
   */
  public record Result(long runId, Instant at, long sequence, int compared, List<Break> breaks) {
    public Result {
      breaks = List.copyOf(breaks);
    }

    public boolean isClean() {
      return breaks.isEmpty();
    }
  }

  /** Compares the books as of one moment, and keeps the result with all breaks. */
  public Result run(Instant at) {
    Result result =
        database
            .sql()
            .transactionResult(tx -> {
              tx.dsl().execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
              return compareAndKeep(tx.dsl(), at);
            });
    for (Break found : result.breaks) {
      LOG.error(
          "reconciliation {}: {} of {}: expected {}, found {} micro-USDC",
          result.runId,
          found.kind,
          found.subject,
          found.expectedMicros,
          found.foundMicros);
    }
    return result;
  }

  private Result compareAndKeep(DSLContext sql, Instant at) {
    List<Break> breaks = new ArrayList<>();
    int compared =
        compare(Kind.ENGINE_LEDGER, OWED, sql, breaks)
            + compare(Kind.ENGINE_LEDGER, CONTRIBUTIONS, sql, breaks)
            + compareCustody(sql, breaks)
            + compare(Kind.IN_FLIGHT, IN_FLIGHT, sql, breaks)
            + compare(Kind.TRIAL_BALANCE, TOTALS, sql, breaks);
    // Every account that has drifted is a pair of its own; that there are none is one.
    compare(Kind.LEDGER_DRIFT, DRIFT, sql, breaks);
    compared++;
    Object position =
        sql.fetchValue(
            "SELECT coalesce(max(sequence), 0) FROM feed.reader_position WHERE reader = ?",
            LedgerProjector.READER);
    long sequence = ((Number) position).longValue();
    long runId =
        sql.insertInto(RUN)
            .set(RUN.RUN_AT, at.atOffset(ZoneOffset.UTC))
            .set(RUN.SEQUENCE, sequence)
            .set(RUN.COMPARED, compared)
            .set(RUN.BREAKS, breaks.size())
            .returning(RUN.RUN_ID)
            .fetchSingle()
            .getRunId();
    for (Break found : breaks) {
      sql.insertInto(BREAK)
          .set(BREAK.RUN_ID, runId)
          .set(BREAK.KIND, found.kind.name())
          .set(BREAK.SUBJECT, found.subject)
          .set(BREAK.EXPECTED_MICROS, found.expectedMicros)
          .set(BREAK.FOUND_MICROS, found.foundMicros)
          .execute();
    }
    return new Result(runId, at, sequence, compared, breaks);
  }

  /** Compares the two figures of each row; tells how many rows there were. */
  private static int compare(Kind kind, String query, DSLContext sql, List<Break> breaks) {
    List<Record> rows = sql.fetch(query);
    for (Record row : rows) {
      compare(
          kind,
          row.get("subject", String.class),
          row.get("expected", BigDecimal.class),
          row.get("found", BigDecimal.class),
          breaks);
    }
    return rows.size();
  }

  private int compareCustody(DSLContext sql, List<Break> breaks) {
    Object booked =
        sql.fetchValue(
            "SELECT coalesce(sum(balance_micros), 0) FROM ledger.balance"
                + " WHERE ledger_account = '1000'");
    Object between = sql.fetchValue(BETWEEN);
    compare(
        Kind.LEDGER_CUSTODY,
        "custody",
        new BigDecimal(booked.toString()).subtract(new BigDecimal(between.toString())),
        BigDecimal.valueOf(custodian.heldMicros(sql)),
        breaks);
    return 1;
  }

  private static void compare(
      Kind kind, String subject, BigDecimal expected, BigDecimal found, List<Break> breaks) {
    if (expected.compareTo(found) != 0) {
      breaks.add(new Break(kind, subject, expected, found));
    }
  }

  /** A break that nobody has explained yet. */
  public record Unexplained(long runId, Break found) {}

  /** Breaks of all runs that nobody has explained yet, the oldest first. */
  public List<Unexplained> unexplained() {
    return database
        .sql()
        .select()
        .from(BREAK)
        .whereNotExists(
            database
                .sql()
                .selectOne()
                .from(RESOLUTION)
                .where(RESOLUTION.RUN_ID.eq(BREAK.RUN_ID))
                .and(RESOLUTION.KIND.eq(BREAK.KIND))
                .and(RESOLUTION.SUBJECT.eq(BREAK.SUBJECT)))
        .orderBy(BREAK.RUN_ID, BREAK.KIND, BREAK.SUBJECT)
        .fetch(row -> new Unexplained(row.get(BREAK.RUN_ID), found(row)));
  }

  /** The last comparison, if there was one. */
  public Optional<Result> lastRun() {
    return database
        .sql()
        .selectFrom(RUN)
        .orderBy(RUN.RUN_ID.desc())
        .limit(1)
        .fetchOptional(run ->
            new Result(
                run.getRunId(),
                run.getRunAt().toInstant(),
                run.getSequence(),
                run.getCompared(),
                database
                    .sql()
                    .select()
                    .from(BREAK)
                    .where(BREAK.RUN_ID.eq(run.getRunId()))
                    .orderBy(BREAK.KIND, BREAK.SUBJECT)
                    .fetch(Reconciliation::found)));
  }

  private static Break found(Record row) {
    return new Break(
        Kind.valueOf(row.get(BREAK.KIND)),
        row.get(BREAK.SUBJECT),
        row.get(BREAK.EXPECTED_MICROS),
        row.get(BREAK.FOUND_MICROS));
  }

  /** Adds an explanation to a break, which stays as it was found. */
  public void explain(
      long runId, Kind kind, String subject, long staffId, String explanation, Instant at) {
    database
        .sql()
        .insertInto(RESOLUTION)
        .set(RESOLUTION.RUN_ID, runId)
        .set(RESOLUTION.KIND, kind.name())
        .set(RESOLUTION.SUBJECT, subject)
        .set(RESOLUTION.STAFF_ID, staffId)
        .set(RESOLUTION.EXPLANATION, explanation)
        .set(RESOLUTION.RESOLVED_AT, at.atOffset(ZoneOffset.UTC))
        .execute();
  }
}
