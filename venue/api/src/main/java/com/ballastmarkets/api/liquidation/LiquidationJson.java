package com.ballastmarkets.api.liquidation;

import com.ballastmarkets.api.json.Decimals;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.event.Event.Liquidation;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** What liquidations look like in JSON. Amounts in USDC, sizes in lots. */
public final class LiquidationJson {
  /** How the figures follow from one another, in words; the version of the ladder. */
  public static final String FORMULA =
      "ladder-1: usage = margin / equity; weight = size x face / leverage; a position's share of"
          + " equity = equity x weight / sum of weights; bankruptcy price = mark - share / size"
          + " (long) or + (short), kept in the contract's range; a slice is a fifth of the"
          + " position, rounded up; its fee is 0.25 % of the face of what was filled";

  private LiquidationJson() {}

  /**
   * {@code GET /account/liquidations}.
   *
   * @param standing {@code SAFE}, {@code NOTICE}, {@code REDUCE_ONLY} or {@code LIQUIDATION}
   */
  public record Liquidations(String standing, List<Packet> liquidations) {}

  /** {@code GET /account/liquidations/ranking}: leveraged positions only. */
  public record Ranking(List<Rank> positions) {}

  /**
   * Where a position stands in the order of deleveraging.
   *
   * @param rank 1 is closed first
   * @param of how many leveraged positions there are on its side
   */
  public record Rank(String marketId, long size, int rank, int of) {}

  /**
   * One liquidation: what it began with, and everything that it did.
   *
   * @param endedAt null while it runs
   */
  public record Packet(
      String liquidationId,
      String startedAt,
      @Nullable String endedAt,
      String formula,
      int leverage,
      BigDecimal cash,
      BigDecimal reserved,
      BigDecimal equity,
      BigDecimal worstCaseLoss,
      BigDecimal margin,
      List<Input> positions,
      List<Step> steps,
      List<ForcedFill> fills) {}

  /**
   * A position at the beginning.
   *
   * @param unrealizedPnl size × mark − open value
   * @param weight its own margin
   */
  public record Input(
      String marketId, long size, BigDecimal mark, BigDecimal unrealizedPnl, BigDecimal weight) {}

  /**
   * A slice, a takeover, a part of a loss, or the end; fields that it has not are null.
   *
   * @param type {@code SLICE}, {@code TAKEOVER}, {@code LOSS_COVERED}, {@code DELEVERAGED}, {@code
   *     ENDED}
   * @param price the slice's limit, the takeover's or deleveraging's price
   * @param equity before a slice or takeover, after the end
   */
  public record Step(
      String at,
      String type,
      @Nullable String marketId,
      @Nullable String orderId,
      @Nullable Long size,
      @Nullable Long filledSize,
      @Nullable BigDecimal price,
      @Nullable BigDecimal bankruptcyPrice,
      @Nullable BigDecimal mark,
      @Nullable BigDecimal equity,
      @Nullable BigDecimal weight,
      @Nullable BigDecimal weights,
      @Nullable BigDecimal fee,
      @Nullable String layer,
      @Nullable BigDecimal amount) {}

  /** A trade of one of its orders. */
  public record ForcedFill(
      String at, String tradeId, String orderId, String marketId, BigDecimal price, long size) {}

  static Packet packet(
      com.ballastmarkets.api.liquidation.Liquidations.Packet packet, IntFunction<String> symbols) {
    final Liquidation.LiquidationStarted start = packet.start();
    return new Packet(
        Long.toString(start.liquidationId()),
        Decimals.time(packet.startedNanos()),
        packet.endedNanos() == 0 ? null : Decimals.time(packet.endedNanos()),
        FORMULA,
        start.leverage(),
        Decimals.money(start.cashMicros()),
        Decimals.money(start.reservedMicros()),
        Decimals.money(start.equityMicros()),
        Decimals.money(start.worstCaseLossMicros()),
        Decimals.money(start.marginMicros()),
        packet.inputs().stream().map(input -> input(input, symbols)).toList(),
        packet.steps().stream().map(step -> step(step, symbols)).toList(),
        packet.fills().stream().map(fill -> fill(fill, symbols)).toList());
  }

  private static Input input(Liquidation.LiquidationInput input, IntFunction<String> symbols) {
    return new Input(
        symbols.apply(input.marketId()),
        input.lots(),
        Decimals.price(input.markMicros()),
        Decimals.money(input.lots() * input.markMicros() - input.openValueMicros()),
        Decimals.money(input.weightMicros()));
  }

  private static ForcedFill fill(
      com.ballastmarkets.api.liquidation.Liquidations.ForcedFill fill,
      IntFunction<String> symbols) {
    final Event.Trade trade = fill.trade();
    return new ForcedFill(
        Decimals.time(fill.timeNanos()),
        Long.toString(trade.tradeId()),
        Long.toString(trade.taker().orderId()),
        symbols.apply(trade.marketId()),
        Decimals.price(trade.priceMicros()),
        trade.lots());
  }

  private static Step step(
      com.ballastmarkets.api.liquidation.Liquidations.Step step, IntFunction<String> symbols) {
    final String at = Decimals.time(step.timeNanos());
    return switch (step.event()) {
      case Liquidation.LiquidationSlice s ->
          new Step(
              at,
              "SLICE",
              symbols.apply(s.marketId()),
              s.orderId() == 0 ? null : Long.toString(s.orderId()),
              s.side().sign() * s.lots(),
              s.side().sign() * s.filledLots(),
              s.orderId() == 0 ? null : Decimals.price(s.limitMicros()),
              Decimals.price(s.bankruptcyMicros()),
              Decimals.price(s.markMicros()),
              Decimals.money(s.equityMicros()),
              Decimals.money(s.weightMicros()),
              Decimals.money(s.weightsMicros()),
              Decimals.money(s.feeMicros()),
              null,
              null);
      case Liquidation.PositionTakenOver t ->
          new Step(
              at,
              "TAKEOVER",
              symbols.apply(t.marketId()),
              null,
              -t.lots(),
              -t.lots(),
              Decimals.price(t.priceMicros()),
              Decimals.price(t.priceMicros()),
              Decimals.price(t.markMicros()),
              Decimals.money(t.equityMicros()),
              Decimals.money(t.weightMicros()),
              Decimals.money(t.weightsMicros()),
              null,
              null,
              null);
      case Liquidation.LossCovered c ->
          plain(at, "LOSS_COVERED", null, null, c.layer().name(), Decimals.money(c.amountMicros()));
      case Liquidation.AutoDeleveraged d ->
          new Step(
              at,
              "DELEVERAGED",
              symbols.apply(d.marketId()),
              null,
              d.lots(),
              d.lots(),
              Decimals.price(d.priceMicros()),
              null,
              Decimals.price(d.markMicros()),
              null,
              null,
              null,
              null,
              null,
              null);
      case Liquidation.LiquidationEnded e ->
          plain(at, "ENDED", null, Decimals.money(e.equityMicros()), null, null);
      case Liquidation.MarginNotice _,
          Liquidation.LiquidationStarted _,
          Liquidation.LiquidationInput _,
          Liquidation.ContributionChanged _ ->
          plain(at, "NOTE", null, null, null, null);
    };
  }

  private static Step plain(
      String at,
      String type,
      @Nullable String marketId,
      @Nullable BigDecimal equity,
      @Nullable String layer,
      @Nullable BigDecimal amount) {
    return new Step(
        at, type, marketId, null, null, null, null, null, null, equity, null, null, null, layer,
        amount);
  }
}
