package com.ballastmarkets.backoffice.treasury.transfer;

/** What became of a transfer. It is given once; a rail may say it again. */
public sealed interface TransferResult {
  /** The transfer's. */
  String reference();

  /**
   * It arrived.
   *
   * @param transaction by which it can be looked up: on chain, its hash
   */
  record Confirmed(String reference, String transaction) implements TransferResult {}

  /** It did not leave and never will. */
  record Failed(String reference, String reason) implements TransferResult {}
}
