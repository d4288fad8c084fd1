package com.ballastmarkets.domain.instrument;

/**
 * What a fill costs each side. Rates are never negative.
 *
 * @param basis how the rates are to be read
 * @param makerRate for the resting side: parts per million with {@link Basis#PROBABILITY}, micros
 *     per lot with {@link Basis#PER_LOT}
 * @param takerRate for the incoming side, in the same unit
 */
public record FeeSchedule(Basis basis, long makerRate, long takerRate) {
  /** Nothing is charged. */
  public static final FeeSchedule FREE = new FeeSchedule(Basis.PER_LOT, 0, 0);

  /** How a fee is computed. */
  public enum Basis {
    /** rate × lots × p × (1 − p), with p the price in USDC. */
    PROBABILITY,
    /** A fixed amount per lot. */
    PER_LOT
  }

  public FeeSchedule {
    if (makerRate < 0 || takerRate < 0 || makerRate > 1_000_000 || takerRate > 1_000_000) {
      throw new IllegalArgumentException("a fee rate lies between 0 and 1,000,000");
    }
  }
}
