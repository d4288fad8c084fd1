package com.ballastmarkets.reports.settlement;

/**
 * What the contract brought one account. All amounts in micro-USDC.
 *
 * @param lots signed position at expiry: long above zero; 0 if it was closed before
 * @param entryMicros Σ signed lots × price of all its fills in the market, buys above zero
 * @param variationMicros received in daily variation before the settlement, signed
 * @param finalMicros the last payment, signed; of a void contract the reversal
 * @param feesMicros charged on its fills, never negative; not reversed by a void
 */
public record Payout(
    long accountId,
    String accountName,
    long lots,
    long entryMicros,
    long variationMicros,
    long finalMicros,
    long feesMicros) {

  public Payout {
    if (feesMicros < 0) {
      throw new IllegalArgumentException("fees are not negative: " + feesMicros);
    }
  }

  /** Profit or loss before fees: everything that was received over the contract's life. */
  public long grossMicros() {
    return Math.addExact(variationMicros, finalMicros);
  }

  /** Profit or loss after fees. */
  public long netMicros() {
    return Math.subtractExact(grossMicros(), feesMicros);
  }
}
