package com.ballastmarkets.clearing.treasury;

/** A deposit or a withdrawal, remembered by its reference for ever. */
record Transfer(String reference, long accountId, long amountMicros, Status status) {

  /** How far it has come. */
  enum Status {
    DEPOSITED,
    RESERVED,
    CONFIRMED,
    RELEASED,
    /** Into the default fund. */
    CONTRIBUTED,
    /** Out of it again. */
    RETURNED,
    /** Into the house's tranche. */
    TRANCHE_FUNDED,
    /** To makers, out of the house's account. */
    REWARDED
  }

  boolean isDeposit() {
    return status == Status.DEPOSITED;
  }

  boolean isWithdrawal() {
    return switch (status) {
      case RESERVED, CONFIRMED, RELEASED -> true;
      case DEPOSITED, CONTRIBUTED, RETURNED, TRANCHE_FUNDED, REWARDED -> false;
    };
  }

  Transfer with(Status next) {
    return new Transfer(reference, accountId, amountMicros, next);
  }
}
