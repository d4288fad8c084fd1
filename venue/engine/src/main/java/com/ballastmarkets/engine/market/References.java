package com.ballastmarkets.engine.market;

import com.ballastmarkets.domain.instrument.Contract;

/** Which other markets a contract's value, or its trading, rests on. */
public final class References {
  private static final int[] NONE = {};

  private References() {}

  /** Their ids. */
  public static int[] of(Contract contract) {
    return switch (contract) {
      case Contract.Binary _ -> NONE;
      case Contract.Index _ -> NONE;
      case Contract.Option option -> new int[] {option.underlyingMarketId()};
      case Contract.ConditionalSpread spread ->
          new int[] {spread.conditionMarketId(), spread.legAMarketId(), spread.legBMarketId()};
      case Contract.Combo combo ->
          combo.legs().stream().mapToInt(Contract.ComboLeg::marketId).toArray();
    };
  }
}
