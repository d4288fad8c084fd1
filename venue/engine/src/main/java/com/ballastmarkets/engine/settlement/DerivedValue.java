package com.ballastmarkets.engine.settlement;

import com.ballastmarkets.domain.instrument.Contract;
import com.ballastmarkets.domain.instrument.MarketState;
import com.ballastmarkets.domain.money.Micros;
import com.ballastmarkets.engine.market.Market;
import com.ballastmarkets.engine.market.MarketRegistry;

/**
 * What a contract on other contracts is worth once those are settled. A contract on observations is
 * worth what was published.
 */
sealed interface DerivedValue {
  /** It pays this, in micros per lot. */
  record Pays(long valueMicros) implements DerivedValue {}

  /** Its condition was not met, or what it refers to is void. */
  record Voids() implements DerivedValue {}

  /** What it refers to is not settled yet. */
  record Waits() implements DerivedValue {}

  static DerivedValue of(Market market, MarketRegistry markets) {
    return switch (market.instrument().contract()) {
      case Contract.Binary() -> new Pays(market.settlementValue());
      case Contract.Index() -> new Pays(market.settlementValue());
      case Contract.Combo _ -> new Waits();
      case Contract.Option option -> option(option, markets);
      case Contract.ConditionalSpread spread -> spread(spread, markets);
    };
  }

  private static DerivedValue option(Contract.Option option, MarketRegistry markets) {
    return switch (settled(option.underlyingMarketId(), markets)) {
      case Pays(long index) -> {
        final long inTheMoney =
            option.putOrCall() == Contract.PutOrCall.CALL
                ? index - option.strikeMicros()
                : option.strikeMicros() - index;
        yield new Pays(Math.max(0, inTheMoney));
      }
      case Voids voids -> voids;
      case Waits waits -> waits;
    };
  }

  private static DerivedValue spread(Contract.ConditionalSpread spread, MarketRegistry markets) {
    final DerivedValue condition = settled(spread.conditionMarketId(), markets);
    if (!(condition instanceof Pays(long outcome))) {
      return condition;
    }
    if (spread.conditionMet() != (outcome == Micros.PER_UNIT)) {
      return new Voids();
    }
    final DerivedValue legA = settled(spread.legAMarketId(), markets);
    final DerivedValue legB = settled(spread.legBMarketId(), markets);
    if (legA instanceof Voids || legB instanceof Voids) {
      return new Voids();
    }
    return legA instanceof Pays(long a) && legB instanceof Pays(long b)
        ? new Pays(Math.subtractExact(a, b))
        : new Waits();
  }

  private static DerivedValue settled(int marketId, MarketRegistry markets) {
    final Market market = markets.get(marketId);
    if (market == null || !market.state().isClosed()) {
      return new Waits();
    }
    return market.state() == MarketState.VOID ? new Voids() : new Pays(market.settlementValue());
  }
}
