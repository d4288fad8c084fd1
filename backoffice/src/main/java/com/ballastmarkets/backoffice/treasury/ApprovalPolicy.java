package com.ballastmarkets.backoffice.treasury;

/**
 * How many members of staff must approve that money moves.
 *
 * @param limitMicros above it, two must
 * @param approvalsBelow up to it: 1, or 0 to let them go unseen
 */
public record ApprovalPolicy(long limitMicros, int approvalsBelow) {
  public ApprovalPolicy {
    if (limitMicros < 0 || approvalsBelow < 0 || approvalsBelow > 1) {
      throw new IllegalArgumentException("a limit of at least 0, and 0 or 1 approvals below it");
    }
  }

  /** Withdrawals: two above 10,000 USDC, one up to it. */
  public static ApprovalPolicy ofWithdrawals() {
    return new ApprovalPolicy(10_000_000_000L, 1);
  }

  /** Settlement batches, whose withdrawals are approved each: two above 100,000 USDC, else none. */
  public static ApprovalPolicy ofBatches() {
    return new ApprovalPolicy(100_000_000_000L, 0);
  }

  /** The default fund and the house's tranche: two above 100,000 USDC, one up to it. */
  public static ApprovalPolicy ofFunds() {
    return new ApprovalPolicy(100_000_000_000L, 1);
  }

  int approvals(long amountMicros) {
    return amountMicros > limitMicros ? 2 : approvalsBelow;
  }
}
