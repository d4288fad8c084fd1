package com.ballastmarkets.domain.account;

/** The accounts that exist from the first moment. Clients' ids start at {@link #FIRST_CLIENT}. */
public final class SystemAccounts {
  /** The venue's fee income. */
  public static final long HOUSE = 1;

  public static final long INSURANCE_FUND = 2;
  public static final long DISPUTE_ESCROW = 3;

  /** All contributions to the default fund together. */
  public static final long DEFAULT_FUND = 4;

  public static final long HOUSE_TRANCHE = 5;

  /** The participant that owns the system accounts. */
  public static final long HOUSE_PARTICIPANT = 1;

  public static final long FIRST_CLIENT = 1_000;

  private SystemAccounts() {}
}
