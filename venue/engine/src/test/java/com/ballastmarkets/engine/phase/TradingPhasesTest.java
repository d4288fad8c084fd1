package com.ballastmarkets.engine.phase;

import static com.ballastmarkets.engine.TestVenue.ALICE;
import static com.ballastmarkets.engine.TestVenue.BOB;
import static com.ballastmarkets.engine.TestVenue.CAROL;
import static com.ballastmarkets.engine.TestVenue.DAY;
import static com.ballastmarkets.engine.TestVenue.EXPIRY;
import static com.ballastmarkets.engine.TestVenue.MINUTE;
import static com.ballastmarkets.engine.TestVenue.SUEZ;
import static com.ballastmarkets.engine.TestVenue.buy;
import static com.ballastmarkets.engine.TestVenue.sell;
import static org.assertj.core.api.Assertions.assertThat;

import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.domain.instrument.MarketState;
import com.ballastmarkets.domain.instrument.StateReason;
import com.ballastmarkets.domain.order.CancelReason;
import com.ballastmarkets.domain.order.TimeInForce;
import com.ballastmarkets.engine.TestVenue;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TradingPhasesTest {
  private final TestVenue venue = TestVenue.open();

  private static Event.MarketStateChanged change(
      MarketState from, MarketState to, StateReason reason, long reference) {
    return new Event.MarketStateChanged(SUEZ, from, to, reason, reference);
  }

  @Test
  void aMatchOutsideTheBandHaltsAndTheRestWaitsForTheAuction() {
    venue.place(sell(BOB, 5, "0.65"));
    venue.place(sell(BOB, 5, "0.655").cancelOnHalt(true));

    final List<Event> events = venue.place(buy(ALICE, 8, "0.66"));

    assertThat(events.subList(2, events.size()))
        .containsExactly(
            change(
                MarketState.CONTINUOUS, MarketState.HALTED, StateReason.CIRCUIT_BREAKER, 500_000),
            new Event.OrderCanceled(2, BOB, SUEZ, "", 5, CancelReason.HALT));
    assertThat(((Event.Trade) events.get(1)).lots()).isEqualTo(5);

    final var refused = buy(CAROL, 1, "0.5");
    assertThat(venue.place(refused))
        .containsExactly(
            new Event.OrderRejected(refused.build(), RejectReason.MARKET_CLOSED, 0, 0));
    assertThat(venue.pass(2 * MINUTE))
        .containsExactly(
            change(MarketState.HALTED, MarketState.AUCTION, StateReason.CIRCUIT_BREAKER, 500_000));
    assertThat(venue.place(sell(CAROL, 2, "0.655")))
        .hasSize(2)
        .last()
        .isEqualTo(new Event.IndicativeChanged(SUEZ, 655_000, 2));
    venue.restart();

    final List<Event> reopening = venue.pass(3 * MINUTE);

    assertThat(reopening).hasSize(2);
    final Event.Trade trade = (Event.Trade) reopening.getFirst();
    assertThat(trade.auction()).isTrue();
    assertThat(trade.priceMicros()).isEqualTo(655_000);
    assertThat(trade.maker().accountId()).isEqualTo(ALICE);
    assertThat(reopening.get(1))
        .isEqualTo(
            change(
                MarketState.AUCTION, MarketState.CONTINUOUS, StateReason.CIRCUIT_BREAKER, 655_000));
  }

  @Test
  void anImmediateOrderThatMeetsTheBandIsCancelled() {
    venue.place(sell(BOB, 5, "0.655"));

    assertThat(venue.place(buy(ALICE, 8, "0.66").timeInForce(TimeInForce.IOC)))
        .last()
        .satisfies(e -> assertThat(e).isInstanceOf(Event.MarketStateChanged.class));
    assertThat(venue.everything())
        .contains(new Event.OrderCanceled(2, ALICE, SUEZ, "", 8, CancelReason.BAND));
  }

  @Test
  void operationsHaltUntilTheyResume() {
    venue.place(buy(ALICE, 1, "0.4"));
    venue.tell(new Command.HaltMarket(SUEZ));
    assertThat(venue.pass(DAY)).containsExactly(new Event.NothingToDo());
    assertThat(venue.cancel(ALICE, 1)).first().isInstanceOf(Event.OrderCanceled.class);

    assertThat(venue.tell(new Command.ResumeMarket(SUEZ)))
        .containsExactly(
            change(MarketState.HALTED, MarketState.AUCTION, StateReason.OPERATIONS, 500_000));
    assertThat(venue.place(buy(ALICE, 1, "0.4").timeInForce(TimeInForce.IOC)))
        .first()
        .isInstanceOf(Event.OrderRejected.class);
    assertThat(venue.pass(3 * MINUTE)).hasSize(1);
    assertThat(venue.place(buy(ALICE, 1, "0.4").timeInForce(TimeInForce.IOC))).hasSize(2);
  }

  @Test
  void tradingStopsAtExpiry() {
    venue.place(buy(ALICE, 1, "0.4"));
    final List<Event> events = venue.pass(EXPIRY - venue.now());

    assertThat(events)
        .containsExactly(
            new Event.OrderCanceled(1, ALICE, SUEZ, "", 1, CancelReason.MARKET_EXPIRED),
            change(MarketState.CONTINUOUS, MarketState.EXPIRED, StateReason.SCHEDULE, 500_000));
  }

  @Test
  void timeTravelLetsEverythingHappenInItsOrder() {
    venue.place(buy(ALICE, 1, "0.4").timeInForce(TimeInForce.DAY));
    final long from = venue.now();

    assertThat(venue.tell(new Command.AdvanceClock(EXPIRY + 5)))
        .containsExactly(
            new Event.OrderCanceled(1, ALICE, SUEZ, "", 1, CancelReason.EXPIRED),
            change(MarketState.CONTINUOUS, MarketState.EXPIRED, StateReason.SCHEDULE, 500_000),
            new Event.ClockAdvanced(from, EXPIRY + 5));
    assertThat(venue.tell(new Command.AdvanceClock(from)))
        .containsExactly(new Event.CommandRejected(RejectReason.CLOCK_MOVES_BACK, 0, 0));
    venue.restart();
    venue.pass(MINUTE);
    assertThat(venue.exchange().venueTimeNanos()).isEqualTo(EXPIRY + 5 + MINUTE);
  }
}
