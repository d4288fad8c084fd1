package com.ballastmarkets.reports.desk;

import static com.ballastmarkets.sql.generated.ledger.Tables.POSTING;

import org.jooq.Condition;

/** The lines of the chart of accounts that are an account's own. */
final class Ledger {
  private static final String CLIENT_CASH = "2000/";
  private static final String IN_FLIGHT = "2100/";

  private Ledger() {}

  /** Postings on what the venue owes the account, withdrawals in flight included. */
  static Condition ofAccount(long accountId) {
    return POSTING.LEDGER_ACCOUNT.in(CLIENT_CASH + accountId, IN_FLIGHT + accountId);
  }
}
