package com.ballastmarkets.api.combo;

import com.ballastmarkets.api.json.Decimals;
import com.ballastmarkets.api.market.Market;
import com.ballastmarkets.api.market.MarketJson;
import com.ballastmarkets.domain.instrument.Contract;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.IntFunction;

/** What combos look like in JSON. */
public final class ComboJson {
  private ComboJson() {}

  /**
   * @param ratio lots of the market that buying one combo buys; sells, if negative
   */
  public record Leg(String marketId, int ratio) {}

  /** A combo that can be traded: {@code marketId} goes where any market's does. */
  public record Combo(
      String marketId,
      String name,
      String state,
      String expires,
      BigDecimal minPrice,
      BigDecimal maxPrice,
      BigDecimal tickSize,
      long maxOrderSize,
      List<Leg> legs) {}

  /** {@code GET /combos}. */
  public record Combos(List<Combo> combos) {}

  /**
   * The answer to a definition.
   *
   * @param reversed whether the combo trades the legs the other way round than they were given: who
   *     wants to buy those sells the combo, at the negative price
   */
  public record Defined(Combo combo, boolean reversed) {}

  static Combo combo(Market market, Contract.Combo contract, IntFunction<String> symbols) {
    return new Combo(
        market.symbol(),
        market.instrument().name(),
        MarketJson.word(market.state()),
        Decimals.time(market.instrument().expiryNanos()),
        Decimals.price(contract.loMicros()),
        Decimals.price(contract.hiMicros()),
        Decimals.price(market.instrument().ticks().bands().getFirst().tickMicros()),
        market.instrument().maxOrderLots(),
        contract.legs().stream()
            .map(leg -> new Leg(symbols.apply(leg.marketId()), leg.ratio()))
            .toList());
  }
}
