package com.ballastmarkets.engine.phase;

import static com.ballastmarkets.engine.TestVenue.ALICE;
import static com.ballastmarkets.engine.TestVenue.BOB;
import static com.ballastmarkets.engine.TestVenue.MINUTE;
import static com.ballastmarkets.engine.TestVenue.SUEZ;
import static com.ballastmarkets.engine.TestVenue.buy;
import static com.ballastmarkets.engine.TestVenue.sell;
import static org.assertj.core.api.Assertions.assertThat;

import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.domain.instrument.Contract;
import com.ballastmarkets.domain.instrument.FeeSchedule;
import com.ballastmarkets.domain.instrument.Instrument;
import com.ballastmarkets.domain.instrument.MarketState;
import com.ballastmarkets.domain.instrument.StateReason;
import com.ballastmarkets.engine.TestVenue;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Suez trades; an index of Rotterdam, and an option on that index, too. */
final class PlaceHaltsTest {
  private static final int ROTTERDAM = 2;
  private static final int OPTION = 3;

  private final TestVenue venue = TestVenue.open();

  @BeforeEach
  void listOthers() {
    lists(TestVenue.index(ROTTERDAM, "rotterdam"));
    lists(
        TestVenue.instrument(
            OPTION,
            "rotterdam-c50",
            new Contract.Option(ROTTERDAM, Contract.PutOrCall.CALL, 50_000_000),
            100_000,
            5_000_000,
            FeeSchedule.FREE));
  }

  private void lists(Instrument instrument) {
    venue.apply(new Command.ListMarket(instrument));
    venue.apply(new Command.OpenMarket(instrument.marketId()));
  }

  private static Event change(int market, MarketState from, MarketState to, StateReason reason) {
    final long reference = market == SUEZ ? 500_000 : market == ROTTERDAM ? 50_000_000 : 5_000_000;
    return new Event.MarketStateChanged(market, from, to, reason, reference);
  }

  private static Event halted(int market, StateReason reason) {
    return change(market, MarketState.CONTINUOUS, MarketState.HALTED, reason);
  }

  @Test
  void aPlaceIsHaltedWithAllThatRefersToItAndResumed() {
    assertThat(venue.tell(new Command.HaltMarkets("rotterdam")))
        .containsExactly(
            halted(ROTTERDAM, StateReason.OPERATIONS), halted(OPTION, StateReason.OPERATIONS));
    assertThat(venue.tell(new Command.HaltMarkets("rotterdam")))
        .containsExactly(new Event.NothingToDo());
    assertThat(venue.place(buy(ALICE, 1, "0.5")).getFirst())
        .isInstanceOf(Event.OrderAccepted.class);

    assertThat(venue.tell(new Command.ResumeMarkets("rotterdam")))
        .containsExactly(
            change(ROTTERDAM, MarketState.HALTED, MarketState.AUCTION, StateReason.OPERATIONS),
            change(OPTION, MarketState.HALTED, MarketState.AUCTION, StateReason.OPERATIONS));
  }

  @Test
  void allMarketsAreHaltedAtOnce() {
    assertThat(venue.tell(new Command.HaltMarkets(""))).hasSize(3);
    assertThat(venue.tell(new Command.ResumeMarkets(""))).hasSize(3);
    assertThat(venue.tell(new Command.HaltMarkets("atlantis")))
        .containsExactly(new Event.CommandRejected(RejectReason.MARKET_NOT_FOUND, 0, 0));
  }

  @Test
  void aNoticeHaltsThePlaceAndTradingGoesOnByAuctionTenMinutesLater() {
    venue.place(sell(BOB, 4, "0.55"));

    assertThat(venue.tell(new Command.HaltForNews("suez", "notice-1")))
        .containsExactly(
            new Event.NewsHaltDeclared("suez", "notice-1", venue.now() + 10 * MINUTE),
            halted(SUEZ, StateReason.NEWS));
    final var refused = buy(ALICE, 1, "0.5").build();
    assertThat(venue.tell(new Command.PlaceOrder(refused)))
        .containsExactly(new Event.OrderRejected(refused, RejectReason.MARKET_CLOSED, 0, 0));
    assertThat(venue.cancel(BOB, 77)).hasSize(1);
    venue.restart();

    assertThat(venue.pass(7 * MINUTE))
        .containsExactly(change(SUEZ, MarketState.HALTED, MarketState.AUCTION, StateReason.NEWS));
    assertThat(venue.place(buy(ALICE, 3, "0.55")))
        .contains(new Event.IndicativeChanged(SUEZ, 550_000, 3));
    final List<Event> reopening = venue.pass(3 * MINUTE);
    assertThat(reopening.getFirst())
        .isInstanceOfSatisfying(
            Event.Trade.class,
            trade -> {
              assertThat(trade.auction()).isTrue();
              assertThat(trade.lots()).isEqualTo(3);
            });
    assertThat(reopening)
        .contains(
            new Event.MarketStateChanged(
                SUEZ, MarketState.AUCTION, MarketState.CONTINUOUS, StateReason.NEWS, 550_000));
  }

  @Test
  void theSameNoticeAgainDoesNothingAndAnotherBeginsAnew() {
    venue.apply(new Command.HaltForNews("suez", "notice-1"));
    venue.pass(8 * MINUTE);
    venue.restart();

    assertThat(venue.tell(new Command.HaltForNews("suez", "notice-1")))
        .containsExactly(new Event.NothingToDo());
    assertThat(venue.tell(new Command.HaltForNews("suez", "notice-2")))
        .containsExactly(
            new Event.NewsHaltDeclared("suez", "notice-2", venue.now() + 10 * MINUTE),
            change(SUEZ, MarketState.AUCTION, MarketState.HALTED, StateReason.NEWS));
    assertThat(venue.pass(7 * MINUTE)).hasSize(1);
    assertThat(venue.pass(3 * MINUTE))
        .containsExactly(
            change(SUEZ, MarketState.AUCTION, MarketState.CONTINUOUS, StateReason.NEWS));
  }

  @Test
  void aNoticeLeavesWhatOperationsHaltedAndWhatDoesNotTradeYet() {
    venue.apply(new Command.HaltMarket(SUEZ));

    assertThat(venue.tell(new Command.HaltForNews("suez", "notice-1"))).hasSize(1);
    assertThat(venue.pass(10 * MINUTE)).containsExactly(new Event.NothingToDo());
    assertThat(venue.tell(new Command.HaltForNews("atlantis", "notice-2"))).hasSize(1);
  }

  @Test
  void aMarketCanOpenByAuction() {
    venue.apply(new Command.ListMarket(TestVenue.binary(9, "panama", FeeSchedule.FREE)));

    assertThat(venue.tell(new Command.ResumeMarket(9)))
        .containsExactly(
            new Event.MarketStateChanged(
                9, MarketState.PRE_OPEN, MarketState.AUCTION, StateReason.OPERATIONS, 500_000));
    assertThat(venue.pass(3 * MINUTE))
        .containsExactly(
            new Event.MarketStateChanged(
                9, MarketState.AUCTION, MarketState.CONTINUOUS, StateReason.OPERATIONS, 500_000));
  }
}
