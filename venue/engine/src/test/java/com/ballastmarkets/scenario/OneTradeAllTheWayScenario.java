package com.ballastmarkets.scenario;

import static com.ballastmarkets.scenario.Sighting.canceled;
import static com.ballastmarkets.scenario.Sighting.fill;
import static com.ballastmarkets.scenario.Sighting.rejected;
import static com.ballastmarkets.scenario.Sighting.resting;

import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.domain.order.CancelReason;
import com.ballastmarkets.domain.settlement.Ruling;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the order to the payment. */
class OneTradeAllTheWayScenario {
  private TradingDay venue;
  private Trader alice;
  private Trader bob;

  @BeforeEach
  void theVenueOpens() {
    venue = new TradingDay();
    alice = venue.trader("alice").with("1000.00");
    bob = venue.trader("bob").with("500.00");
    venue.listsBinary("suez-apr2025", "0.005", "0.87");
  }

  @Test
  void aTradeIsMatchedMarginedAndSettled() {
    alice.buys(1_000, "suez-apr2025").at("0.87");
    alice.sees(resting(1_000)).hasAvailable("130.00");

    bob.sells(400, "suez-apr2025").at("0.87");
    bob.sees(fill(400).at("0.87")).hasAvailable("448.00");
    alice.sees(fill(400).at("0.87"), resting(600)).holds(400, "suez-apr2025");

    alice.cancels().sees(canceled(600, CancelReason.REQUESTED)).hasAvailable("652.00");

    venue.settles("suez-apr2025").at("1");
    alice.receives("52.00").hasCash("1052.00").holds(0, "suez-apr2025");
    bob.pays("52.00").hasCash("448.00").holds(0, "suez-apr2025");
  }

  @Test
  void variationIsPaidEveryDayAndTheSettlementPaysTheRest() {
    alice.buys(100, "suez-apr2025").at("0.8");
    bob.sells(100, "suez-apr2025").at("0.8");
    alice.buys(1, "suez-apr2025").at("0.9");
    bob.sells(1, "suez-apr2025").at("0.9");
    alice.buys(1, "suez-apr2025").at("0.88");
    bob.sells(1, "suez-apr2025").at("0.92");

    venue.passes(Duration.ofDays(1));
    venue.settlesDaily();
    alice.receives("10.00");
    bob.pays("10.00");

    venue.settles("suez-apr2025").at("0");
    alice.pays("90.90").hasCash("919.10");
    bob.receives("90.90").hasCash("580.90");
  }

  @Test
  void anOrderThatEquityDoesNotCoverIsRefused() {
    bob.sells(3_847, "suez-apr2025").at("0.87");
    bob.sees(rejected(RejectReason.INSUFFICIENT_BALANCE)).hasAvailable("500.00");
    bob.sells(3_846, "suez-apr2025").at("0.87").sees(resting(3_846)).hasAvailable("0.02");
  }

  @Test
  void allAtOnceOrNothing() {
    alice.buys(400, "suez-apr2025").at("0.87");
    bob.sells(401, "suez-apr2025").orKill().at("0.87");
    bob.sees(canceled(401, CancelReason.NOT_FILLABLE));
    bob.sells(401, "suez-apr2025").orCancel().at("0.87");
    bob.sees(fill(400).at("0.87"), canceled(1, CancelReason.IMMEDIATE_REST));
  }

  @Test
  void aDisputedSettlementIsAmended() {
    final Trader carol = venue.trader("carol").with("300.00");
    alice.buys(100, "suez-apr2025").at("0.87");
    bob.sells(100, "suez-apr2025").at("0.87");

    venue.settles("suez-apr2025").provisionallyAt("0");
    venue.opensDispute(carol, "suez-apr2025");
    carol.hasCash("300.00");
    final long dispute = venue.opensDispute(alice, "suez-apr2025");
    alice.hasCash("750.00");
    venue.rules(dispute, Ruling.AMEND, "1");
    alice.hasCash("1000.00");

    venue.settles("suez-apr2025").finallyAfterRuling();
    alice.receives("13.00").hasCash("1013.00");
    bob.pays("13.00").hasCash("487.00");
  }

  @Test
  void aVoidMarketIsAsIfItHadNotTraded() {
    alice.buys(100, "suez-apr2025").at("0.87");
    bob.sells(100, "suez-apr2025").at("0.87");
    alice.buys(10, "suez-apr2025").at("0.95");
    bob.sells(10, "suez-apr2025").at("0.95");
    venue.passes(Duration.ofDays(1));
    venue.settlesDaily();
    alice.receives("8.00");

    venue.settles("suez-apr2025").provisionallyAt("0");
    final long dispute = venue.opensDispute(bob, "suez-apr2025");
    venue.rules(dispute, Ruling.VOID, "0");
    alice.receives("-8.00").hasCash("1000.00").holds(0, "suez-apr2025");
    bob.hasCash("500.00").holds(0, "suez-apr2025");
  }
}
