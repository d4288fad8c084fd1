package com.ballastmarkets.backoffice.ledger;

/** The lines of the chart of accounts, as {@code ledger.chart} has them. */
enum ChartLine {
  CUSTODY("1000"),
  CLIENT_CASH("2000"),
  IN_FLIGHT("2100"),
  BONDS_HELD("2200"),
  INSURANCE_FUND("3000"),
  HOUSE_CAPITAL("3100"),
  DEFAULT_FUND("3200"),
  HOUSE_TRANCHE("3300"),
  TRADING_FEES("4000"),
  MAKER_REWARDS("5000");

  private final String code;

  ChartLine(String code) {
    this.code = code;
  }

  String code() {
    return code;
  }

  /** Whether each account has one of its own, or the venue has one. */
  boolean isHeldPerAccount() {
    return this == CLIENT_CASH || this == IN_FLIGHT;
  }

  /** The name in the books: {@code 2000/1001}, or {@code 4000}. */
  String accountName(long accountId) {
    return isHeldPerAccount() ? code + "/" + accountId : code;
  }
}
