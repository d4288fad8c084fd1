package com.ballastmarkets.engine.order;

import static com.ballastmarkets.engine.TestVenue.ALICE;
import static com.ballastmarkets.engine.TestVenue.BOB;
import static com.ballastmarkets.engine.TestVenue.DAY;
import static com.ballastmarkets.engine.TestVenue.HOUR;
import static com.ballastmarkets.engine.TestVenue.SUEZ;
import static com.ballastmarkets.engine.TestVenue.buy;
import static com.ballastmarkets.engine.TestVenue.sell;
import static org.assertj.core.api.Assertions.assertThat;

import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.command.OrderTicket;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.domain.order.CancelReason;
import com.ballastmarkets.domain.order.PostOnly;
import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.domain.order.TimeInForce;
import com.ballastmarkets.engine.TestVenue;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class OrderEntryTest {
  private final TestVenue venue = TestVenue.open();

  private record Wrong(String why, OrderTicket.Builder ticket, RejectReason reason) {
    @Override
    public String toString() {
      return why;
    }
  }

  static List<Wrong> wrongOrders() {
    return List.of(
        new Wrong("account", buy(9, 1, "0.5"), RejectReason.UNKNOWN_ACCOUNT),
        new Wrong(
            "market",
            OrderTicket.of(ALICE, 77, Side.BUY, 1).limit(500_000),
            RejectReason.MARKET_NOT_FOUND),
        new Wrong("zero", buy(ALICE, 0, "0.5"), RejectReason.ORDER_SIZE_TOO_SMALL),
        new Wrong("negative", buy(ALICE, -5, "0.5"), RejectReason.ORDER_SIZE_TOO_SMALL),
        new Wrong("huge", buy(ALICE, Long.MAX_VALUE, "0.5"), RejectReason.ORDER_SIZE_TOO_LARGE),
        new Wrong("above hi", buy(ALICE, 1, "1.005"), RejectReason.PRICE_OUT_OF_RANGE),
        new Wrong("below lo", sell(ALICE, 1, "-0.005"), RejectReason.PRICE_OUT_OF_RANGE),
        new Wrong("off the grid", buy(ALICE, 1, "0.501"), RejectReason.PRICE_OFF_TICK),
        new Wrong(
            "stop off the grid",
            OrderTicket.of(ALICE, SUEZ, Side.BUY, 1).stop(500_001),
            RejectReason.INVALID_STOP_PRICE),
        new Wrong(
            "ended before it began",
            buy(ALICE, 1, "0.5").goodTill(TestVenue.MONDAY),
            RejectReason.INVALID_EXPIRE_TIME),
        new Wrong(
            "iceberg that cannot rest",
            buy(ALICE, 5, "0.5").displayLots(1).timeInForce(TimeInForce.IOC),
            RejectReason.INVALID_DISPLAY_SIZE),
        new Wrong(
            "minimum of a resting order",
            buy(ALICE, 5, "0.5").minLots(1),
            RejectReason.INVALID_MINIMUM_SIZE),
        new Wrong(
            "minimum above the size",
            buy(ALICE, 5, "0.5").minLots(6).timeInForce(TimeInForce.IOC),
            RejectReason.INVALID_MINIMUM_SIZE),
        new Wrong(
            "post-only that must take",
            buy(ALICE, 5, "0.5").postOnly(PostOnly.REJECT).timeInForce(TimeInForce.FOK),
            RejectReason.INVALID_ORDER),
        new Wrong(
            "nothing to reduce",
            buy(ALICE, 5, "0.5").reduceOnly(true),
            RejectReason.REDUCE_ONLY_WOULD_INCREASE));
  }

  @ParameterizedTest
  @MethodSource("wrongOrders")
  void whatIsWrongIsNamedAndChangesNothing(Wrong wrong) {
    final byte[] before = venue.state().sha256();

    assertThat(venue.apply(new Command.PlaceOrder(wrong.ticket().build())))
        .containsExactly(new Event.OrderRejected(wrong.ticket().build(), wrong.reason(), 0, 0));

    assertThat(venue.state().sha256()).isEqualTo(before);
  }

  @Test
  void anIcebergInMoreThanFiveHundredSlicesIsRefusedWithTheFigures() {
    final var ticket = buy(ALICE, 1_001, "0.5").displayLots(2).build();
    assertThat(venue.apply(new Command.PlaceOrder(ticket)))
        .containsExactly(new Event.OrderRejected(ticket, RejectReason.DISPLAY_TOO_SMALL, 3, 2));

    assertThat(venue.tell(new Command.PlaceOrder(buy(ALICE, 1_000, "0.5").displayLots(2).build())))
        .singleElement()
        .isInstanceOf(Event.OrderAccepted.class);
    assertThat(venue.tell(new Command.ReplaceOrder(ALICE, 1, "", "", 500_000, 0, 1_001)))
        .containsExactly(
            new Event.ReplaceRejected(ALICE, 1, "", "", RejectReason.DISPLAY_TOO_SMALL, 3, 2));
  }

  @Test
  void anOrderThatEquityDoesNotCoverIsRefusedWithTheFigures() {
    final var ticket = buy(ALICE, 200_001, "0.5").build();

    assertThat(venue.apply(new Command.PlaceOrder(ticket)))
        .containsExactly(
            new Event.OrderRejected(
                ticket, RejectReason.INSUFFICIENT_BALANCE, 100_000_500_000L, 100_000_000_000L));
  }

  @Test
  void theSameIdWithTheSameContentPlacesNothingAgain() {
    final var ticket = buy(ALICE, 5, "0.5").clOrdId("a").build();
    venue.apply(new Command.PlaceOrder(ticket));

    assertThat(venue.apply(new Command.PlaceOrder(ticket)))
        .containsExactly(new Event.OrderRepeated(1, ticket));

    final var other = buy(ALICE, 6, "0.5").clOrdId("a").build();
    assertThat(venue.apply(new Command.PlaceOrder(other)))
        .containsExactly(
            new Event.OrderRejected(other, RejectReason.DUPLICATE_CLIENT_ORDER_ID, 0, 0));
  }

  @Test
  void anIdIsOfOneAccountOnly() {
    venue.place(buy(ALICE, 5, "0.5").clOrdId("a"));

    assertThat(venue.place(buy(BOB, 5, "0.5").clOrdId("a")))
        .singleElement()
        .isInstanceOf(Event.OrderAccepted.class);
  }

  @Test
  void anIdIsFreeAgainADayLater() {
    final var ticket = buy(ALICE, 5, "0.5").clOrdId("a").timeInForce(TimeInForce.IOC);
    venue.place(ticket);
    venue.pass(DAY - 1);
    assertThat(venue.place(ticket)).singleElement().isInstanceOf(Event.OrderRepeated.class);

    venue.restart();
    venue.pass(1);

    assertThat(venue.place(ticket)).first().isInstanceOf(Event.OrderAccepted.class);
  }

  @Test
  void theIdOfALiveOrderIsNeverForgotten() {
    venue.place(buy(ALICE, 5, "0.5").clOrdId("a"));
    venue.pass(3 * DAY);

    assertThat(venue.tell(new Command.CancelOrder(ALICE, 0, "a", "b")))
        .containsExactly(new Event.OrderCanceled(1, ALICE, SUEZ, "b", 5, CancelReason.REQUESTED));
  }

  @Test
  void anImmediateOrderLeavesNothingBehind() {
    venue.place(sell(BOB, 3, "0.5"));

    assertThat(venue.place(buy(ALICE, 5, "0.5").timeInForce(TimeInForce.IOC)))
        .hasSize(3)
        .last()
        .isEqualTo(new Event.OrderCanceled(2, ALICE, SUEZ, "", 2, CancelReason.IMMEDIATE_REST));
  }

  @Test
  void aMarketOrderGoesToTheEdgeOfTheBandAndNoFurther() {
    venue.place(sell(BOB, 3, "0.65"));
    venue.place(sell(BOB, 3, "0.655"));

    final List<Event> events = venue.place(OrderTicket.of(ALICE, SUEZ, Side.BUY, 5).market());

    assertThat(events).hasSize(3);
    assertThat(events.get(1)).isInstanceOf(Event.Trade.class);
    assertThat(events.get(2))
        .isEqualTo(new Event.OrderCanceled(3, ALICE, SUEZ, "", 2, CancelReason.IMMEDIATE_REST));
  }

  @Test
  void fillOrKillIsAllOrNothing() {
    venue.place(sell(BOB, 3, "0.5"));
    venue.place(sell(BOB, 3, "0.505"));

    assertThat(venue.place(buy(ALICE, 7, "0.505").timeInForce(TimeInForce.FOK)))
        .last()
        .isEqualTo(new Event.OrderCanceled(3, ALICE, SUEZ, "", 7, CancelReason.NOT_FILLABLE));
    assertThat(venue.place(buy(ALICE, 6, "0.505").timeInForce(TimeInForce.FOK)))
        .filteredOn(Event.Trade.class::isInstance)
        .hasSize(2);
  }

  @Test
  void aMinimumQuantityIsMetAtOnceOrNotAtAll() {
    venue.place(sell(BOB, 3, "0.5"));

    assertThat(venue.place(buy(ALICE, 9, "0.5").timeInForce(TimeInForce.IOC).minLots(4)))
        .last()
        .isEqualTo(new Event.OrderCanceled(2, ALICE, SUEZ, "", 9, CancelReason.MINIMUM_NOT_MET));
    assertThat(venue.place(buy(ALICE, 9, "0.5").timeInForce(TimeInForce.IOC).minLots(3)))
        .filteredOn(Event.Trade.class::isInstance)
        .hasSize(1);
  }

  @Test
  void postOnlyIsRefusedOrSlides() {
    venue.place(sell(BOB, 3, "0.5"));

    final var refused = buy(ALICE, 1, "0.51").postOnly(PostOnly.REJECT);
    assertThat(venue.place(refused))
        .containsExactly(
            new Event.OrderRejected(refused.build(), RejectReason.POST_ONLY_WOULD_TAKE, 0, 0));
    final var slides = buy(ALICE, 1, "0.51").postOnly(PostOnly.SLIDE);
    assertThat(venue.place(slides))
        .containsExactly(new Event.OrderAccepted(2, slides.build().withPrice(495_000)));
  }

  @Test
  void anIcebergShowsASliceAndQueuesTheNextAtTheBack() {
    venue.place(sell(BOB, 10, "0.5").displayLots(2));
    venue.place(sell(TestVenue.CAROL, 4, "0.5"));

    final List<Event> events = venue.place(buy(ALICE, 7, "0.5"));

    assertThat(events)
        .filteredOn(Event.Trade.class::isInstance)
        .extracting(e -> ((Event.Trade) e).maker().orderId() + ":" + ((Event.Trade) e).lots())
        .containsExactly("1:2", "2:4", "1:1");
    assertThat(venue.apply(new Command.PlaceOrder(sell(TestVenue.CAROL, 1, "0.5").build())))
        .contains(new Event.LevelChanged(SUEZ, Side.SELL, 500_000, 2, 2));
  }

  @Test
  void aReduceOnlyOrderNeverOutgrowsItsPosition() {
    venue.place(sell(BOB, 10, "0.5"));
    venue.place(buy(ALICE, 10, "0.5"));
    venue.place(sell(ALICE, 10, "0.6").reduceOnly(true));
    venue.place(sell(ALICE, 8, "0.55"));
    venue.place(buy(BOB, 8, "0.55"));

    final List<Event> events = venue.place(buy(BOB, 10, "0.6"));

    assertThat(events.get(1))
        .isEqualTo(new Event.OrderReplaced(3, ALICE, SUEZ, "", "", 600_000, 0, 2, 2, true));
    assertThat(events.get(2)).isInstanceOf(Event.Trade.class);
    assertThat(((Event.Trade) events.get(2)).lots()).isEqualTo(2);
  }

  @Test
  void aStopBecomesAMarketOrderWhenItsPriceTrades() {
    venue.place(OrderTicket.of(ALICE, SUEZ, Side.BUY, 2).stop(510_000));
    venue.place(sell(BOB, 1, "0.51"));
    venue.place(sell(BOB, 5, "0.52"));

    final List<Event> events = venue.place(buy(TestVenue.CAROL, 1, "0.51"));

    assertThat(events).hasSize(4);
    assertThat(events.get(2)).isEqualTo(new Event.OrderTriggered(1, ALICE, SUEZ));
    assertThat(((Event.Trade) events.get(3)).priceMicros()).isEqualTo(520_000);
  }

  @Test
  void aStopLimitThatIsReachedAlreadyIsTriggeredAtOnce() {
    venue.place(sell(BOB, 1, "0.5"));
    venue.place(buy(ALICE, 1, "0.5"));

    assertThat(venue.place(OrderTicket.of(ALICE, SUEZ, Side.SELL, 1).stopLimit(500_000, 490_000)))
        .hasSize(2)
        .last()
        .isEqualTo(new Event.OrderTriggered(3, ALICE, SUEZ));
    assertThat(venue.cancel(ALICE, 3))
        .containsExactly(new Event.OrderCanceled(3, ALICE, SUEZ, "", 1, CancelReason.REQUESTED));
  }

  @Test
  void dayAndGoodTillOrdersEndAtTheirTime() {
    venue.place(buy(ALICE, 1, "0.4").timeInForce(TimeInForce.DAY));
    venue.place(buy(ALICE, 1, "0.41").goodTill(venue.now() + HOUR));
    venue.place(buy(ALICE, 1, "0.42"));

    assertThat(venue.pass(HOUR))
        .containsExactly(new Event.OrderCanceled(2, ALICE, SUEZ, "", 1, CancelReason.EXPIRED));
    assertThat(venue.pass(23 * HOUR))
        .containsExactly(new Event.OrderCanceled(1, ALICE, SUEZ, "", 1, CancelReason.EXPIRED));
  }
}
