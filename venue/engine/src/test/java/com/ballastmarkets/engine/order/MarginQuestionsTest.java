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
import com.ballastmarkets.domain.margin.UnderlyingMargin;
import com.ballastmarkets.domain.margin.UnderlyingMargin.InstrumentShare;
import com.ballastmarkets.domain.margin.UnderlyingMargin.Scenario;
import com.ballastmarkets.engine.TestVenue;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class MarginQuestionsTest {
  private final TestVenue venue = TestVenue.open();

  @Test
  void aPositionIsExplainedByItsScenarios() {
    venue.place(sell(BOB, 400, "0.50"));
    venue.place(buy(ALICE, 400, "0.50"));

    assertThat(ask(ALICE, null))
        .containsExactly(
            new Event.UnderlyingExplained(
                ALICE,
                new UnderlyingMargin(
                    SUEZ,
                    200_000_000,
                    200_000_000,
                    200_000_000,
                    List.of(
                        new Scenario(0, false, -200_000_000),
                        new Scenario(1_000_000, false, 200_000_000)),
                    0,
                    List.of(new InstrumentShare(SUEZ, 400, 500_000, -200_000_000)),
                    0)),
            new Event.MarginExplained(
                ALICE,
                1,
                100_000_000_000L,
                100_000_000_000L,
                0,
                200_000_000,
                99_800_000_000L,
                1,
                null,
                0,
                0));
  }

  @Test
  void aSupposedOrderIsMarginedAndLeavesNothing() {
    final var before = venue.state();
    final var whole = whole(ask(ALICE, buy(ALICE, 1_000, "0.40").build()));
    assertThat(whole.marginMicros()).isEqualTo(400_000_000);
    assertThat(whole.refusal()).isNull();
    assertThat(venue.state().sha256()).isEqualTo(before.sha256());
  }

  @Test
  void aSupposedOrderIsRefusedAsARealOneWouldBe() {
    final OrderTicket tooMuch = buy(ALICE, 200_001, "0.50").build();
    final var refused = whole(ask(ALICE, tooMuch));
    final Event.OrderRejected real =
        (Event.OrderRejected) venue.tell(new Command.PlaceOrder(tooMuch)).getFirst();
    assertThat(refused.refusal()).isEqualTo(RejectReason.INSUFFICIENT_BALANCE);
    assertThat(real.reason()).isEqualTo(refused.refusal());
    assertThat(refused.requiredMicros()).isEqualTo(real.requiredMicros());
    assertThat(refused.offeredMicros()).isEqualTo(real.availableMicros());

    assertThat(whole(ask(ALICE, buy(ALICE, 1, "0.5001").build())).refusal())
        .isEqualTo(RejectReason.PRICE_OFF_TICK);
    assertThat(ask(77, null))
        .containsExactly(new Event.CommandRejected(RejectReason.UNKNOWN_ACCOUNT, 0, 0));
  }

  private List<Event> ask(long account, @Nullable OrderTicket order) {
    return venue.apply(new Command.ExplainMargin(account, order));
  }

  private static Event.MarginExplained whole(List<Event> events) {
    return (Event.MarginExplained) events.getLast();
  }
}
