package com.ballastmarkets.engine.quote;

import static com.ballastmarkets.engine.TestVenue.ALICE;
import static com.ballastmarkets.engine.TestVenue.BOB;
import static com.ballastmarkets.engine.TestVenue.DAY;
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
import com.ballastmarkets.domain.money.Micros;
import com.ballastmarkets.domain.order.CancelReason;
import com.ballastmarkets.domain.order.PostOnly;
import com.ballastmarkets.domain.order.SelfMatchPrevention;
import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.domain.order.TimeInForce;
import com.ballastmarkets.domain.quote.QuoteAnswer;
import com.ballastmarkets.domain.quote.QuoteEntry;
import com.ballastmarkets.engine.TestVenue;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class MassQuoteTest {
  private final TestVenue venue = TestVenue.open();
  private final Maker bob = new Maker(venue, BOB);

  private static Event.OrderReplaced moved(
      long orderId, String price, long lots, long leaves, boolean kept) {
    return new Event.OrderReplaced(
        orderId, BOB, SUEZ, "", "", Micros.parse(price), 0, lots, leaves, kept);
  }

  private static Event.OrderCanceled canceled(long orderId, long lots, CancelReason reason) {
    return new Event.OrderCanceled(orderId, BOB, SUEZ, "", lots, reason);
  }

  @Test
  void bothSidesOfAQuoteAreDayOrdersWithTheQuoteNamed() {
    final var events = bob.quotes(entry("q1", SUEZ, "10@0.45", "20@0.55"));

    final var bid = buy(BOB, 10, "0.45").timeInForce(TimeInForce.DAY).sessionId(7).build();
    final var ask = sell(BOB, 20, "0.55").timeInForce(TimeInForce.DAY).sessionId(7).build();
    assertThat(events)
        .containsExactly(
            new Event.QuoteEntered(1, BOB, SUEZ, Side.BUY, GROUP, "q1"),
            new Event.OrderAccepted(1, bid),
            new Event.QuoteEntered(2, BOB, SUEZ, Side.SELL, GROUP, "q1"),
            new Event.OrderAccepted(2, ask),
            new Event.MassQuoteTaken(
                BOB, GROUP, "", List.of(new QuoteAnswer("q1", SUEZ, 1, 2, null, 0, 0))));
    assertThat(venue.pass(DAY))
        .containsExactly(
            canceled(1, 10, CancelReason.EXPIRED), canceled(2, 20, CancelReason.EXPIRED));
  }

  @Test
  void aQuoteTakesThePlaceOfTheLastWithItsId() {
    bob.quotes(entry("q1", SUEZ, "10@0.45", "20@0.55"));
    venue.place(buy(ALICE, 5, "0.45"));

    assertThat(bob.quotes(entry("q1", SUEZ, "4@0.45", "20@0.56")))
        .startsWith(moved(1, "0.45", 4, 4, true), moved(2, "0.56", 20, 20, false));
    venue.restart();

    // What kept its price with fewer lots has kept its place before Alice.
    assertThat(venue.place(sell(ALICE, 4, "0.45")))
        .anyMatch(e -> e instanceof Event.Trade t && t.maker().orderId() == 1 && t.lots() == 4);
  }

  @Test
  void theSizeOfAQuoteIsWhatStandsOpenWhateverWasFilled() {
    bob.quotes(entry("q1", SUEZ, "10@0.45", ""));
    venue.place(sell(ALICE, 6, "0.45"));

    assertThat(bob.quotes(entry("q1", SUEZ, "10@0.45", "")))
        .startsWith(moved(1, "0.45", 16, 10, false));
  }

  @Test
  void anUnchangedQuoteSaysNothingAndStays() {
    bob.quotes(entry("q1", SUEZ, "10@0.45", "20@0.55"));

    assertThat(bob.quotes(entry("q1", SUEZ, "10@0.45", "20@0.55")))
        .containsExactly(
            new Event.MassQuoteTaken(
                BOB, GROUP, "", List.of(new QuoteAnswer("q1", SUEZ, 1, 2, null, 0, 0))));
  }

  @Test
  void zeroLotsWithdrawASide() {
    bob.quotes(entry("q1", SUEZ, "10@0.45", "20@0.55"));

    assertThat(bob.quotes(entry("q1", SUEZ, "", "20@0.55")))
        .containsExactly(
            canceled(1, 10, CancelReason.QUOTE_REPLACED),
            new Event.MassQuoteTaken(
                BOB, GROUP, "", List.of(new QuoteAnswer("q1", SUEZ, 0, 2, null, 0, 0))));
    assertThat(bob.quotes(entry("q1", 0, "", "")))
        .containsExactly(
            canceled(2, 20, CancelReason.QUOTE_REPLACED),
            new Event.MassQuoteTaken(
                BOB, GROUP, "", List.of(new QuoteAnswer("q1", 0, 0, 0, null, 0, 0))));
  }

  @Test
  void allQuotesOfAMessageMoveAtOnce() {
    bob.quotes(entry("near", SUEZ, "10@0.49", "10@0.51"), entry("far", SUEZ, "10@0.47", "10@0.53"));

    // The near bid goes to where the far offer still stands: that offer goes away with it.
    final var events =
        bob.quotes(
            PostOnly.NONE,
            entry("near", SUEZ, "10@0.53", "10@0.55"),
            entry("far", SUEZ, "10@0.51", "10@0.57"));

    assertThat(answers(events)).allMatch(answer -> answer.reason() == null);
    assertThat(events).noneMatch(e -> e instanceof Event.OrderCanceled || e instanceof Event.Trade);
  }

  @Test
  void aQuoteMayTakeUnlessItIsPostOnly() {
    venue.place(sell(ALICE, 3, "0.50"));

    final var posted = bob.quotes(PostOnly.REJECT, entry("q1", SUEZ, "10@0.50", "10@0.60"));
    assertThat(posted).hasSize(1);
    assertThat(answers(posted).getFirst().reason()).isEqualTo(RejectReason.POST_ONLY_WOULD_TAKE);

    final var slid = bob.quotes(PostOnly.SLIDE, entry("q2", SUEZ, "10@0.50", "10@0.60"));
    assertThat(slid.get(1))
        .isInstanceOfSatisfying(
            Event.OrderAccepted.class,
            accepted -> assertThat(accepted.ticket().priceMicros()).isEqualTo(495_000));

    final var taking = bob.quotes(entry("q3", SUEZ, "10@0.50", "10@0.61"));
    assertThat(taking)
        .anyMatch(e -> e instanceof Event.Trade t && t.taker().accountId() == BOB && t.lots() == 3);
    assertThat(answers(taking).getFirst().reason()).isNull();
  }

  @Test
  void aRefusedEntryWithdrawsTheQuoteThatItWasToReplaceAndLeavesTheOthers() {
    bob.quotes(entry("q1", SUEZ, "10@0.45", "20@0.55"), entry("q2", SUEZ, "1@0.40", "1@0.60"));

    final var events =
        bob.quotes(entry("q1", SUEZ, "10@0.4512", "20@0.55"), entry("q2", SUEZ, "2@0.40", ""));

    assertThat(events)
        .containsExactly(
            canceled(1, 10, CancelReason.QUOTE_REPLACED),
            canceled(2, 20, CancelReason.QUOTE_REPLACED),
            canceled(4, 1, CancelReason.QUOTE_REPLACED),
            moved(3, "0.40", 2, 2, false),
            new Event.MassQuoteTaken(
                BOB,
                GROUP,
                "",
                List.of(
                    new QuoteAnswer("q1", SUEZ, 0, 0, RejectReason.PRICE_OFF_TICK, 0, 0),
                    new QuoteAnswer("q2", SUEZ, 3, 0, null, 0, 0))));
  }

  @Test
  void everyWrongEntryIsNamed() {
    final List<QuoteAnswer> answers =
        answers(
            bob.quotes(
                entry("market", 99, "1@0.45", "1@0.55"),
                entry("negative", SUEZ, "-1@0.45", "1@0.55"),
                entry("large", SUEZ, "1000001@0.45", "1@0.55"),
                entry("range", SUEZ, "1@0.45", "1@1.01"),
                entry("tick", SUEZ, "1@0.45", "1@0.551"),
                entry("crossed", SUEZ, "1@0.5", "1@0.5")));

    assertThat(answers)
        .extracting(QuoteAnswer::reason)
        .containsExactly(
            RejectReason.MARKET_NOT_FOUND,
            RejectReason.ORDER_SIZE_TOO_SMALL,
            RejectReason.ORDER_SIZE_TOO_LARGE,
            RejectReason.PRICE_OUT_OF_RANGE,
            RejectReason.PRICE_OFF_TICK,
            RejectReason.INVALID_ORDER);
  }

  @Test
  void marginIsTestedWithTheOwnOldLotsFreed() {
    // Each side ties up 90,000 of Bob's 100,000: the new quote fits only if the old one is freed.
    bob.quotes(entry("q1", SUEZ, "180000@0.50", ""));

    final var moved = bob.quotes(entry("q1", SUEZ, "190000@0.49", ""));
    assertThat(answers(moved).getFirst().reason()).isNull();

    final var second = bob.quotes(entry("q2", SUEZ, "180000@0.50", ""));
    assertThat(answers(second).getFirst())
        .isEqualTo(
            new QuoteAnswer(
                "q2",
                SUEZ,
                0,
                0,
                RejectReason.INSUFFICIENT_BALANCE,
                90_000_000_000L,
                6_900_000_000L));
  }

  @Test
  void aSideThatFitsGoesWithTheSideThatDoesNot() {
    bob.quotes(entry("q1", SUEZ, "100@0.45", "100@0.55"));

    final var events = bob.quotes(entry("q1", SUEZ, "150@0.45", "900000@0.55"));

    assertThat(answers(events).getFirst().reason()).isEqualTo(RejectReason.INSUFFICIENT_BALANCE);
    assertThat(events)
        .contains(
            canceled(1, 100, CancelReason.QUOTE_REPLACED),
            canceled(2, 100, CancelReason.QUOTE_REPLACED));
    // Nothing is left reserved: all that Bob has may be used again.
    assertThat(venue.place(buy(BOB, 200_000, "0.5"))).hasSize(1);
  }

  @Test
  void aMassQuoteSentAgainIsNotDoneAgain() {
    final Command again =
        bob.massQuote("m1", PostOnly.NONE, entry("q1", SUEZ, "10@0.45", "20@0.55"));
    venue.apply(again);
    bob.withdraws("q1");
    venue.restart();

    assertThat(venue.apply(again)).containsExactly(new Event.MassQuoteRepeated(BOB, GROUP, "m1"));
    assertThat(venue.apply(bob.massQuote("m1", PostOnly.NONE, entry("q1", SUEZ, "9@0.45", ""))))
        .containsExactly(
            new Event.MassQuoteRejected(BOB, GROUP, "m1", RejectReason.DUPLICATE_CLIENT_ORDER_ID));
    venue.pass(DAY);
    assertThat(venue.tell(again)).hasSize(5);
  }

  @Test
  void aWrongHeadRefusesTheWholeMessage() {
    final QuoteEntry fine = entry("q1", SUEZ, "1@0.45", "1@0.55");
    assertThat(bob.quotes()).containsExactly(refused(RejectReason.INVALID_MASS_QUOTE));
    assertThat(bob.quotes(fine, fine)).containsExactly(refused(RejectReason.INVALID_MASS_QUOTE));
    assertThat(bob.quotes(entry(" ", SUEZ, "1@0.45", "")))
        .containsExactly(refused(RejectReason.INVALID_MASS_QUOTE));
    assertThat(
            bob.quotes(
                IntStream.rangeClosed(0, QuoteEntry.MAX_ENTRIES)
                    .mapToObj(i -> entry("q" + i, SUEZ, "1@0.45", ""))
                    .toArray(QuoteEntry[]::new)))
        .containsExactly(refused(RejectReason.INVALID_MASS_QUOTE));
    assertThat(new Maker(venue, 77).quotes(fine))
        .containsExactly(new Event.MassQuoteRejected(77, GROUP, "", RejectReason.UNKNOWN_ACCOUNT));
    venue.apply(new Command.SetKillSwitch(BOB, true));
    assertThat(bob.quotes(fine)).containsExactly(refused(RejectReason.ACCOUNT_SUSPENDED));
  }

  private static Event refused(RejectReason reason) {
    return new Event.MassQuoteRejected(BOB, GROUP, "", reason);
  }

  @Test
  void quotesAreCancelledByIdGroupMarketAndSession() {
    bob.quotes(entry("q1", SUEZ, "10@0.45", "10@0.55"), entry("q2", SUEZ, "10@0.44", "10@0.56"));

    assertThat(bob.withdraws("q1"))
        .containsExactly(
            canceled(1, 10, CancelReason.REQUESTED),
            canceled(2, 10, CancelReason.REQUESTED),
            new Event.QuotesCanceled(BOB, "", "q1", 0, "z1", 1));
    assertThat(
            venue.tell(
                new Command.CancelQuotes(
                    BOB, "other", "", 0, 0, Command.MassCancel.Cause.REQUEST, "")))
        .containsExactly(new Event.QuotesCanceled(BOB, "other", "", 0, "", 0));
    assertThat(
            venue.tell(
                new Command.CancelQuotes(
                    BOB, GROUP, "", SUEZ, 7, Command.MassCancel.Cause.DISCONNECT, "")))
        .containsExactly(
            canceled(3, 10, CancelReason.DISCONNECT),
            canceled(4, 10, CancelReason.DISCONNECT),
            new Event.QuotesCanceled(BOB, GROUP, "", SUEZ, "", 1));
  }

  @Test
  void aQuoteThatMovesToAnotherSessionGetsOtherOrders() {
    bob.quotes(entry("q1", SUEZ, "10@0.45", ""));

    final var events =
        venue.tell(
            new Command.MassQuote(
                BOB,
                "",
                GROUP,
                PostOnly.NONE,
                0,
                SelfMatchPrevention.CANCEL_NEWEST,
                8,
                List.of(entry("q1", SUEZ, "10@0.45", ""))));

    assertThat(events.getFirst()).isEqualTo(canceled(1, 10, CancelReason.QUOTE_REPLACED));
    assertThat(answers(events).getFirst().bidOrderId()).isEqualTo(2);
  }
}
