package com.ballastmarkets.clearing.liquidation;

import static org.assertj.core.api.Assertions.assertThat;

import com.ballastmarkets.clearing.liquidation.AccountFigures.PositionFigures;
import com.ballastmarkets.clearing.liquidation.Liquidation.Phase;
import com.ballastmarkets.domain.liquidation.MarginStanding;
import com.ballastmarkets.domain.money.Micros;
import com.ballastmarkets.domain.order.Side;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LiquidationTest {
  private static final PositionFigures LARGE = position(1, 500, "0.40", "300");
  private static final PositionFigures SMALL = position(2, -100, "0.90", "100");

  private static PositionFigures position(int market, long lots, String mark, String margin) {
    return new PositionFigures(
        market, lots, Micros.parse(mark), 0, 1_000_000, Micros.parse(margin));
  }

  private static AccountFigures figures(
      String equity, boolean openOrders, PositionFigures... positions) {
    final List<PositionFigures> all = List.of(positions);
    final long margin = all.stream().mapToLong(PositionFigures::marginMicros).sum();
    return new AccountFigures(Micros.parse(equity), Micros.parse("9999"), margin, openOrders, all);
  }

  private static long at(long seconds) {
    return Duration.ofSeconds(seconds).toNanos();
  }

  private static LiquidationAction next(Liquidation liquidation, AccountFigures figures, long now) {
    return liquidation.next(figures, now, _ -> Phase.OPEN);
  }

  @Test
  void usageClimbsTheLadder() {
    assertThat(figures("700", false, LARGE, SMALL).standing()).isEqualTo(MarginStanding.SAFE);
    assertThat(figures("666", false, LARGE, SMALL).standing()).isEqualTo(MarginStanding.NOTICE);
    assertThat(figures("571", false, LARGE, SMALL).standing())
        .isEqualTo(MarginStanding.REDUCE_ONLY);
    assertThat(figures("500", false, LARGE, SMALL).standing())
        .isEqualTo(MarginStanding.LIQUIDATION);
    assertThat(figures("0", false, LARGE).standing()).isEqualTo(MarginStanding.LIQUIDATION);
  }

  @Test
  void whoCanNotLoseMoreThanItHasIsSafeAtAnyUsage() {
    final long money = Micros.parse("500");
    assertThat(new AccountFigures(money, money, money, false, List.of(LARGE)).standing())
        .isEqualTo(MarginStanding.SAFE);
  }

  @Test
  void ordersGoFirstThenSlicesOfTheLargestMarginOnePerMarketAndSecond() {
    final Liquidation liquidation = new Liquidation(0);
    assertThat(next(liquidation, figures("100", true, LARGE, SMALL), 0))
        .isEqualTo(new LiquidationAction.CancelOrders());
    final AccountFigures figures = figures("100", false, SMALL, LARGE);
    // 75 of the 100 belong to the large position: 0.15 a lot.
    assertThat(next(liquidation, figures, 0))
        .isEqualTo(new LiquidationAction.Reduce(1, Side.SELL, 100, 250_000));
    // 25 to the small one: 0.25 a lot would be 1.15, beyond the range.
    assertThat(next(liquidation, figures, 0))
        .isEqualTo(new LiquidationAction.Reduce(2, Side.BUY, 20, 1_000_000));
    assertThat(next(liquidation, figures, at(1) - 1)).isEqualTo(new LiquidationAction.Wait(at(1)));
    assertThat(next(liquidation, figures, at(1))).isInstanceOf(LiquidationAction.Reduce.class);
  }

  @Test
  void itEndsBelowSixtyPercent() {
    assertThat(next(new Liquidation(0), figures("667", false, LARGE, SMALL), 0))
        .isEqualTo(new LiquidationAction.Finish());
    assertThat(next(new Liquidation(0), figures("1", false), 0))
        .isEqualTo(new LiquidationAction.Finish());
  }

  @Test
  void theFundTakesOverAfterThirtySecondsOrWithoutEquity() {
    assertThat(next(new Liquidation(0), figures("100", false, LARGE, SMALL), at(30)))
        .isEqualTo(new LiquidationAction.TakeOver(1, 500, 250_000));
    // 20 short: the fund pays 0.04 a lot above the mark, and the account ends with nothing.
    assertThat(next(new Liquidation(0), figures("-20", false, LARGE), at(1)))
        .isEqualTo(new LiquidationAction.TakeOver(1, 500, 440_000));
  }

  @Test
  void aPausedMarketIsLeftAloneAndHasThirtySecondsFromItsReopening() {
    final Liquidation liquidation = new Liquidation(0);
    final AccountFigures figures = figures("100", false, LARGE);
    assertThat(liquidation.next(figures, at(1), _ -> Phase.PAUSED))
        .isEqualTo(new LiquidationAction.Wait(Long.MAX_VALUE));
    assertThat(liquidation.next(figures, at(300), _ -> Phase.PAUSED))
        .isEqualTo(new LiquidationAction.Wait(Long.MAX_VALUE));
    assertThat(next(liquidation, figures, at(400))).isInstanceOf(LiquidationAction.Reduce.class);
    assertThat(next(liquidation, figures, at(429))).isInstanceOf(LiquidationAction.Reduce.class);
    assertThat(next(liquidation, figures, at(430))).isInstanceOf(LiquidationAction.TakeOver.class);
    // Without equity nothing waits.
    assertThat(liquidation.next(figures("0", false, LARGE), at(2), _ -> Phase.PAUSED))
        .isInstanceOf(LiquidationAction.TakeOver.class);
  }

  @Test
  void whereTradingIsOverNothingIsSliced() {
    final AccountFigures figures = figures("100", false, LARGE);
    assertThat(new Liquidation(0).next(figures, at(1), _ -> Phase.OVER))
        .isEqualTo(new LiquidationAction.Wait(at(30)));
  }
}
