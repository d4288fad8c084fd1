package com.ballastmarkets.engine.order;

import static com.ballastmarkets.engine.TestVenue.ALICE;
import static com.ballastmarkets.engine.TestVenue.BOB;
import static com.ballastmarkets.engine.TestVenue.SUEZ;
import static com.ballastmarkets.engine.TestVenue.buy;
import static com.ballastmarkets.engine.TestVenue.sell;
import static org.assertj.core.api.Assertions.assertThat;

import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.command.OrderTicket;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.domain.order.PostOnly;
import com.ballastmarkets.domain.order.TimeInForce;
import com.ballastmarkets.engine.TestVenue;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class LadderTest {
  private final TestVenue venue = TestVenue.open();

  private List<Event> place(String listId, OrderTicket.Builder... orders) {
    return venue.tell(
        new Command.PlaceLadder(
            ALICE, listId, Stream.of(orders).map(OrderTicket.Builder::build).toList()));
  }

  private static Event rejected(int position, RejectReason reason) {
    return new Event.LadderRejected(ALICE, "", SUEZ, position, reason, 0, 0);
  }

  @Test
  void allOrdersAreAcceptedBeforeTheFirstOneMatches() {
    venue.place(sell(BOB, 5, "0.50"));

    final List<Event> events = place("l1", buy(ALICE, 3, "0.50"), buy(ALICE, 3, "0.49"));

    assertThat(events.subList(0, 3))
        .containsExactly(
            new Event.OrderAccepted(2, buy(ALICE, 3, "0.50").build()),
            new Event.OrderAccepted(3, buy(ALICE, 3, "0.49").build()),
            new Event.LadderPlaced(ALICE, "l1", SUEZ, 2, 2, false));
    assertThat(events.get(3)).isInstanceOf(Event.Trade.class);
  }

  @Test
  void theFirstOrderThatIsWrongRejectsAll() {
    assertThat(place("", buy(ALICE, 1, "0.50"), buy(ALICE, 1, "0.501")))
        .containsExactly(rejected(2, RejectReason.PRICE_OFF_TICK));
    assertThat(place("", buy(ALICE, 1, "0.50"), buy(ALICE, 0, "0.51")))
        .containsExactly(rejected(2, RejectReason.ORDER_SIZE_TOO_SMALL));
    assertThat(place("", buy(ALICE, 1, "0.5").clOrdId("a"), buy(ALICE, 1, "0.51").clOrdId("a")))
        .containsExactly(rejected(2, RejectReason.DUPLICATE_CLIENT_ORDER_ID));
    venue.place(sell(BOB, 1, "0.50"));
    assertThat(place("", buy(ALICE, 1, "0.49"), buy(ALICE, 1, "0.5").postOnly(PostOnly.REJECT)))
        .containsExactly(rejected(2, RejectReason.POST_ONLY_WOULD_TAKE));
    assertThat(place("", buy(ALICE, 1, "0.49").reduceOnly(true)))
        .containsExactly(rejected(1, RejectReason.REDUCE_ONLY_WOULD_INCREASE));
  }

  @Test
  void marginIsTestedForTheWhole() {
    // 100,000 USDC: 60,000 and 60,000 do not fit together.
    assertThat(place("", buy(ALICE, 120_000, "0.50"), buy(ALICE, 120_000, "0.50")))
        .containsExactly(
            new Event.LadderRejected(
                ALICE,
                "",
                SUEZ,
                2,
                RejectReason.INSUFFICIENT_BALANCE,
                60_000_000_000L,
                40_000_000_000L));
    // And nothing of it is left reserved.
    assertThat(place("", buy(ALICE, 200_000, "0.50"))).hasSize(2);
  }

  @Test
  void reduceOnlyOrdersTogetherDoNotTurnThePosition() {
    venue.place(sell(BOB, 10, "0.50"));
    venue.place(buy(ALICE, 10, "0.50"));

    assertThat(
            place(
                "",
                sell(ALICE, 6, "0.55").reduceOnly(true),
                sell(ALICE, 6, "0.56").reduceOnly(true)))
        .containsExactly(rejected(2, RejectReason.REDUCE_ONLY_WOULD_INCREASE));
  }

  @Test
  void whatIsNoLadderIsRefusedAsAWhole() {
    final Event noLadder = rejected(0, RejectReason.INVALID_LADDER);
    assertThat(place("", buy(ALICE, 1, "0.50"), sell(ALICE, 1, "0.55"))).containsExactly(noLadder);
    assertThat(place("", buy(ALICE, 1, "0.50"), buy(BOB, 1, "0.55"))).containsExactly(noLadder);
    assertThat(place("", buy(ALICE, 1, "0.50").timeInForce(TimeInForce.IOC)))
        .containsExactly(noLadder);
    assertThat(place("", buy(ALICE, 1, "0.50").market())).containsExactly(noLadder);
    assertThat(
            place(
                "",
                Collections.nCopies(51, buy(ALICE, 1, "0.5")).toArray(new OrderTicket.Builder[0])))
        .containsExactly(noLadder);
    assertThat(place(""))
        .containsExactly(
            new Event.LadderRejected(ALICE, "", 0, 0, RejectReason.INVALID_LADDER, 0, 0));
  }

  @Test
  void aLadderSentAgainIsNotPlacedAgain() {
    final OrderTicket.Builder[] orders = {
      buy(ALICE, 1, "0.50").clOrdId("a"), buy(ALICE, 1, "0.49").clOrdId("b")
    };
    place("l1", orders);
    venue.restart();

    assertThat(place("l1", orders))
        .containsExactly(new Event.LadderPlaced(ALICE, "l1", SUEZ, 1, 2, true));
    assertThat(place("l1", orders[0]))
        .containsExactly(
            new Event.LadderRejected(
                ALICE, "l1", SUEZ, 0, RejectReason.DUPLICATE_CLIENT_ORDER_ID, 0, 0));
    // Its orders are orders like any other.
    assertThat(venue.place(orders[1])).hasSize(1).first().isInstanceOf(Event.OrderRepeated.class);
  }
}
