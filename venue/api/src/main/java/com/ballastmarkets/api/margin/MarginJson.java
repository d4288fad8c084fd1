package com.ballastmarkets.api.margin;

import com.ballastmarkets.api.json.Decimals;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.domain.margin.UnderlyingMargin;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What margin looks like in JSON. Amounts in USDC, profits above zero, sizes in signed lots. */
public final class MarginJson {
  private MarginJson() {}

  /**
   * {@code GET /account/margin}.
   *
   * @param equity cash + unsettled profit at mark
   * @param reserved set aside for withdrawals
   * @param margin the sum over the underlyings
   * @param available equity − reserved − margin, at most equity − reserved
   */
  public record Margin(
      int leverage,
      BigDecimal cash,
      BigDecimal equity,
      BigDecimal reserved,
      BigDecimal margin,
      BigDecimal available,
      List<Underlying> underlyings) {}

  /**
   * Everything on one underlying: margin is the smaller of worst-case loss and leveraged.
   *
   * @param marketId the index of its options, else the only market
   * @param scenarios every outcome tried
   * @param instruments what each position brings in the worst of them
   * @param orders what open orders that lose there bring, fees included: never above zero
   */
  public record Underlying(
      String marketId,
      BigDecimal worstCaseLoss,
      BigDecimal leveraged,
      BigDecimal margin,
      List<Scenario> scenarios,
      List<Instrument> instruments,
      BigDecimal orders) {}

  /**
   * @param outcome the settlement value; null if the contract is void
   */
  public record Scenario(@Nullable BigDecimal outcome, BigDecimal profit, boolean worst) {}

  /** A position's part of the worst scenario. */
  public record Instrument(String marketId, long size, BigDecimal markPrice, BigDecimal profit) {}

  /**
   * What an order would meet if it were sent now.
   *
   * @param margin with the order open; without it, if it is refused for another reason than money
   */
  public record WhatIf(boolean accepted, @Nullable Refusal refusal, Margin margin) {}

  /**
   * @param code as in the error of {@code POST /orders}
   * @param required what the order would need, with a reason of money
   * @param available what there is for it
   */
  public record Refusal(
      String code, @Nullable BigDecimal required, @Nullable BigDecimal available) {}

  static Margin margin(
      List<UnderlyingMargin> parts, Event.MarginExplained whole, IntFunction<String> symbol) {
    return new Margin(
        whole.leverage(),
        Decimals.money(whole.cashMicros()),
        Decimals.money(whole.equityMicros()),
        Decimals.money(whole.reservedMicros()),
        Decimals.money(whole.marginMicros()),
        Decimals.money(whole.availableMicros()),
        parts.stream().map(part -> underlying(part, symbol)).toList());
  }

  static WhatIf whatIf(
      List<UnderlyingMargin> parts, Event.MarginExplained whole, IntFunction<String> symbol) {
    return new WhatIf(whole.refusal() == null, refusal(whole), margin(parts, whole, symbol));
  }

  private static @Nullable Refusal refusal(Event.MarginExplained whole) {
    final RejectReason reason = whole.refusal();
    if (reason == null) {
      return null;
    }
    final boolean money =
        reason == RejectReason.INSUFFICIENT_BALANCE || reason == RejectReason.MARGIN_USAGE_TOO_HIGH;
    return new Refusal(
        reason.name(),
        money ? Decimals.money(whole.requiredMicros()) : null,
        money ? Decimals.money(whole.offeredMicros()) : null);
  }

  private static Underlying underlying(UnderlyingMargin part, IntFunction<String> symbol) {
    return new Underlying(
        symbol.apply(part.marketId()),
        Decimals.money(part.worstCaseLossMicros()),
        Decimals.money(part.leveragedMicros()),
        Decimals.money(part.marginMicros()),
        IntStream.range(0, part.scenarios().size())
            .mapToObj(i -> scenario(part.scenarios().get(i), i == part.worst()))
            .toList(),
        part.instruments().stream().map(share -> instrument(share, symbol)).toList(),
        Decimals.money(part.ordersMicros()));
  }

  private static Scenario scenario(UnderlyingMargin.Scenario scenario, boolean worst) {
    return new Scenario(
        scenario.voided() ? null : Decimals.price(scenario.outcomeMicros()),
        Decimals.money(scenario.profitMicros()),
        worst);
  }

  private static Instrument instrument(
      UnderlyingMargin.InstrumentShare share, IntFunction<String> symbol) {
    return new Instrument(
        symbol.apply(share.marketId()),
        share.lots(),
        Decimals.price(share.markMicros()),
        Decimals.money(share.profitMicros()));
  }
}
