package com.ballastmarkets.scenario;

import static com.ballastmarkets.scenario.Sighting.canceled;
import static com.ballastmarkets.scenario.Sighting.fill;
import static com.ballastmarkets.scenario.Sighting.rejected;
import static org.assertj.core.api.Assertions.assertThat;

import com.ballastmarkets.domain.account.SystemAccounts;
import com.ballastmarkets.domain.event.Event.Liquidation;
import com.ballastmarkets.domain.event.Event.Liquidation.LiquidationEnded;
import com.ballastmarkets.domain.event.Event.Liquidation.LiquidationStarted;
import com.ballastmarkets.domain.event.Event.Liquidation.LossCovered;
import com.ballastmarkets.domain.event.Event.Liquidation.PositionTakenOver;
import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.domain.instrument.MarketState;
import com.ballastmarkets.domain.liquidation.LossLayer;
import com.ballastmarkets.domain.liquidation.MarginStanding;
import com.ballastmarkets.domain.money.Micros;
import com.ballastmarkets.domain.order.CancelReason;
import com.ballastmarkets.domain.settlement.Ruling;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Profit in a contract that is not final: it may be used and does not leave the venue, because a
 * void takes it back. Money of all accounts is what was deposited, after every command.
 *
 * <pre>
 *   Alice has 60.00      bought 100 at 0.60, sold at 0.90   available 90.00, may withdraw 60.00
 *   midnight             paid 30.00, withdraws 20.00        available 70.00, may withdraw 40.00
 *   buys 25 at 0.80      20.00 can be lost                  available 50.00, may withdraw 40.00
 *   withdraws 40.00      30.00 are left                     available 10.00, may withdraw  0.00
 *   void                 30.00 go back                      0.00, and 60.00 have left: as deposited
 * </pre>
 */
class VoidScenario {
  private static final String SUEZ = "suez-apr2025";
  private static final String PANAMA = "panama-apr2025";

  private TradingDay venue;
  private Trader alice;
  private Trader bob;
  private Trader carol;

  @BeforeEach
  void aliceClosesReopensAndWithdraws() {
    venue = new TradingDay();
    alice = venue.trader("alice").with("60.00");
    bob = venue.trader("bob").with("10000.00");
    carol = venue.trader("carol").with("10000.00");
    venue.listsBinary(SUEZ, "0.01", "0.75");
    venue.listsBinary(PANAMA, "0.01", "0.50");
    bob.sells(100, SUEZ).at("0.60");
    alice.buys(100, SUEZ).at("0.60").sees(fill(100).at("0.60"));
    alice.hasAvailable("0.00").mayWithdraw("0.00");
    bob.buys(100, SUEZ).at("0.90");
    alice.sells(100, SUEZ).at("0.90").sees(fill(100).at("0.90"));
    alice.hasAvailable("90.00").mayWithdraw("60.00");

    venue.passes(Duration.ofDays(1));
    venue.settlesDaily();
    alice.receives("30.00").hasAvailable("90.00").mayWithdraw("60.00");
    alice.withdraws("20.00").hasCash("70.00").mayWithdraw("40.00");
  }

  private void aliceBuysAgain() {
    bob.sells(25, SUEZ).at("0.80");
    alice.buys(25, SUEZ).at("0.80").sees(fill(25).at("0.80"));
    alice.hasAvailable("50.00").mayWithdraw("40.00");
    alice.withdraws("40.00").hasCash("30.00").hasAvailable("10.00").mayWithdraw("0.00");
  }

  private List<Liquidation> told() {
    return venue.liquidations();
  }

  private static long micros(String usdc) {
    return Micros.parse(usdc);
  }

  @Test
  void whatIsWithdrawnIsNeverCalledBack() {
    aliceBuysAgain();
    venue.restarts();

    venue.voids(SUEZ);

    alice.pays("30.00").holds(0, SUEZ).hasCash("0.00").hasAvailable("0.00");
    bob.receives("0.00").hasCash("10000.00").mayWithdraw("10000.00");
    assertThat(told()).isEmpty();
  }

  @Test
  void whatIsFinalMayLeave() {
    aliceBuysAgain();

    venue.settles(SUEZ).at("1");

    alice.receives("5.00").hasCash("35.00").hasAvailable("35.00").mayWithdraw("35.00");
  }

  @Test
  void aRulingThatVoidsTakesBackAsOperationsDo() {
    aliceBuysAgain();
    venue.settles(SUEZ).provisionallyAt("1");
    final long dispute = venue.opensDispute(bob, SUEZ);

    venue.rules(dispute, Ruling.VOID, "0");

    alice.hasCash("0.00").hasAvailable("0.00");
    bob.hasCash("10000.00");
    assertThat(told()).isEmpty();
  }

  /** The 10.00 available are profit: they carry a position, and the void leaves it uncovered. */
  @Test
  void aPositionOnProfitThatIsVoidIsTakenOver() {
    aliceBuysAgain();
    venue.insures("10.00");
    bob.sells(10, PANAMA).at("0.50");
    alice.buys(10, PANAMA).at("0.50").sees(fill(10).at("0.50"));
    alice.buys(12, PANAMA).at("0.40").hasAvailable("0.20");
    alice.buys(1, PANAMA).at("0.41").sees(rejected(RejectReason.INSUFFICIENT_BALANCE));
    carol.sells(13, PANAMA).at("0.40");
    alice.sees(fill(12).at("0.40"));

    venue.voids(SUEZ);

    // 22 lots at a mark of 0.40 that cost 9.80.
    assertThat(venue.money(alice.accountId()).equityMicros()).isEqualTo(micros("-1"));
    assertThat(told()).first().isInstanceOf(LiquidationStarted.class);
    venue.restarts();
    venue.passes(Duration.ofMillis(1));
    assertThat(told().stream().filter(PositionTakenOver.class::isInstance))
        .extracting(taken -> ((PositionTakenOver) taken).priceMicros())
        .containsExactly(micros("0.445455"));
    alice.holds(0, PANAMA).hasCash("0.00");
    // 22 × 0.045455 above the mark: the fund has borne the loss, and a rounding.
    assertThat(venue.money(alice.accountId()).equityMicros()).isEqualTo(10);
  }

  /** Alice has lost 0.50 of the profit elsewhere: the fund has 0.20 for it, the house the rest. */
  @Test
  void aDebtIsBorneByTheFundAndTheWaterfall() {
    aliceBuysAgain();
    venue.insures("0.20");
    venue.setsAside("4.00");
    bob.sells(10, PANAMA).at("0.50");
    alice.buys(10, PANAMA).at("0.50").sees(fill(10).at("0.50"));
    bob.buys(10, PANAMA).at("0.45");
    alice.sells(10, PANAMA).at("0.45").sees(fill(10).at("0.45"));
    alice.buys(3, PANAMA).at("0.40").sees();
    alice.hasAvailable("8.30");

    venue.voids(SUEZ);
    alice.sees(canceled(3, CancelReason.MARGIN)).hasCash("0.00");
    venue.passes(Duration.ofMillis(1));

    // 0.50 of cash for the variation of 10 × −0.05 that midnight will take.
    alice.hasCash("0.50").hasAvailable("0.00").mayWithdraw("0.00");
    final List<Liquidation> told = told();
    assertThat(told)
        .contains(new LossCovered(1, LossLayer.HOUSE_TRANCHE, 0, micros("0.3")))
        .last()
        .isEqualTo(new LiquidationEnded(1, alice.accountId(), MarginStanding.SAFE, 0, 0, 0));
    assertThat(venue.cash(SystemAccounts.INSURANCE_FUND)).isZero();
    alice.buys(1, PANAMA).at("0.40").sees(rejected(RejectReason.INSUFFICIENT_BALANCE));
  }

  /** A spread under a condition holds its profit back from the beginning: no order may use it. */
  @Test
  void aSpreadUnderAConditionGivesItsProfitNoCredit() {
    venue.listsIndex("hamburg-apr2025", "0.1", "50");
    venue.listsIndex("rotterdam-apr2025", "0.1", "50");
    venue.listsSpread("if-suez", SUEZ, "hamburg-apr2025", "rotterdam-apr2025", "0.1");
    final Trader dave = venue.trader("dave").with("1030.00");
    bob.sells(10, "if-suez").at("3");
    dave.buys(10, "if-suez").at("3").hasAvailable("0.00");
    bob.buys(10, "if-suez").at("8");
    dave.sells(10, "if-suez").at("8").hasAvailable("1030.00").mayWithdraw("1030.00");
    venue.passes(Duration.ofDays(1));
    venue.settlesDaily();
    dave.receives("50.00").hasCash("1080.00").hasAvailable("1030.00").mayWithdraw("1030.00");
    bob.sells(5, "if-suez").at("2");
    dave.buys(5, "if-suez").at("2").hasAvailable("570.00").mayWithdraw("570.00");
    dave.withdraws("570.00").hasCash("510.00").hasAvailable("0.00");

    venue.settles("hamburg-apr2025").provisionallyAt("60");
    venue.settles("rotterdam-apr2025").provisionallyAt("50");
    venue.settles("if-suez").provisionallyAt("10");
    venue.settles(SUEZ).at("0");
    venue.settles("hamburg-apr2025").finallyAfterRuling();
    venue.settles("rotterdam-apr2025").finallyAfterRuling();
    venue.settles("if-suez").finallyAfterRuling();

    venue.is("if-suez", MarketState.VOID);
    dave.pays("50.00").hasCash("460.00").hasAvailable("460.00").mayWithdraw("460.00");
    assertThat(told()).isEmpty();
  }
}
