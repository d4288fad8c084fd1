package com.ballastmarkets.engine.order;

import static com.ballastmarkets.engine.TestVenue.ALICE;
import static com.ballastmarkets.engine.TestVenue.BOB;
import static com.ballastmarkets.engine.TestVenue.CAROL;
import static com.ballastmarkets.engine.TestVenue.SUEZ;
import static com.ballastmarkets.engine.TestVenue.buy;
import static com.ballastmarkets.engine.TestVenue.sell;
import static org.assertj.core.api.Assertions.assertThat;

import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.command.Command.MassCancel.Cause;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.domain.order.CancelReason;
import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.domain.order.TimeInForce;
import com.ballastmarkets.engine.TestVenue;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ReplaceAndCancelTest {
  private final TestVenue venue = TestVenue.open();

  private List<Event> replace(long orderId, long price, long lots) {
    return venue.tell(new Command.ReplaceOrder(ALICE, orderId, "", "", price, 0, lots));
  }

  private long firstToSell() {
    return venue.place(buy(CAROL, 1, "0.5")).stream()
        .filter(Event.Trade.class::isInstance)
        .mapToLong(e -> ((Event.Trade) e).maker().orderId())
        .findFirst()
        .orElse(0);
  }

  @Test
  void aSmallerSizeKeepsItsPlace() {
    venue.place(sell(ALICE, 5, "0.5"));
    venue.place(sell(BOB, 5, "0.5"));

    assertThat(replace(1, 500_000, 3))
        .containsExactly(new Event.OrderReplaced(1, ALICE, SUEZ, "", "", 500_000, 0, 3, 3, true));
    assertThat(firstToSell()).isEqualTo(1);
  }

  @Test
  void aLargerSizeGoesToTheBack() {
    venue.place(sell(ALICE, 5, "0.5"));
    venue.place(sell(BOB, 5, "0.5"));

    assertThat(replace(1, 500_000, 6))
        .containsExactly(new Event.OrderReplaced(1, ALICE, SUEZ, "", "", 500_000, 0, 6, 6, false));
    assertThat(firstToSell()).isEqualTo(2);
  }

  @Test
  void aNewPriceMayTrade() {
    venue.place(buy(BOB, 2, "0.48"));
    venue.place(sell(ALICE, 5, "0.5"));

    final List<Event> events = replace(2, 480_000, 5);

    assertThat(events).hasSize(2);
    assertThat(events.getFirst())
        .isEqualTo(new Event.OrderReplaced(2, ALICE, SUEZ, "", "", 480_000, 0, 5, 5, false));
    assertThat(((Event.Trade) events.get(1)).taker().leavesLots()).isEqualTo(3);
  }

  @Test
  void whatIsFilledCountsInTheNewSize() {
    venue.place(sell(ALICE, 5, "0.5"));
    venue.place(buy(BOB, 3, "0.5"));

    assertThat(replace(1, 500_000, 3))
        .containsExactly(
            new Event.ReplaceRejected(ALICE, 1, "", "", RejectReason.SIZE_BELOW_FILLED, 0, 0));
    assertThat(replace(1, 500_000, 4))
        .containsExactly(new Event.OrderReplaced(1, ALICE, SUEZ, "", "", 500_000, 0, 4, 1, true));
  }

  @Test
  void aReplaceThatIsNotCoveredLeavesTheOrderAsItWas() {
    venue.place(buy(ALICE, 100_000, "0.5"));
    final byte[] before = venue.state().sha256();

    assertThat(replace(1, 500_000, 300_000))
        .containsExactly(
            new Event.ReplaceRejected(
                ALICE,
                1,
                "",
                "",
                RejectReason.INSUFFICIENT_BALANCE,
                100_000_000_000L,
                50_000_000_000L));
    assertThat(venue.state().sha256()).isEqualTo(before);
  }

  @Test
  void aChainOfReplacesIsFoundByAnyOfItsIds() {
    venue.place(buy(ALICE, 5, "0.4").clOrdId("a"));
    final var replace = new Command.ReplaceOrder(ALICE, 0, "a", "b", 410_000, 0, 5);

    assertThat(venue.tell(replace))
        .containsExactly(
            new Event.OrderReplaced(1, ALICE, SUEZ, "b", "a", 410_000, 0, 5, 5, false));
    assertThat(venue.tell(replace)).containsExactly(new Event.NothingToDo());
    assertThat(venue.tell(new Command.CancelOrder(ALICE, 0, "a", "c")))
        .containsExactly(new Event.OrderCanceled(1, ALICE, SUEZ, "c", 5, CancelReason.REQUESTED));
    assertThat(venue.tell(new Command.CancelOrder(ALICE, 0, "b", "d")))
        .containsExactly(new Event.CancelRejected(ALICE, 1, "d", "b", RejectReason.ORDER_CLOSED));
  }

  @Test
  void nobodySeesAnothersOrders() {
    venue.place(buy(ALICE, 5, "0.4"));

    assertThat(venue.cancel(BOB, 1))
        .containsExactly(new Event.CancelRejected(BOB, 0, "", "", RejectReason.ORDER_NOT_FOUND));
    assertThat(venue.cancel(ALICE, 2))
        .containsExactly(new Event.CancelRejected(ALICE, 0, "", "", RejectReason.ORDER_NOT_FOUND));
  }

  @Test
  void massCancelTakesWhatFitsAllItsConditions() {
    venue.place(buy(ALICE, 1, "0.4").sessionId(7));
    venue.place(sell(ALICE, 1, "0.6").sessionId(7));
    venue.place(buy(ALICE, 1, "0.3").sessionId(8));
    venue.place(buy(BOB, 1, "0.4").sessionId(7));

    assertThat(venue.tell(new Command.MassCancel(ALICE, SUEZ, Side.BUY, 7, Cause.REQUEST, "m")))
        .containsExactly(
            new Event.OrderCanceled(1, ALICE, SUEZ, "", 1, CancelReason.MASS_CANCEL),
            new Event.MassCanceled(ALICE, SUEZ, "m", 1));
    assertThat(venue.tell(new Command.MassCancel(ALICE, 0, null, 0, Cause.REQUEST, "")))
        .hasSize(3)
        .last()
        .isEqualTo(new Event.MassCanceled(ALICE, 0, "", 2));
  }

  @Test
  void aLostSessionTakesItsDayOrdersOnly() {
    venue.place(buy(ALICE, 1, "0.4").sessionId(7));
    venue.place(buy(ALICE, 1, "0.4").sessionId(7).timeInForce(TimeInForce.DAY));

    assertThat(venue.tell(new Command.MassCancel(ALICE, 0, null, 7, Cause.DISCONNECT, "")))
        .containsExactly(
            new Event.OrderCanceled(2, ALICE, SUEZ, "", 1, CancelReason.DISCONNECT),
            new Event.MassCanceled(ALICE, 0, "", 1));
  }

  @Test
  void theKillSwitchCancelsAllAndRefusesNewUntilReleased() {
    venue.place(buy(ALICE, 1, "0.4"));
    final var ticket = buy(ALICE, 1, "0.4");

    assertThat(venue.tell(new Command.SetKillSwitch(ALICE, true)))
        .containsExactly(
            new Event.OrderCanceled(1, ALICE, SUEZ, "", 1, CancelReason.KILL_SWITCH),
            new Event.KillSwitchChanged(ALICE, true));
    venue.restart();
    assertThat(venue.place(ticket))
        .containsExactly(
            new Event.OrderRejected(ticket.build(), RejectReason.ACCOUNT_SUSPENDED, 0, 0));
    assertThat(venue.tell(new Command.SetKillSwitch(ALICE, true)))
        .containsExactly(new Event.NothingToDo());
    venue.tell(new Command.SetKillSwitch(ALICE, false));
    assertThat(venue.place(ticket)).first().isInstanceOf(Event.OrderAccepted.class);
  }
}
