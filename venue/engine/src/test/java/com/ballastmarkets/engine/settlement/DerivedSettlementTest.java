package com.ballastmarkets.engine.settlement;

import static com.ballastmarkets.engine.TestVenue.ALICE;
import static com.ballastmarkets.engine.TestVenue.BOB;
import static com.ballastmarkets.engine.TestVenue.DAY;
import static com.ballastmarkets.engine.TestVenue.EXPIRY;
import static com.ballastmarkets.engine.TestVenue.SUEZ;
import static org.assertj.core.api.Assertions.assertThat;

import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.command.OrderTicket;
import com.ballastmarkets.domain.event.CashReason;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.domain.instrument.Contract;
import com.ballastmarkets.domain.instrument.FeeSchedule;
import com.ballastmarkets.domain.instrument.Instrument;
import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.engine.TestVenue;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Contracts on other contracts: options, and spreads under a condition. */
final class DerivedSettlementTest {
  private static final int ROTTERDAM = 2;
  private static final int HAMBURG = 3;
  private static final int CALL = 4;
  private static final int SPREAD = 5;
  private static final String HASH = "ab".repeat(32);

  private final TestVenue venue = TestVenue.open();

  @BeforeEach
  void listTheRest() {
    list(TestVenue.index(ROTTERDAM, "rotterdam"));
    list(TestVenue.index(HAMBURG, "hamburg"));
    list(
        TestVenue.instrument(
            CALL,
            "rotterdam-call-60",
            new Contract.Option(ROTTERDAM, Contract.PutOrCall.CALL, 60_000_000),
            100_000,
            5_000_000,
            FeeSchedule.FREE));
    list(
        TestVenue.instrument(
            SPREAD,
            "if-suez-closes",
            new Contract.ConditionalSpread(SUEZ, false, ROTTERDAM, HAMBURG),
            100_000,
            0,
            FeeSchedule.FREE));
    trade(CALL, 10, 4_000_000);
    trade(SPREAD, 10, 3_000_000);
  }

  private void list(Instrument instrument) {
    assertThat(venue.tell(new Command.ListMarket(instrument)))
        .containsExactly(new Event.MarketListed(instrument));
    venue.tell(new Command.OpenMarket(instrument.marketId()));
  }

  /** Alice buys from Bob. */
  private void trade(int market, long lots, long price) {
    venue.place(OrderTicket.of(BOB, market, Side.SELL, lots).limit(price));
    assertThat(venue.place(OrderTicket.of(ALICE, market, Side.BUY, lots).limit(price)))
        .last()
        .isInstanceOf(Event.Trade.class);
  }

  private void publish(int market, long value) {
    venue.tell(new Command.PublishProvisional(market, value, HASH, market));
  }

  private List<Event> finish(int market) {
    return venue.tell(new Command.FinalizeMarket(market));
  }

  private void publishAll(long suez) {
    venue.pass(EXPIRY + DAY - venue.now());
    publish(SUEZ, suez);
    publish(ROTTERDAM, 72_500_000);
    publish(HAMBURG, 50_000_000);
    publish(CALL, 12_500_000);
    publish(SPREAD, 22_500_000);
    venue.pass(2 * DAY);
  }

  private long gained(long account) {
    return venue.everything().stream()
        .filter(Event.CashMoved.class::isInstance)
        .map(Event.CashMoved.class::cast)
        .filter(m -> m.accountId() == account && m.reason() != CashReason.DEPOSIT)
        .mapToLong(Event.CashMoved::amountMicros)
        .sum();
  }

  @Test
  void anOptionPaysWhatFollowsFromItsUnderlying() {
    publishAll(0);
    assertThat(finish(CALL))
        .containsExactly(new Event.CommandRejected(RejectReason.INVALID_STATE, 0, 0));
    finish(ROTTERDAM);

    assertThat(finish(CALL)).contains(new Event.MarketSettled(CALL, 12_500_000));

    assertThat(gained(ALICE)).isEqualTo(10 * (12_500_000 - 4_000_000));
    assertThat(gained(BOB)).isEqualTo(-gained(ALICE));
  }

  @Test
  void aSpreadPaysIfItsConditionIsMet() {
    publishAll(0);
    finish(SUEZ);
    finish(ROTTERDAM);
    finish(HAMBURG);

    assertThat(finish(SPREAD)).contains(new Event.MarketSettled(SPREAD, 22_500_000));

    assertThat(gained(ALICE)).isEqualTo(10 * (22_500_000 - 3_000_000));
  }

  @Test
  void aSpreadIsVoidIfItsConditionIsNotMetAndGivesItsVariationBack() {
    trade(SPREAD, 5, 9_000_000);
    venue.pass(DAY);
    venue.tell(new Command.SettleDaily(venue.now() / DAY - 1));
    assertThat(gained(ALICE)).isNotZero();
    publishAll(1_000_000);
    finish(SUEZ);
    finish(ROTTERDAM);
    finish(CALL);
    final long ofTheCall = 10 * (12_500_000 - 4_000_000);

    assertThat(finish(SPREAD)).contains(new Event.MarketVoided(SPREAD));

    assertThat(gained(ALICE)).isEqualTo(ofTheCall);
    assertThat(gained(BOB)).isEqualTo(-ofTheCall);
  }

  @Test
  void anOptionOnAVoidIndexIsVoid() {
    publishAll(0);
    venue.tell(new Command.VoidMarket(ROTTERDAM));

    assertThat(finish(CALL)).contains(new Event.MarketVoided(CALL));

    assertThat(gained(ALICE)).isZero();
  }

  @Test
  void anOptionOnWhatIsNotListedIsRefused() {
    final Instrument wrong =
        TestVenue.instrument(
            9,
            "nothing",
            new Contract.Option(77, Contract.PutOrCall.PUT, 60_000_000),
            100_000,
            5_000_000,
            FeeSchedule.FREE);

    assertThat(venue.tell(new Command.ListMarket(wrong)))
        .containsExactly(new Event.CommandRejected(RejectReason.INVALID_INSTRUMENT, 0, 0));
  }
}
