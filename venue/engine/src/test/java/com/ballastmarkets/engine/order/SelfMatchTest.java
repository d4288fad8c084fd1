package com.ballastmarkets.engine.order;

import static com.ballastmarkets.engine.TestVenue.ALICE;
import static com.ballastmarkets.engine.TestVenue.BOB;
import static com.ballastmarkets.engine.TestVenue.SUEZ;
import static com.ballastmarkets.engine.TestVenue.buy;
import static com.ballastmarkets.engine.TestVenue.sell;
import static org.assertj.core.api.Assertions.assertThat;

import com.ballastmarkets.domain.account.AccountKind;
import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.order.CancelReason;
import com.ballastmarkets.domain.order.SelfMatchPrevention;
import com.ballastmarkets.engine.TestVenue;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SelfMatchTest {
  private final TestVenue venue = TestVenue.open();

  private List<Event> meets(long lots, SelfMatchPrevention prevention) {
    venue.place(sell(ALICE, 5, "0.5"));
    venue.place(sell(BOB, 5, "0.5"));
    final List<Event> events = venue.place(buy(ALICE, lots, "0.5").selfMatch(0, prevention));
    return events.subList(1, events.size());
  }

  private static Event.OrderCanceled gone(long orderId, long lots) {
    return new Event.OrderCanceled(orderId, ALICE, SUEZ, "", lots, CancelReason.SELF_MATCH);
  }

  @Test
  void newestGoes() {
    assertThat(meets(3, SelfMatchPrevention.CANCEL_NEWEST)).containsExactly(gone(3, 3));
  }

  @Test
  void oldestGoesAndMatchingGoesOn() {
    final List<Event> events = meets(3, SelfMatchPrevention.CANCEL_OLDEST);

    assertThat(events).hasSize(2).first().isEqualTo(gone(1, 5));
    assertThat(((Event.Trade) events.get(1)).maker().orderId()).isEqualTo(2);
  }

  @Test
  void bothGo() {
    assertThat(meets(3, SelfMatchPrevention.CANCEL_BOTH)).containsExactly(gone(1, 5), gone(3, 3));
  }

  @Test
  void bothShrinkByTheSmaller() {
    assertThat(meets(3, SelfMatchPrevention.DECREMENT))
        .containsExactly(
            new Event.OrderReplaced(1, ALICE, SUEZ, "", "", 500_000, 0, 2, 2, true), gone(3, 3));
  }

  @Test
  void theIncomingRestGoesOnAfterADecrement() {
    final List<Event> events = meets(7, SelfMatchPrevention.DECREMENT);

    assertThat(events.subList(0, 2))
        .containsExactly(
            gone(1, 5), new Event.OrderReplaced(3, ALICE, SUEZ, "", "", 500_000, 0, 2, 2, true));
    assertThat(((Event.Trade) events.get(2)).lots()).isEqualTo(2);
  }

  @Test
  void itHoldsForAllAccountsOfAParticipant() {
    venue.apply(new Command.OpenAccount(2001, ALICE, AccountKind.CLIENT, 1));
    venue.apply(new Command.Deposit(2001, 1_000_000_000, "second"));
    venue.place(sell(2001, 5, "0.5"));

    assertThat(venue.place(buy(ALICE, 5, "0.5"))).last().isEqualTo(gone(2, 5));
  }

  @Test
  void ordersOfDifferentSelfMatchIdsTrade() {
    venue.place(sell(ALICE, 5, "0.5").selfMatch(1, SelfMatchPrevention.CANCEL_NEWEST));

    assertThat(venue.place(buy(ALICE, 5, "0.5").selfMatch(2, SelfMatchPrevention.CANCEL_NEWEST)))
        .last()
        .isInstanceOf(Event.Trade.class);
  }
}
