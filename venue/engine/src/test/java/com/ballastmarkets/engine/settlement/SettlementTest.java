package com.ballastmarkets.engine.settlement;

import static com.ballastmarkets.engine.TestVenue.ALICE;
import static com.ballastmarkets.engine.TestVenue.BOB;
import static com.ballastmarkets.engine.TestVenue.CAROL;
import static com.ballastmarkets.engine.TestVenue.DAY;
import static com.ballastmarkets.engine.TestVenue.EXPIRY;
import static com.ballastmarkets.engine.TestVenue.SUEZ;
import static com.ballastmarkets.engine.TestVenue.buy;
import static com.ballastmarkets.engine.TestVenue.sell;
import static org.assertj.core.api.Assertions.assertThat;

import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.event.CashReason;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.domain.instrument.MarketState;
import com.ballastmarkets.domain.settlement.Ruling;
import com.ballastmarkets.engine.TestVenue;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SettlementTest {
  private static final String HASH = "ab".repeat(32);
  private static final long CASH = 100_000_000_000L;

  private final TestVenue venue = TestVenue.open();

  @BeforeEach
  void aliceIsLongAHundred() {
    venue.place(sell(BOB, 100, "0.4"));
    venue.place(buy(ALICE, 100, "0.4"));
  }

  private List<Event> rejects(RejectReason reason) {
    return List.of(new Event.CommandRejected(reason, 0, 0));
  }

  private List<Event> publish(long value) {
    return venue.tell(new Command.PublishProvisional(SUEZ, value, HASH, 7));
  }

  private void toProvisional() {
    venue.pass(EXPIRY + DAY - venue.now());
    publish(1_000_000);
  }

  private void toFinal() {
    venue.pass(EXPIRY + 3 * DAY - venue.now());
  }

  private long cash(long account) {
    return venue.everything().stream()
        .filter(Event.CashMoved.class::isInstance)
        .map(Event.CashMoved.class::cast)
        .filter(moved -> moved.accountId() == account)
        .mapToLong(Event.CashMoved::amountMicros)
        .sum();
  }

  @Test
  void aWeekIsPaidToTheMicro() {
    venue.pass(EXPIRY - venue.now());
    assertThat(publish(1_000_000)).isEqualTo(rejects(RejectReason.NOT_DUE));
    venue.pass(DAY);
    assertThat(publish(500_000)).isEqualTo(rejects(RejectReason.INVALID_SETTLEMENT_VALUE));
    assertThat(publish(1_000_000))
        .first()
        .isEqualTo(new Event.ProvisionalPublished(SUEZ, 1_000_000, HASH, 7, EXPIRY + 3 * DAY));
    assertThat(publish(1_000_000)).containsExactly(new Event.NothingToDo());
    assertThat(publish(0)).isEqualTo(rejects(RejectReason.INVALID_STATE));
    final var finish = new Command.FinalizeMarket(SUEZ);
    assertThat(venue.tell(finish)).isEqualTo(rejects(RejectReason.NOT_DUE));
    venue.restart();
    toFinal();

    assertThat(venue.tell(finish)).contains(new Event.MarketSettled(SUEZ, 1_000_000));

    assertThat(cash(ALICE)).isEqualTo(CASH + 60_000_000);
    assertThat(cash(BOB)).isEqualTo(CASH - 60_000_000);
    assertThat(venue.tell(finish)).containsExactly(new Event.NothingToDo());
  }

  @Test
  void dailyVariationMovesTheBandAndIsPaidOnceADay() {
    venue.place(sell(BOB, 1, "0.6"));
    venue.place(buy(CAROL, 1, "0.6"));
    final long day = venue.now() / DAY;
    assertThat(venue.tell(new Command.SettleDaily(day))).isEqualTo(rejects(RejectReason.NOT_DUE));
    venue.pass(DAY);

    final List<Event> events = venue.tell(new Command.SettleDaily(day));

    assertThat(events).last().isEqualTo(new Event.DailySettled(day));
    assertThat(cash(ALICE)).isEqualTo(CASH + 20_000_000);
    assertThat(venue.tell(new Command.SettleDaily(day))).containsExactly(new Event.NothingToDo());
    venue.place(sell(BOB, 1, "0.75"));
    assertThat(venue.place(buy(CAROL, 1, "0.75"))).last().isInstanceOf(Event.Trade.class);
  }

  @Test
  void aDisputeThatIsUpheldCostsItsBond() {
    toProvisional();
    final var dispute = new Command.OpenDispute(1, SUEZ, BOB, HASH);
    assertThat(venue.tell(new Command.OpenDispute(2, SUEZ, CAROL, HASH)))
        .isEqualTo(rejects(RejectReason.NO_POSITION));
    assertThat(venue.tell(dispute)).contains(new Event.DisputeOpened(1, SUEZ, BOB, HASH));
    assertThat(venue.tell(dispute)).containsExactly(new Event.NothingToDo());
    toFinal();
    assertThat(venue.tell(new Command.FinalizeMarket(SUEZ)))
        .isEqualTo(rejects(RejectReason.DISPUTE_OPEN));
    venue.restart();

    final var ruling = new Command.RuleDispute(1, Ruling.UPHOLD, 0, HASH);
    assertThat(venue.tell(ruling))
        .contains(new Event.DisputeRuled(1, SUEZ, Ruling.UPHOLD, 0, HASH));
    assertThat(venue.tell(ruling)).containsExactly(new Event.NothingToDo());
    venue.tell(new Command.FinalizeMarket(SUEZ));

    assertThat(cash(BOB)).isEqualTo(CASH - 60_000_000 - 250_000_000);
    assertThat(venue.everything())
        .anyMatch(
            e -> e instanceof Event.CashMoved moved && moved.reason() == CashReason.BOND_FORFEITED);
  }

  @Test
  void anAmendedValueIsPaidAndTheBondComesBack() {
    toProvisional();
    venue.tell(new Command.OpenDispute(1, SUEZ, BOB, HASH));
    venue.tell(new Command.RuleDispute(1, Ruling.AMEND, 0, HASH));
    toFinal();
    assertThat(venue.tell(new Command.FinalizeMarket(SUEZ)))
        .contains(new Event.MarketSettled(SUEZ, 0));

    assertThat(cash(ALICE)).isEqualTo(CASH - 40_000_000);
    assertThat(cash(BOB)).isEqualTo(CASH + 40_000_000);
  }

  @Test
  void aVoidGivesEverythingBackAndClosesOtherDisputes() {
    venue.place(sell(BOB, 1, "0.6"));
    venue.place(buy(CAROL, 1, "0.6"));
    venue.pass(DAY);
    venue.tell(new Command.SettleDaily(venue.now() / DAY - 1));
    toProvisional();
    venue.tell(new Command.OpenDispute(1, SUEZ, BOB, HASH));
    venue.tell(new Command.OpenDispute(2, SUEZ, ALICE, HASH));

    assertThat(venue.tell(new Command.RuleDispute(1, Ruling.VOID, 0, HASH)))
        .contains(new Event.MarketVoided(SUEZ))
        .last()
        .isEqualTo(
            new Event.MarketStateChanged(
                SUEZ,
                MarketState.DISPUTED,
                MarketState.VOID,
                com.ballastmarkets.domain.instrument.StateReason.SETTLEMENT,
                600_000));

    assertThat(cash(ALICE)).isEqualTo(CASH);
    assertThat(cash(BOB)).isEqualTo(CASH);
    assertThat(cash(CAROL)).isEqualTo(CASH);
  }

  @Test
  void operationsMayVoidAMarketThatTrades() {
    venue.place(buy(ALICE, 1, "0.3"));

    assertThat(venue.tell(new Command.VoidMarket(SUEZ)))
        .contains(new Event.MarketVoided(SUEZ))
        .first()
        .isInstanceOf(Event.OrderCanceled.class);
    assertThat(venue.pass(EXPIRY - venue.now())).containsExactly(new Event.NothingToDo());
  }
}
