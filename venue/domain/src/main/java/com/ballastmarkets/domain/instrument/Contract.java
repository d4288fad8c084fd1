package com.ballastmarkets.domain.instrument;

import com.ballastmarkets.domain.money.Micros;
import java.util.List;

/**
 * What a lot pays at settlement, and the range of prices that this implies. Payoffs are in micros
 * per lot. {@link #loMicros} and {@link #hiMicros} bound both price and payoff; their difference is
 * the face.
 */
public sealed interface Contract {
  /** The lowest price and payoff, in micros per lot. */
  long loMicros();

  /** The highest price and payoff, in micros per lot. */
  long hiMicros();

  /** hi − lo, in micros per lot. */
  default long faceMicros() {
    return hiMicros() - loMicros();
  }

  /** The word for this kind in every interface: {@code binary}, {@code index}, … */
  String typeName();

  /** Pays 1 USDC if the chokepoint was available over the window, else 0. */
  record Binary() implements Contract {
    @Override
    public long loMicros() {
      return 0;
    }

    @Override
    public long hiMicros() {
      return Micros.PER_UNIT;
    }

    @Override
    public String typeName() {
      return "binary";
    }
  }

  /** Pays 1 USDC for every index point, 0 to 100. */
  record Index() implements Contract {
    @Override
    public long loMicros() {
      return 0;
    }

    @Override
    public long hiMicros() {
      return 100 * Micros.PER_UNIT;
    }

    @Override
    public String typeName() {
      return "index";
    }
  }

  /**
   * A European option on the settlement value I of an index contract: a call pays max(I − K, 0), a
   * put max(K − I, 0).
   *
   * @param underlyingMarketId the index contract's market
   * @param strikeMicros K, strictly between 0 and 100 points
   */
  record Option(int underlyingMarketId, PutOrCall putOrCall, long strikeMicros)
      implements Contract {
    public Option {
      if (strikeMicros <= 0 || strikeMicros >= 100 * Micros.PER_UNIT) {
        throw new IllegalArgumentException("a strike lies between 0 and 100: " + strikeMicros);
      }
    }

    @Override
    public long loMicros() {
      return 0;
    }

    @Override
    public long hiMicros() {
      return putOrCall == PutOrCall.CALL
          ? Math.subtractExact(100 * Micros.PER_UNIT, strikeMicros)
          : strikeMicros;
    }

    @Override
    public String typeName() {
      return "option";
    }
  }

  /**
   * Pays A − B of two index contracts if the binary condition settles to the stated side, else the
   * contract is void.
   *
   * @param conditionMarketId the binary contract that decides
   * @param conditionMet the side it must settle to: true for 1, false for 0
   */
  record ConditionalSpread(
      int conditionMarketId, boolean conditionMet, int legAMarketId, int legBMarketId)
      implements Contract {
    @Override
    public long loMicros() {
      return -100 * Micros.PER_UNIT;
    }

    @Override
    public long hiMicros() {
      return 100 * Micros.PER_UNIT;
    }

    @Override
    public String typeName() {
      return "conditional_spread";
    }
  }

  /**
   * A user-defined spread of 2 to 4 legs. It is traded, never held: a fill becomes fills of its
   * legs.
   *
   * @param loMicros Σ ratio × the leg's worst bound
   * @param hiMicros Σ ratio × the leg's best bound
   */
  record Combo(List<ComboLeg> legs, long loMicros, long hiMicros) implements Contract {
    public Combo {
      legs = List.copyOf(legs);
      if (legs.size() < 2 || legs.size() > 4) {
        throw new IllegalArgumentException("a combo has 2 to 4 legs: " + legs.size());
      }
    }

    @Override
    public String typeName() {
      return "combo";
    }
  }

  /**
   * A leg of a combo: buying one combo buys {@code ratio} lots (sells, if negative) of the market.
   */
  record ComboLeg(int marketId, int ratio) {
    public ComboLeg {
      if (ratio == 0) {
        throw new IllegalArgumentException("a leg's ratio is not zero");
      }
    }
  }

  /** Which way an option pays (FIX 201). */
  enum PutOrCall {
    PUT,
    CALL
  }
}
