package com.ballastmarkets.api.market;

import com.ballastmarkets.api.json.Decimals;
import com.ballastmarkets.api.settlement.Settlement;
import com.ballastmarkets.api.settlement.SettlementJson;
import com.ballastmarkets.domain.instrument.FeeSchedule;
import com.ballastmarkets.domain.instrument.Instrument;
import com.ballastmarkets.domain.instrument.MarketState;
import com.ballastmarkets.domain.instrument.StateReason;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What markets look like in JSON. Prices in USDC or points, sizes and volumes in lots. */
public final class MarketJson {
  private MarketJson() {}

  /** A line of {@code GET /markets}. */
  public record Listing(
      String id,
      String name,
      String type,
      String settlementDate,
      @Nullable BigDecimal lastPrice,
      @Nullable BigDecimal bid,
      @Nullable BigDecimal ask,
      long volume_24h,
      String state,
      String place) {}

  public record Listings(List<Listing> markets) {}

  /** {@code GET /markets/{id}}: the listing with the contract's terms. */
  public record Details(
      String id,
      String name,
      String type,
      String settlementDate,
      @Nullable BigDecimal lastPrice,
      @Nullable BigDecimal bid,
      @Nullable BigDecimal ask,
      long volume_24h,
      String state,
      String place,
      String stateReason,
      String windowStart,
      String windowEnd,
      BigDecimal markPrice,
      BigDecimal referencePrice,
      BigDecimal minPrice,
      BigDecimal maxPrice,
      BigDecimal tickSize,
      List<Band> tickTable,
      Fees fees,
      long minOrderSize,
      long maxOrderSize,
      long positionLimit,
      String settlementCurrency,
      String rulesHash,
      SettlementJson.@Nullable Summary settlement) {}

  /** A band of the tick table: from this price up, in steps of that size. */
  public record Band(BigDecimal fromPrice, BigDecimal tickSize) {}

  /**
   * @param basis {@code probability}: rate × size × p × (1 − p); {@code per_lot}: an amount per lot
   */
  public record Fees(String basis, BigDecimal makerRate, BigDecimal takerRate) {}

  public record Level(BigDecimal price, long size) {}

  /** {@code GET /markets/{id}/orderbook}. */
  public record Depth(String marketId, String timestamp, List<Level> bids, List<Level> asks) {}

  /** The ticker channel. */
  public record Ticker(
      String marketId,
      @Nullable BigDecimal lastPrice,
      @Nullable BigDecimal bid,
      @Nullable BigDecimal ask,
      long volume_24h,
      BigDecimal markPrice,
      @Nullable BigDecimal indicativePrice,
      long indicativeSize) {}

  /**
   * @param side of the incoming order; null in an auction
   */
  public record Trade(
      String tradeId,
      BigDecimal price,
      long size,
      @Nullable String side,
      boolean auction,
      String timestamp) {}

  /** {@code GET /markets/{id}/trades}, newest first. */
  public record Trades(String marketId, List<Trade> trades, @Nullable String nextCursor) {}

  public static Trade trade(Market market, Market.PublicTrade trade) {
    return new Trade(
        "trd_" + trade.tradeId(),
        market.price(trade.priceMicros()),
        trade.lots(),
        trade.auction() ? null : trade.takerSide().name().toLowerCase(Locale.ROOT),
        trade.auction(),
        Decimals.time(trade.timeNanos()));
  }

  /** The word of a phase in every interface. */
  public static String word(MarketState state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  static Details details(
      Instrument instrument,
      Listing listing,
      StateReason reason,
      long markMicros,
      long referencePriceMicros,
      long positionLimitLots,
      Settlement settlement) {
    return new Details(
        listing.id(),
        listing.name(),
        listing.type(),
        listing.settlementDate(),
        listing.lastPrice(),
        listing.bid(),
        listing.ask(),
        listing.volume_24h(),
        listing.state(),
        listing.place(),
        reason.name().toLowerCase(Locale.ROOT),
        Decimals.time(instrument.windowStartNanos()),
        Decimals.time(instrument.expiryNanos()),
        Decimals.price(markMicros),
        Decimals.price(referencePriceMicros),
        Decimals.price(instrument.contract().loMicros()),
        Decimals.price(instrument.contract().hiMicros()),
        Decimals.price(instrument.ticks().bands().getFirst().tickMicros()),
        instrument.ticks().bands().stream()
            .map(band ->
                new Band(Decimals.price(band.fromMicros()), Decimals.price(band.tickMicros())))
            .toList(),
        fees(instrument.fees()),
        1,
        instrument.maxOrderLots(),
        positionLimitLots,
        "USDC",
        instrument.rulesHash(),
        settlement.isPublished() ? SettlementJson.summary(settlement) : null);
  }

  /** Rates are kept in millionths in either basis. */
  private static Fees fees(FeeSchedule fees) {
    return new Fees(
        fees.basis().name().toLowerCase(Locale.ROOT),
        Decimals.price(fees.makerRate()),
        Decimals.price(fees.takerRate()));
  }
}
