package com.ballastmarkets.clearing.product;

import com.ballastmarkets.domain.instrument.Contract;

/** What a lot pays in an outcome of its underlying, in micros. */
public final class Payoff {
  private Payoff() {}

  /**
   * @param outcomeMicros the index's settlement value for an index or an option on it; for every
   *     other contract its own settlement value
   */
  public static long of(Contract contract, long outcomeMicros) {
    return switch (contract) {
      case Contract.Binary _ -> outcomeMicros;
      case Contract.Index _ -> outcomeMicros;
      case Contract.ConditionalSpread _ -> outcomeMicros;
      case Contract.Option option ->
          switch (option.putOrCall()) {
            case CALL -> Math.max(0, Math.subtractExact(outcomeMicros, option.strikeMicros()));
            case PUT -> Math.max(0, Math.subtractExact(option.strikeMicros(), outcomeMicros));
          };
      case Contract.Combo _ -> throw new IllegalArgumentException("a combo is never held");
    };
  }
}
