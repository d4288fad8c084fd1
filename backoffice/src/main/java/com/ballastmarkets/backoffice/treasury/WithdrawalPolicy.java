package com.ballastmarkets.backoffice.treasury;

/**
 * How many members of staff must approve a withdrawal.
 *
 * @param limitMicros above it, two must
 * @param approvalsBelow up to it: 1, or 0 to let them go unseen
 */
public record WithdrawalPolicy(long limitMicros, int approvalsBelow) {
  public WithdrawalPolicy {
    if (limitMicros < 0 || approvalsBelow < 0 || approvalsBelow > 1) {
      throw new IllegalArgumentException("a limit of at least 0, and 0 or 1 approvals below it");
    }
  }

  /** Two above 10,000 USDC, one up to it. */
  public static WithdrawalPolicy standard() {
    return new WithdrawalPolicy(10_000_000_000L, 1);
  }

  int approvals(long amountMicros) {
    return amountMicros > limitMicros ? 2 : approvalsBelow;
  }
}
