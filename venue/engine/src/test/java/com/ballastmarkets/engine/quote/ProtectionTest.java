package com.ballastmarkets.engine.quote;

import static com.ballastmarkets.engine.TestVenue.ALICE;
import static com.ballastmarkets.engine.TestVenue.BOB;
import static com.ballastmarkets.engine.TestVenue.SECOND;
import static com.ballastmarkets.engine.TestVenue.SUEZ;
import static com.ballastmarkets.engine.TestVenue.buy;
import static com.ballastmarkets.engine.TestVenue.sell;
import static com.ballastmarkets.engine.quote.Maker.GROUP;
import static com.ballastmarkets.engine.quote.Maker.answers;
import static com.ballastmarkets.engine.quote.Maker.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.domain.order.CancelReason;
import com.ballastmarkets.domain.quote.ProtectionCause;
import com.ballastmarkets.domain.quote.ProtectionLimits;
import com.ballastmarkets.domain.quote.QuoteEntry;
import com.ballastmarkets.engine.TestVenue;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ProtectionTest {
  private static final QuoteEntry NEAR = entry("q1", SUEZ, "10@0.49", "10@0.51");
  private static final QuoteEntry FAR = entry("q2", SUEZ, "10@0.48", "10@0.52");

  private final TestVenue venue = TestVenue.open();
  private final Maker bob = new Maker(venue, BOB);

  private static Event.OrderCanceled canceled(long orderId, long lots) {
    return new Event.OrderCanceled(orderId, BOB, SUEZ, "", lots, CancelReason.PROTECTION);
  }

  private static Event tripped(ProtectionCause cause, long lots, long delta, long fills) {
    return new Event.ProtectionTripped(BOB, GROUP, cause, lots, delta, fills);
  }

  @Test
  void theTradeThatHitsStandsAndTheSweepGoesOnWithoutTheGroup() {
    bob.isProtectedBy(new ProtectionLimits(SECOND, 10, 0, 0));
    bob.quotes(NEAR, FAR);
    venue.place(sell(TestVenue.CAROL, 5, "0.53"));

    final List<Event> events = venue.place(buy(ALICE, 25, "0.53"));

    assertThat(events.get(1)).isInstanceOf(Event.Trade.class);
    assertThat(events.subList(2, 6))
        .containsExactly(
            tripped(ProtectionCause.LOTS, 10, -10, 1),
            canceled(1, 10),
            canceled(3, 10),
            canceled(4, 10));
    // The next match is Carol's, though Bob's 0.52 was better.
    assertThat(events.get(6))
        .isInstanceOfSatisfying(
            Event.Trade.class, trade -> assertThat(trade.priceMicros()).isEqualTo(530_000));
    assertThat(bob.quotes(NEAR))
        .containsExactly(
            new Event.MassQuoteRejected(BOB, GROUP, "", RejectReason.QUOTE_GROUP_PROTECTED));
    venue.restart();
    assertThat(bob.quotes(NEAR)).hasSize(1);

    assertThat(bob.resets())
        .containsExactly(
            new Event.ProtectionChanged(BOB, GROUP, new ProtectionLimits(SECOND, 10, 0, 0), false));
    assertThat(bob.resets()).containsExactly(new Event.NothingToDo());
    assertThat(answers(bob.quotes(NEAR)).getFirst().reason()).isNull();
  }

  @Test
  void onlyWhatIsWithinTheIntervalCounts() {
    bob.isProtectedBy(new ProtectionLimits(SECOND, 0, 0, 2));
    bob.quotes(NEAR);
    venue.place(buy(ALICE, 1, "0.51"));
    venue.pass(SECOND);

    assertThat(venue.place(buy(ALICE, 1, "0.51"))).hasSize(2);
    venue.pass(SECOND - 1);
    assertThat(venue.place(buy(ALICE, 1, "0.51")))
        .contains(tripped(ProtectionCause.FILLS, 2, -2, 2));
  }

  @Test
  void theNetDeltaSetsSalesOffAgainstPurchases() {
    bob.isProtectedBy(new ProtectionLimits(SECOND, 0, 6, 0));
    bob.quotes(NEAR);
    venue.place(buy(ALICE, 5, "0.51"));
    venue.place(sell(ALICE, 5, "0.49"));
    venue.restart();

    assertThat(venue.place(sell(ALICE, 5, "0.49"))).hasSize(2);
    assertThat(venue.place(buy(ALICE, 4, "0.51"))).hasSize(2);
    bob.quotes(NEAR);
    assertThat(venue.place(sell(ALICE, 5, "0.49")))
        .contains(tripped(ProtectionCause.NET_DELTA, 24, 6, 5));
  }

  @Test
  void aQuoteThatTakesTooMuchStopsAndWhatIsLeftOfItsMessageIsRefused() {
    bob.isProtectedBy(new ProtectionLimits(SECOND, 4, 0, 0));
    bob.quotes(FAR);
    venue.place(sell(ALICE, 4, "0.50"));
    venue.place(sell(ALICE, 4, "0.505"));

    final List<Event> events =
        bob.quotes(entry("q3", SUEZ, "10@0.505", "10@0.55"), entry("q2", SUEZ, "9@0.47", "9@0.53"));

    assertThat(events.stream().filter(Event.Trade.class::isInstance)).hasSize(1);
    assertThat(events).contains(tripped(ProtectionCause.LOTS, 4, 4, 1));
    assertThat(answers(events).getFirst().reason()).isNull();
    assertThat(answers(events).getLast().reason()).isEqualTo(RejectReason.QUOTE_GROUP_PROTECTED);
    assertThat(events.stream().filter(Event.OrderCanceled.class::isInstance))
        .containsExactlyInAnyOrder(
            canceled(1, 10), canceled(2, 10), canceled(5, 6), canceled(6, 10));
    // Nothing of Bob's is left in the market, nor reserved.
    assertThat(venue.place(sell(ALICE, 1, "0.01"))).hasSize(1);
  }

  @Test
  void otherGroupsAndOrdersDoNotCountAndStay() {
    bob.isProtectedBy(new ProtectionLimits(SECOND, 1, 0, 0));
    venue.place(sell(BOB, 1, "0.50"));
    bob.quotes(NEAR);

    assertThat(venue.place(buy(ALICE, 1, "0.50"))).hasSize(2);
    venue.place(sell(BOB, 1, "0.60"));
    venue.place(buy(ALICE, 1, "0.51"));
    assertThat(venue.place(buy(ALICE, 1, "0.60")))
        .anyMatch(e -> e instanceof Event.Trade t && t.maker().accountId() == BOB);
  }

  @Test
  void aGroupWithoutQuotesAndLimitsIsForgotten() {
    final int before = venue.state().length();
    bob.isProtectedBy(new ProtectionLimits(SECOND, 1, 0, 0));
    bob.isProtectedBy(ProtectionLimits.NONE);

    assertThat(venue.state().length()).isEqualTo(before);
  }

  @Test
  void limitsThatMakeNoSenseAreRefused() {
    assertThat(bob.isProtectedBy(new ProtectionLimits(0, 1, 0, 0)))
        .containsExactly(new Event.CommandRejected(RejectReason.INVALID_PROTECTION, 0, 0));
    assertThat(bob.isProtectedBy(new ProtectionLimits(SECOND, -1, 0, 0)))
        .containsExactly(new Event.CommandRejected(RejectReason.INVALID_PROTECTION, 0, 0));
    assertThat(bob.isProtectedBy(new ProtectionLimits(25 * 3600 * SECOND, 1, 0, 0)))
        .containsExactly(new Event.CommandRejected(RejectReason.INVALID_PROTECTION, 0, 0));
    assertThat(venue.apply(new Command.SetProtection(BOB, "", new ProtectionLimits(1, 1, 0, 0))))
        .containsExactly(new Event.CommandRejected(RejectReason.INVALID_PROTECTION, 0, 0));
  }
}
