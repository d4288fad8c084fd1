package com.ballastmarkets.scenario;

import static com.ballastmarkets.scenario.Sighting.canceled;
import static com.ballastmarkets.scenario.Sighting.comboFill;
import static com.ballastmarkets.scenario.Sighting.fill;
import static com.ballastmarkets.scenario.Sighting.rejected;
import static com.ballastmarkets.scenario.Sighting.resting;
import static org.assertj.core.api.Assertions.assertThat;

import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.domain.instrument.MarketState;
import com.ballastmarkets.domain.order.CancelReason;
import com.ballastmarkets.domain.order.PostOnly;
import com.ballastmarkets.domain.order.SelfMatchPrevention;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Combos: defined, traded with each other and with the legs' books, ended. */
class CombosScenario {
  private static final String SUEZ = "suez-apr2025";
  private static final String PANAMA = "panama-apr2025";
  private static final String SPREAD = "suez over panama";

  private TradingDay venue;
  private Trader alice;
  private Trader bob;
  private Trader carol;

  @BeforeEach
  void theVenueOpens() {
    venue = new TradingDay();
    alice = venue.trader("alice").with("1000.00");
    bob = venue.trader("bob").with("1000.00");
    carol = venue.trader("carol").with("1000.00");
    venue.listsBinary(SUEZ, "0.005", "0.60");
    venue.listsBinary(PANAMA, "0.01", "0.50");
    alice.defines(SPREAD, "+1 " + SUEZ, "-1 " + PANAMA);
  }

  // ---- definition ----------------------------------------------------------------------------

  @Test
  void theSameLegsAreTheSameComboHoweverTheyAreSaid() {
    final int combo = venue.marketId(SPREAD);
    assertThat(venue.defines(bob.accountId(), "again", "-1 " + PANAMA, "+1 " + SUEZ))
        .isEqualTo(new Event.ComboDefined(bob.accountId(), combo, false));
    assertThat(venue.defines(bob.accountId(), "again", "+7 " + SUEZ, "-7 " + PANAMA))
        .isEqualTo(new Event.ComboDefined(bob.accountId(), combo, false));
    assertThat(venue.defines(bob.accountId(), "again", "-2 " + SUEZ, "+2 " + PANAMA))
        .isEqualTo(new Event.ComboDefined(bob.accountId(), combo, true));
    assertThat(venue.defines(bob.accountId(), "other", "+2 " + SUEZ, "-1 " + PANAMA).marketId())
        .isNotEqualTo(combo);
  }

  // ---- combo with combo ----------------------------------------------------------------------

  @Test
  void twoComboOrdersTradeTheLegsAtPricesThatMakeUpTheCombos() {
    alice.buys(100, SPREAD).at("0.12");
    alice.sees(resting(100)).hasAvailable("888.00");

    bob.sells(40, SPREAD).at("0.12");
    bob.sees(comboFill(40).at("0.12"), fill(40).at("0.61"), fill(40).at("0.49"))
        .holds(-40, SUEZ)
        .holds(40, PANAMA)
        .holds(0, SPREAD);
    alice
        .sees(comboFill(40).at("0.12"), fill(40).at("0.61"), fill(40).at("0.49"), resting(60))
        .holds(40, SUEZ)
        .holds(-40, PANAMA)
        .hasAvailable("888.00");

    alice.cancels().sees(canceled(60, CancelReason.REQUESTED)).hasAvailable("955.20");
  }

  @Test
  void theLegsAreSettledAndTheComboIsForgotten() {
    alice.buys(100, SPREAD).at("0.12");
    bob.sells(40, SPREAD).at("0.12");
    alice.sees(comboFill(40).at("0.12"), fill(40).at("0.61"), fill(40).at("0.49"), resting(60));
    venue.settles(SUEZ).at("1");
    alice.sees(canceled(60, CancelReason.MARKET_EXPIRED)).receives("15.60");
    venue.settles(PANAMA).at("0");
    alice.receives("19.60").hasCash("1035.20").hasAvailable("1035.20");
    bob.hasCash("964.80").hasAvailable("964.80");
    alice.buys(1, SPREAD).at("0.10").sees(rejected(RejectReason.MARKET_CLOSED));
  }

  // ---- combo with the legs' books --------------------------------------------------------------

  @Test
  void anIncomingComboOrderTakesTheLegsBooksAtTheirPrices() {
    bob.sells(30, SUEZ).at("0.62");
    bob.sells(70, SUEZ).at("0.63");
    carol.buys(50, PANAMA).at("0.48");

    alice.buys(60, SPREAD).at("0.15");
    alice
        .sees(
            comboFill(30).at("0.14"),
            fill(30).at("0.62"),
            fill(30).at("0.48"),
            comboFill(20).at("0.15"),
            fill(20).at("0.63"),
            fill(20).at("0.48"),
            resting(10))
        .holds(50, SUEZ)
        .holds(-50, PANAMA);
    bob.holds(-50, SUEZ);
    carol.holds(50, PANAMA);
  }

  @Test
  void neitherLegTradesIfOneOfThemCannot() {
    bob.sells(30, SUEZ).at("0.62");
    alice.buys(10, SPREAD).orCancel().at("0.15");
    alice.sees(canceled(10, CancelReason.IMMEDIATE_REST)).holds(0, SUEZ).hasAvailable("1000.00");
  }

  @Test
  void theBetterPriceComesFirstAndTheCombosOwnBookAtOnePrice() {
    bob.sells(10, SUEZ).at("0.62");
    carol.buys(10, PANAMA).at("0.48");
    bob.sells(5, SPREAD).at("0.15");
    carol.sells(5, SPREAD).at("0.14");

    alice.buys(30, SPREAD).at("0.15");
    alice.sees(
        comboFill(5).at("0.14"),
        fill(5).at("0.62"),
        fill(5).at("0.48"),
        comboFill(10).at("0.14"),
        fill(10).at("0.62"),
        fill(10).at("0.48"),
        comboFill(5).at("0.15"),
        fill(5).at("0.62"),
        fill(5).at("0.47"),
        resting(10));
  }

  @Test
  void aRestingComboOrderTradesAsSoonAsTheLegsBooksMeetIt() {
    alice.buys(20, SPREAD).at("0.14");
    carol.buys(50, PANAMA).at("0.48");
    alice.sees(resting(20));
    bob.sells(15, SUEZ).at("0.61");
    alice.sees(comboFill(15).at("0.13"), fill(15).at("0.61"), fill(15).at("0.48"), resting(5));
    bob.sees(fill(15).at("0.61"), resting(0));
    carol.sees(fill(15).at("0.48"), resting(35));
  }

  @Test
  void aLegOfSeveralLotsIsFilledAcrossPrices() {
    alice.defines("two panama", "+1 " + SUEZ, "-2 " + PANAMA);
    bob.sells(5, SUEZ).at("0.60");
    carol.buys(3, PANAMA).at("0.49");
    carol.buys(9, PANAMA).at("0.48");
    alice.buys(3, "two panama").at("-0.35");
    alice
        .sees(
            comboFill(1).at("-0.38"),
            fill(1).at("0.60"),
            fill(2).at("0.49"),
            comboFill(1).at("-0.37"),
            fill(1).at("0.60"),
            fill(1).at("0.49"),
            fill(1).at("0.48"),
            comboFill(1).at("-0.36"),
            fill(1).at("0.60"),
            fill(2).at("0.48"),
            resting(0))
        .holds(3, SUEZ)
        .holds(-6, PANAMA);
  }

  @Test
  void allAtOnceOrNothingCountsBothBooks() {
    bob.sells(10, SUEZ).at("0.62");
    carol.buys(10, PANAMA).at("0.48");
    carol.sells(5, SPREAD).at("0.15");
    alice.buys(16, SPREAD).orKill().at("0.15").sees(canceled(16, CancelReason.NOT_FILLABLE));
    alice.buys(15, SPREAD).orKill().at("0.15");
    alice.sees(
        comboFill(10).at("0.14"),
        fill(10).at("0.62"),
        fill(10).at("0.48"),
        comboFill(5).at("0.15"),
        fill(5).at("0.62"),
        fill(5).at("0.47"));
  }

  // ---- what a combo must not do ----------------------------------------------------------------

  @Test
  void noLegLeavesItsBandAndNobodyIsHalted() {
    bob.sells(10, SUEZ).at("0.76");
    carol.buys(10, PANAMA).at("0.48");
    alice.buys(10, SPREAD).at("0.30").sees(resting(10));
    bob.sells(10, SPREAD)
        .at("0.28")
        .sees(comboFill(10).at("0.30"), fill(10).at("0.70"), fill(10).at("0.40"), resting(0));
    assertThat(venue.events())
        .filteredOn(Event.MarketStateChanged.class::isInstance)
        .map(event -> ((Event.MarketStateChanged) event).to())
        .doesNotContain(MarketState.HALTED);
  }

  @Test
  void aMatchWithoutLegPricesInsideTheBandsDoesNotHappen() {
    alice.buys(10, SPREAD).at("0.50").sees(resting(10));
    bob.sells(10, SPREAD).at("0.10").sees(canceled(10, CancelReason.BAND));
    alice.sees(resting(10));
  }

  @Test
  void aFirmDoesNotTradeWithItselfInALeg() {
    alice.sells(10, SUEZ).at("0.62");
    carol.buys(10, PANAMA).at("0.48");
    alice.buys(10, SPREAD).at("0.15").sees(canceled(10, CancelReason.SELF_MATCH));
    alice
        .buys(10, SPREAD)
        .with(ticket -> ticket.selfMatch(0, SelfMatchPrevention.CANCEL_OLDEST))
        .at("0.15")
        .sees(canceled(10, CancelReason.SELF_MATCH), resting(10));
    carol.sees(resting(10));
  }

  @Test
  void aPostOnlyOrderDoesNotTakeFromTheLegsEither() {
    bob.sells(10, SUEZ).at("0.62");
    carol.buys(10, PANAMA).at("0.48");
    alice.buys(10, SPREAD).with(ticket -> ticket.postOnly(PostOnly.REJECT)).at("0.14");
    alice.sees(rejected(RejectReason.POST_ONLY_WOULD_TAKE));
    alice.buys(10, SPREAD).with(ticket -> ticket.postOnly(PostOnly.SLIDE)).at("0.14");
    alice.sees(resting(10));
    bob.sells(10, SPREAD)
        .at("0.135")
        .sees(comboFill(10).at("0.135"), fill(10).at("0.615"), fill(10).at("0.48"));
  }

  @Test
  void whatCombosDoNotSupportIsRefused() {
    alice.buys(10, SPREAD).with(ticket -> ticket.displayLots(1)).at("0.10");
    alice.sees(rejected(RejectReason.COMBO_ORDER_UNSUPPORTED));
    alice.buys(10, SPREAD).with(ticket -> ticket.reduceOnly(true)).at("0.10");
    alice.sees(rejected(RejectReason.COMBO_ORDER_UNSUPPORTED));
    alice.buys(10, SPREAD).at("0.1025").sees(rejected(RejectReason.PRICE_OFF_TICK));
    alice.buys(10, SPREAD).at("1.005").sees(rejected(RejectReason.PRICE_OUT_OF_RANGE));
    alice.buys(2_000, SPREAD).at("0.10").sees(rejected(RejectReason.INSUFFICIENT_BALANCE));
  }

  // ---- phases ----------------------------------------------------------------------------------

  @Test
  void aComboIsHaltedWithItsLegsAndTradesOnWithThem() {
    alice.buys(10, SPREAD).at("0.14").sees(resting(10));
    carol.buys(10, PANAMA).at("0.48");
    venue.halts(SUEZ);
    bob.sells(10, SPREAD).at("0.14").sees(rejected(RejectReason.MARKET_CLOSED));
    venue.resumes(SUEZ);
    bob.sells(10, SUEZ).at("0.61");
    alice.sees(resting(10));
    venue.passes(Duration.ofMinutes(3));
    alice.sees(comboFill(10).at("0.13"), fill(10).at("0.61"), fill(10).at("0.48"), resting(0));
  }

  @Test
  void operationsHoldAComboWhileItsLegsTrade() {
    venue.halts(SPREAD);
    alice.buys(10, SPREAD).at("0.14").sees(rejected(RejectReason.MARKET_CLOSED));
    bob.sells(10, SUEZ).at("0.62").sees(resting(10));
    venue.resumes(SPREAD);
    alice.buys(10, SPREAD).at("0.14").sees(resting(10));
  }

  @Test
  void aVoidLegEndsTheCombo() {
    alice.buys(100, SPREAD).at("0.12");
    bob.sells(40, SPREAD).at("0.12");
    venue.voids(SUEZ);
    alice
        .sees(
            comboFill(40).at("0.12"),
            fill(40).at("0.61"),
            fill(40).at("0.49"),
            canceled(60, CancelReason.MARKET_EXPIRED))
        .holds(0, SUEZ)
        .holds(-40, PANAMA)
        .hasAvailable("979.60");
  }
}
