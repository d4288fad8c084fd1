package com.ballastmarkets.engine.order;

import static com.ballastmarkets.engine.TestVenue.ALICE;
import static com.ballastmarkets.engine.TestVenue.BOB;
import static com.ballastmarkets.engine.TestVenue.SUEZ;
import static com.ballastmarkets.engine.TestVenue.buy;
import static com.ballastmarkets.engine.TestVenue.sell;
import static org.assertj.core.api.Assertions.assertThat;

import com.ballastmarkets.domain.account.AccountKind;
import com.ballastmarkets.domain.account.SystemAccounts;
import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.command.MakerReward;
import com.ballastmarkets.domain.command.OrderTicket;
import com.ballastmarkets.domain.command.PositionLimit;
import com.ballastmarkets.domain.event.CashReason;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.engine.TestVenue;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Limits and exemptions as the back office sets them, and the makers' rewards that it pays. */
final class PositionLimitsTest {
  private static final int UNLISTED = 77;

  private final TestVenue venue = TestVenue.open();

  private List<Event> limit(long lots) {
    return venue.tell(new Command.Limits.SetPositionLimits(List.of(new PositionLimit(SUEZ, lots))));
  }

  private List<Event> exempt(long participant, long lots) {
    return venue.tell(new Command.Limits.SetHedgeExemption(participant, SUEZ, lots));
  }

  private boolean takes(OrderTicket.Builder ticket) {
    return venue.place(ticket).getFirst() instanceof Event.OrderAccepted;
  }

  @Test
  void aLimitHoldsFromNowOnAndAfterARestart() {
    assertThat(limit(100)).containsExactly(new Event.Limits.PositionLimitChanged(SUEZ, 100));
    assertThat(limit(100)).containsExactly(new Event.NothingToDo());
    venue.restart();

    final var order = buy(ALICE, 101, "0.4").build();
    assertThat(venue.tell(new Command.PlaceOrder(order)))
        .containsExactly(
            new Event.OrderRejected(order, RejectReason.POSITION_LIMIT_EXCEEDED, 101, 100));
    assertThat(takes(buy(ALICE, 100, "0.4"))).isTrue();
  }

  @Test
  void aLimitThatFallsBelowAPositionForcesNothingAndRefusesMore() {
    venue.place(buy(ALICE, 300, "0.5"));
    venue.place(sell(BOB, 300, "0.5"));
    venue.place(buy(ALICE, 50, "0.4"));

    assertThat(limit(100)).containsExactly(new Event.Limits.PositionLimitChanged(SUEZ, 100));

    assertThat(takes(buy(ALICE, 1, "0.4"))).isFalse();
    assertThat(takes(sell(ALICE, 100, "0.6"))).isTrue();
    // What rests may still fill.
    assertThat(venue.place(sell(BOB, 50, "0.4")))
        .anyMatch(event -> event instanceof Event.OrderRejected);
    venue.apply(new Command.Deposit(TestVenue.CAROL, 1, "c"));
    assertThat(venue.place(sell(TestVenue.CAROL, 50, "0.4")))
        .anyMatch(event -> event instanceof Event.Trade trade && trade.lots() == 50);
  }

  @Test
  void anExemptionRaisesOneFirmsLimitOverAllItsAccountsUntilItEnds() {
    limit(100);
    venue.apply(new Command.OpenAccount(2001, ALICE, AccountKind.CLIENT, 1));
    venue.apply(new Command.Deposit(2001, 1_000_000_000L, "second"));

    assertThat(exempt(ALICE, 50))
        .containsExactly(new Event.Limits.HedgeExemptionChanged(ALICE, SUEZ, 50));
    assertThat(exempt(ALICE, 50)).containsExactly(new Event.NothingToDo());
    venue.restart();

    assertThat(takes(buy(ALICE, 100, "0.4"))).isTrue();
    assertThat(takes(buy(2001, 51, "0.4"))).isFalse();
    assertThat(takes(buy(2001, 50, "0.4"))).isTrue();
    assertThat(takes(buy(BOB, 101, "0.4"))).isFalse();

    assertThat(exempt(ALICE, 0))
        .containsExactly(new Event.Limits.HedgeExemptionChanged(ALICE, SUEZ, 0));
    assertThat(takes(buy(ALICE, 1, "0.4"))).isFalse();
  }

  @Test
  void impossibleLimitsAreRefusedWholeAndMarketsThatAreGonePassedOver() {
    final var refused = new Event.CommandRejected(RejectReason.INVALID_POSITION_LIMIT, 0, 0);
    assertThat(limit(0)).containsExactly(refused);
    assertThat(limit(Long.MAX_VALUE)).containsExactly(refused);
    assertThat(venue.tell(new Command.Limits.SetPositionLimits(List.of())))
        .containsExactly(refused);
    assertThat(
            venue.tell(
                new Command.Limits.SetPositionLimits(
                    IntStream.rangeClosed(1, Command.Limits.MAX_ENTRIES + 1)
                        .mapToObj(id -> new PositionLimit(id, 1))
                        .toList())))
        .containsExactly(refused);
    assertThat(
            venue.tell(
                new Command.Limits.SetPositionLimits(
                    List.of(new PositionLimit(UNLISTED, 5), new PositionLimit(SUEZ, 5)))))
        .containsExactly(new Event.Limits.PositionLimitChanged(SUEZ, 5));
    assertThat(exempt(ALICE, -1)).containsExactly(refused);
    assertThat(exempt(99, 1))
        .containsExactly(new Event.CommandRejected(RejectReason.UNKNOWN_PARTICIPANT, 0, 0));
    assertThat(venue.tell(new Command.Limits.SetHedgeExemption(ALICE, UNLISTED, 1)))
        .containsExactly(new Event.CommandRejected(RejectReason.MARKET_NOT_FOUND, 0, 0));
  }

  @Test
  void makersArePaidOutOfTheHouseOnceAndAllOrNone() {
    venue.apply(new Command.Deposit(SystemAccounts.HOUSE, 10_000_000L, "capital"));
    final var pay =
        new Command.PayMakerRewards(
            "makers/2026-W02/binary",
            List.of(new MakerReward(ALICE, 3_000_000), new MakerReward(BOB, 1)));
    final var tooMuch =
        new Command.PayMakerRewards(
            "makers/2026-W02/index",
            List.of(new MakerReward(ALICE, 6_000_000), new MakerReward(BOB, 4_000_000)));

    final List<Event.CashMoved> moved =
        venue.tell(pay).stream().map(Event.CashMoved.class::cast).toList();
    assertThat(moved)
        .extracting(Event.CashMoved::accountId)
        .containsExactly(SystemAccounts.HOUSE, ALICE, BOB);
    assertThat(moved)
        .extracting(Event.CashMoved::amountMicros)
        .containsExactly(-3_000_001L, 3_000_000L, 1L);
    assertThat(moved)
        .allMatch(each ->
            each.reason() == CashReason.MAKER_REWARD
                && each.reference().equals("makers/2026-W02/binary"));
    venue.restart();
    assertThat(venue.tell(pay)).containsExactly(new Event.NothingToDo());
    assertThat(venue.tell(tooMuch))
        .containsExactly(
            new Event.CommandRejected(RejectReason.INSUFFICIENT_BALANCE, 10_000_000L, 6_999_999L));
    assertThat(
            venue.tell(
                new Command.PayMakerRewards(
                    "other", List.of(new MakerReward(ALICE, 1), new MakerReward(99_999, 1)))))
        .containsExactly(new Event.CommandRejected(RejectReason.UNKNOWN_ACCOUNT, 0, 0));
    assertThat(venue.tell(new Command.PayMakerRewards("other", List.of(new MakerReward(ALICE, 0)))))
        .containsExactly(new Event.CommandRejected(RejectReason.INVALID_AMOUNT, 0, 0));
  }
}
