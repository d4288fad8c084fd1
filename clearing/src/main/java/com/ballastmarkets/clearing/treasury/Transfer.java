package com.ballastmarkets.clearing.treasury;

/** A deposit or a withdrawal, remembered by its reference for ever. */
record Transfer(String reference, long accountId, long amountMicros, Status status) {

  /** How far it has come. */
  enum Status {
    DEPOSITED,
    RESERVED,
    CONFIRMED,
    RELEASED
  }

  boolean isDeposit() {
    return status == Status.DEPOSITED;
  }

  Transfer with(Status next) {
    return new Transfer(reference, accountId, amountMicros, next);
  }
}
