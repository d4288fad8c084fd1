package com.ballastmarkets.reports.desk;

import com.ballastmarkets.reports.disclosure.PublicDisclosure;
import com.ballastmarkets.reports.settlement.SettlementReport;
import com.ballastmarkets.reports.statement.AccountStatement;
import com.ballastmarkets.sql.Database;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.function.Function;
import org.jooq.DSLContext;

/** Fills reports from the database. Safe for use by several threads. */
public final class ReportDesk {
  private final Database database;
  private final String venue;
  private final InstantSource venueClock;

  /**
   * @param venue the venue's name, as reports print it
   * @param venueClock venue time: the time of issue
   */
  public ReportDesk(Database database, String venue, InstantSource venueClock) {
    this.database = database;
    this.venue = venue;
    this.venueClock = venueClock;
  }

  /**
   * The settlement of a market, from its provisional value on.
   *
   * @throws NoReportException if there is no such market, or it has no value yet
   * @throws com.ballastmarkets.reports.UntiedReportException if ledger, fills and value disagree
   */
  public SettlementReport settlementReport(String symbol) {
    return atOneMoment(sql -> new SettlementQuery(sql, venue, venueClock.instant()).of(symbol));
  }

  /**
   * An account's statement over UTC days, both inclusive.
   *
   * @throws NoReportException if there is no such account
   * @throws IllegalArgumentException if {@code to} is before {@code from}
   */
  public AccountStatement accountStatement(long accountId, LocalDate from, LocalDate to) {
    return atOneMoment(
        sql -> new StatementQuery(sql, venue, venueClock.instant()).of(accountId, from, to));
  }

  /**
   * What stands behind the clearing house, for everybody.
   *
   * @throws com.ballastmarkets.reports.UntiedReportException if contributions and ledger disagree
   */
  public PublicDisclosure publicDisclosure() {
    return atOneMoment(sql -> new DisclosureQuery(sql, venue, venueClock.instant()).now());
  }

  /** All queries of a report see the same rows, whatever the ledger takes in meanwhile. */
  private <T> T atOneMoment(Function<DSLContext, T> report) {
    return database
        .sql()
        .transactionResult(transaction -> {
          transaction.dsl().execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
          return report.apply(transaction.dsl());
        });
  }
}
