package com.ballastmarkets.scenario;

import static com.ballastmarkets.scenario.Sighting.canceled;
import static com.ballastmarkets.scenario.Sighting.comboFill;
import static com.ballastmarkets.scenario.Sighting.fill;

import com.ballastmarkets.domain.instrument.MarketState;
import com.ballastmarkets.domain.order.CancelReason;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A maker's day: quotes, protection, a notice, and the firm's own switch. */
final class MakerDayScenario {
  private static final String SUEZ = "suez-apr2025";
  private static final String PANAMA = "panama-apr2025";

  private final TradingDay venue = new TradingDay();
  private final Trader alice = venue.trader("alice").with("100000");
  private final Trader maker = venue.trader("maker").with("100000");

  @BeforeEach
  void list() {
    venue.listsBinary(SUEZ, "0.005", "0.50");
  }

  @Test
  void aMakerQuotesMovesAndIsFilledAtItsNewPrice() {
    maker.quotes(SUEZ).bid(100, "0.49").ask(100, "0.51");
    maker.quotes(SUEZ).bid(100, "0.495").ask(100, "0.515");

    alice.buys(40, SUEZ).at("0.515");
    alice.sells(10, SUEZ).at("0.495");

    alice.sees(fill(40).at("0.515"), fill(10).at("0.495"));
    maker.sees(fill(40).at("0.515"), fill(10).at("0.495"));
    maker.holds(-30, SUEZ);
  }

  @Test
  void protectionTakesTheQuotesAwayUntilTheMakerIsBack() {
    maker.isProtectedAt(50, Duration.ofSeconds(10));
    maker.quotes(SUEZ).bid(60, "0.49").ask(60, "0.51");

    alice.buys(50, SUEZ).at("0.51");
    maker.sees(
        fill(50).at("0.51"),
        canceled(60, CancelReason.PROTECTION),
        canceled(10, CancelReason.PROTECTION));
    maker.quotes(SUEZ).bid(60, "0.48").ask(60, "0.52");
    alice.buys(5, SUEZ).orCancel().at("0.52");
    alice.sees(fill(50).at("0.51"), canceled(5, CancelReason.IMMEDIATE_REST));

    maker.resetsProtection();
    maker.quotes(SUEZ).bid(60, "0.48").ask(60, "0.52");
    alice.buys(5, SUEZ).at("0.52");
    alice.sees(fill(5).at("0.52"));
  }

  /** All legs first: the trade that reaches the limit stands, whole. */
  @Test
  void aQuoteThatIsTakenAsALegOfACombosCountsToo() {
    venue.listsBinary(PANAMA, "0.01", "0.50");
    alice.defines("suez over panama", "+1 " + SUEZ, "-1 " + PANAMA);
    final Trader bob = venue.trader("bob").with("1000.00");
    bob.buys(100, PANAMA).at("0.50");
    maker.isProtectedAt(50, Duration.ofSeconds(10));
    maker.quotes(SUEZ).bid(60, "0.49").ask(60, "0.51");

    alice.buys(50, "suez over panama").at("0.01");

    alice.sees(comboFill(50).at("0.01"), fill(50).at("0.51"), fill(50).at("0.50"));
    maker.sees(
        fill(50).at("0.51"),
        canceled(60, CancelReason.PROTECTION),
        canceled(10, CancelReason.PROTECTION));
    bob.holds(50, PANAMA);
  }

  @Test
  void anOfficialNoticeHaltsThePlaceAndItReopensByAuctionTenMinutesLater() {
    maker.quotes(SUEZ).bid(60, "0.49").ask(60, "0.51");
    venue.hearsNotice("suez", "SCA-2025-14");
    venue.is(SUEZ, MarketState.HALTED);

    venue.passes(Duration.ofMinutes(7));
    venue.is(SUEZ, MarketState.AUCTION);
    alice.buys(20, SUEZ).at("0.52");
    venue.passes(Duration.ofMinutes(3));

    venue.is(SUEZ, MarketState.CONTINUOUS);
    alice.sees(fill(20).at("0.51"));
  }

  @Test
  void aFirmThatPullsItsSwitchHasNothingInTheMarket() {
    maker.quotes(SUEZ).bid(60, "0.49").ask(60, "0.51");
    maker.pullsTheFirmsSwitch();

    maker.sees(canceled(60, CancelReason.KILL_SWITCH), canceled(60, CancelReason.KILL_SWITCH));
    maker.quotes(SUEZ).bid(60, "0.49").ask(60, "0.51");
    alice.buys(20, SUEZ).orCancel().at("0.52");
    alice.sees(canceled(20, CancelReason.IMMEDIATE_REST));
  }
}
