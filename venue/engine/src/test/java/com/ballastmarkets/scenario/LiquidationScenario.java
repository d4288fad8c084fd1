package com.ballastmarkets.scenario;

import static com.ballastmarkets.scenario.Sighting.canceled;
import static com.ballastmarkets.scenario.Sighting.fill;
import static com.ballastmarkets.scenario.Sighting.rejected;
import static com.ballastmarkets.scenario.Sighting.resting;
import static org.assertj.core.api.Assertions.assertThat;

import com.ballastmarkets.domain.account.SystemAccounts;
import com.ballastmarkets.domain.event.Event.Liquidation;
import com.ballastmarkets.domain.event.Event.Liquidation.AutoDeleveraged;
import com.ballastmarkets.domain.event.Event.Liquidation.LiquidationEnded;
import com.ballastmarkets.domain.event.Event.Liquidation.LiquidationSlice;
import com.ballastmarkets.domain.event.Event.Liquidation.LiquidationStarted;
import com.ballastmarkets.domain.event.Event.Liquidation.LossCovered;
import com.ballastmarkets.domain.event.Event.Liquidation.MarginNotice;
import com.ballastmarkets.domain.event.Event.Liquidation.PositionTakenOver;
import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.domain.liquidation.LossLayer;
import com.ballastmarkets.domain.liquidation.MarginStanding;
import com.ballastmarkets.domain.money.Micros;
import com.ballastmarkets.domain.order.CancelReason;
import java.time.Duration;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What becomes of a leveraged account that loses.
 *
 * <p>Alice has 1,000.00 at L = 10 and buys 70 lots of an index at 50 from Erin: margin 70 × 100 ÷
 * 10 = 700.00, usage 70 %. The mark then falls, because Bob sells one lot to Carol further down.
 *
 * <pre>
 *   mark   equity     usage
 *   50     1,000.00   70 %     notice, reduce-only
 *   48       860.00   81.4 %   liquidation
 *   35       −50.00            taken over at once, at 35 + 50 ÷ 70 = 35.714286
 * </pre>
 */
class LiquidationScenario {
  private static final String INDEX = "hamburg-apr2025";

  private TradingDay venue;
  private Trader alice;
  private Trader bob;
  private Trader carol;
  private Trader dave;
  private Trader erin;

  @BeforeEach
  void aliceBuysFromErin() {
    venue = new TradingDay();
    alice = venue.trader("alice").with("1015.00").withLeverage(10).contributes("15.00");
    bob = venue.trader("bob").with("100000.00");
    carol = venue.trader("carol").with("100000.00").contributes("6.00");
    dave = venue.trader("dave").with("3.00").contributes("3.00");
    erin = venue.trader("erin").with("2000.00").withLeverage(10);
    venue.setsAside("10.00");
    venue.listsIndex(INDEX, "0.1", "50");
    erin.sells(70, INDEX).at("50");
    alice.buys(70, INDEX).at("50").sees(fill(70).at("50"));
  }

  /** A trade between others that takes the mark to its price. */
  private void theMarkGoesTo(String price) {
    carol.buys(1, INDEX).at(price);
    bob.sells(1, INDEX).at(price);
  }

  private <T extends Liquidation> List<T> told(Class<T> kind) {
    return venue.liquidations().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private static long micros(String usdc) {
    return Micros.parse(usdc);
  }

  @Test
  void atSeventyPercentOnlyOrdersThatReduceAreTaken() {
    assertThat(told(MarginNotice.class))
        .containsExactly(
            new MarginNotice(
                alice.accountId(),
                MarginStanding.SAFE,
                MarginStanding.REDUCE_ONLY,
                micros("1000"),
                micros("3500"),
                micros("700")));
    alice.buys(1, INDEX).at("49").sees(rejected(RejectReason.ACCOUNT_REDUCE_ONLY));
    alice.sells(71, INDEX).at("51").sees(rejected(RejectReason.ACCOUNT_REDUCE_ONLY));
    alice.sells(30, INDEX).at("51").sees(resting(30));
    alice.sells(41, INDEX).at("51").sees(rejected(RejectReason.ACCOUNT_REDUCE_ONLY));
    // 51 × 30 to Carol: 40 lots, equity 1,000 at a mark of 51 is 1,070.
    carol.buys(30, INDEX).at("51");
    assertThat(told(MarginNotice.class))
        .extracting(MarginNotice::from, MarginNotice::to)
        .containsExactly(Tuple.tuple(MarginStanding.REDUCE_ONLY, MarginStanding.SAFE));
  }

  @Test
  void atEightyPercentItsOrdersAreCancelledAndItPlacesNoMore() {
    alice.sells(5, INDEX).at("60").sees(resting(5));
    theMarkGoesTo("48");
    assertThat(told(LiquidationStarted.class))
        .containsExactly(
            new LiquidationStarted(
                1,
                alice.accountId(),
                10,
                micros("1000"),
                0,
                micros("860"),
                micros("3360"),
                micros("700")));
    // What is due happens before what comes.
    alice.sells(1, INDEX).at("48");
    alice.sees(
        canceled(5, CancelReason.LIQUIDATION),
        canceled(14, CancelReason.IMMEDIATE_REST),
        rejected(RejectReason.ACCOUNT_IN_LIQUIDATION));
  }

  /**
   * At 48 a fifth is offered each second. 14 lots: Carol's 10 at 47 are taken, 60 lots are left,
   * equity 860 − 10 − 2.50 = 847.50, usage 70.8 %. A second later 12 lots at 47: 48 lots are left,
   * equity 847.50 − 12 − 3 = 832.50, usage 57.7 %: over. The fees are 0.25 a lot. The mark stays at
   * 48: forced trades do not move it.
   */
  @Test
  void aSliceASecondAtNoWorseThanTheBankruptcyPrice() {
    carol.buys(10, INDEX).at("47");
    theMarkGoesTo("48");
    venue.liquidations();
    venue.passes(Duration.ofMillis(1));
    alice.sees(fill(10).at("47"), canceled(4, CancelReason.IMMEDIATE_REST)).holds(60, INDEX);
    assertThat(told(LiquidationSlice.class))
        .singleElement()
        .satisfies(slice -> {
          assertThat(slice.lots()).isEqualTo(14);
          assertThat(slice.filledLots()).isEqualTo(10);
          // 860 ÷ 70 below the mark, and the next price of the grid.
          assertThat(slice.bankruptcyMicros()).isEqualTo(micros("35.714286"));
          assertThat(slice.limitMicros()).isEqualTo(micros("35.8"));
          assertThat(slice.markMicros()).isEqualTo(micros("48"));
          assertThat(slice.feeMicros()).isEqualTo(micros("2.5"));
        });

    venue.restarts();
    carol.buys(30, INDEX).at("47");
    alice.sees();
    venue.passes(Duration.ofSeconds(1));
    alice.sees(fill(12).at("47")).holds(48, INDEX).hasCash("994.50");
    assertThat(told(LiquidationEnded.class))
        .containsExactly(
            new LiquidationEnded(
                1,
                alice.accountId(),
                MarginStanding.SAFE,
                micros("832.5"),
                micros("2304"),
                micros("480")));
    assertThat(venue.cash(SystemAccounts.INSURANCE_FUND)).isEqualTo(micros("5.5"));
    alice.sells(1, INDEX).at("49").sees(resting(1));
  }

  /** Nobody bids. After 30 s the fund takes the 70 lots 860 ÷ 70 below the mark. */
  @Test
  void whatTheBookDoesNotTakeInThirtySecondsTheFundTakesOver() {
    theMarkGoesTo("48");
    venue.passes(Duration.ofSeconds(29));
    assertThat(told(PositionTakenOver.class)).isEmpty();
    venue.restarts();
    venue.passes(Duration.ofSeconds(1).plusMillis(1));
    assertThat(told(PositionTakenOver.class))
        .singleElement()
        .satisfies(taken -> {
          assertThat(taken.lots()).isEqualTo(70);
          assertThat(taken.priceMicros()).isEqualTo(micros("35.714286"));
        });
    alice.holds(0, INDEX).hasAvailable("0.00002");
  }

  /**
   * At 35 Alice's equity is −50.00. The fund pays 35.714286 a lot, 50.00002 more than the mark, and
   * has 10.00: 40.00002 are missing. Alice has 0.00002 and her contribution of 15.00, the house
   * 10.00, Carol 6.00, Dave 3.00; of the last 6.00 each of the 70 lots bears 0.085715, and they are
   * closed against Erin's at 35.085715.
   */
  @Test
  void aDefaultRunsDownTheWaterfallToDeleveraging() {
    venue.insures("10.00");
    theMarkGoesTo("35");
    venue.passes(Duration.ofMillis(1));

    final List<Liquidation> told = venue.liquidations();
    assertThat(told.stream().filter(LossCovered.class::isInstance))
        .containsExactly(
            new LossCovered(1, LossLayer.DEFAULTER_MARGIN, alice.accountId(), 20),
            new LossCovered(1, LossLayer.DEFAULTER_CONTRIBUTION, alice.accountId(), micros("15")),
            new LossCovered(1, LossLayer.HOUSE_TRANCHE, 0, micros("10")),
            new LossCovered(1, LossLayer.MEMBER_CONTRIBUTION, carol.accountId(), micros("6")),
            new LossCovered(1, LossLayer.MEMBER_CONTRIBUTION, dave.accountId(), micros("3")));
    assertThat(told.stream().filter(AutoDeleveraged.class::isInstance))
        .containsExactly(
            new AutoDeleveraged(1, erin.accountId(), 1, -70, micros("35.085715"), micros("35")));
    assertThat(told.getLast()).isInstanceOf(LiquidationEnded.class);

    alice.holds(0, INDEX).hasAvailable("0.00");
    // 70 × (50 − 35.085715)
    erin.holds(0, INDEX).hasAvailable("3043.99995");
    assertThat(venue.position(SystemAccounts.INSURANCE_FUND, 1)).isZero();
    assertThat(venue.cash(SystemAccounts.DEFAULT_FUND)).isZero();
    assertThat(venue.cash(SystemAccounts.HOUSE_TRANCHE)).isZero();
  }

  @Test
  void aHaltedMarketWaits() {
    theMarkGoesTo("48");
    venue.halts(INDEX);
    venue.passes(Duration.ofMinutes(10));
    // The first turn was due before the halt.
    assertThat(told(LiquidationSlice.class)).hasSize(1);
    alice.sees(canceled(14, CancelReason.IMMEDIATE_REST));
    carol.buys(100, INDEX).at("47");
    venue.resumes(INDEX);
    carol.buys(100, INDEX).at("47");
    venue.passes(Duration.ofMinutes(3));
    venue.passes(Duration.ofMillis(2));
    alice.sees(fill(14).at("47"));
  }
}
