package com.ballastmarkets.engine.listing;

import static com.ballastmarkets.engine.TestVenue.ALICE;
import static com.ballastmarkets.engine.TestVenue.BOB;
import static com.ballastmarkets.engine.TestVenue.CAROL;
import static com.ballastmarkets.engine.TestVenue.DAY;
import static com.ballastmarkets.engine.TestVenue.HOUR;
import static org.assertj.core.api.Assertions.assertThat;

import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.command.OrderTicket;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.domain.instrument.Contract;
import com.ballastmarkets.domain.instrument.FeeSchedule;
import com.ballastmarkets.domain.instrument.Instrument;
import com.ballastmarkets.domain.instrument.TickTable;
import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.domain.settlement.Ruling;
import com.ballastmarkets.engine.TestVenue;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is over leaves nothing behind, and is remembered as long as somebody may ask again. */
final class ForgettingTest {
  private static final String HASH = "a".repeat(64);
  private static final long POINT = 1_000_000;

  private final TestVenue venue = TestVenue.open();
  private int nextId = 100;
  private long nextOrder = 1;

  @Test
  void thousandsOfMarketsLeaveNothingBehind() {
    day();
    final int before = venue.state().length();
    for (int i = 0; i < 400; i++) {
      day();
    }
    assertThat(nextId).isGreaterThan(2_000);
    assertThat(venue.state().length()).isEqualTo(before);
    venue.restart();
    assertThat(venue.state().length()).isEqualTo(before);
  }

  /** Five markets from their listing to long after their end. */
  private void day() {
    final long expiry = venue.now() + DAY;
    final int binary = list(new Contract.Binary(), 5_000, expiry);
    final int a = list(new Contract.Index(), 100_000, expiry);
    final int b = list(new Contract.Index(), 100_000, expiry);
    final int call =
        list(new Contract.Option(a, Contract.PutOrCall.CALL, 40 * POINT), 100_000, expiry);
    final int spread = list(new Contract.ConditionalSpread(binary, true, a, b), POINT, expiry);
    for (int market : List.of(binary, a, b, call, spread)) {
      venue.apply(new Command.OpenMarket(market));
      final long price = market == binary ? 500_000 : 5 * POINT;
      order(BOB, market, Side.SELL, 7, price, "s");
      order(ALICE, market, Side.BUY, 5, price, "b");
      order(CAROL, market, Side.BUY, 2, price / 5 * 4, "");
      venue.apply(
          new Command.PlaceOrder(
              OrderTicket.of(CAROL, market, Side.BUY, 3).stop(price / 5 * 6).build()));
    }
    venue.pass(DAY);
    venue.apply(new Command.SettleDaily(venue.now() / DAY - 1));
    venue.pass(DAY);
    for (int market : List.of(binary, a, b, call, spread)) {
      assertThat(publish(market, market == binary ? POINT : 5 * POINT))
          .hasAtLeastOneElementOfType(Event.ProvisionalPublished.class);
    }
    venue.apply(new Command.OpenDispute(a, a, ALICE, HASH));
    venue.apply(new Command.RuleDispute(a, Ruling.UPHOLD, 0, HASH));
    venue.apply(new Command.OpenDispute(b, b, BOB, HASH));
    venue.apply(new Command.VoidMarket(b));
    venue.pass(2 * DAY);
    for (int market : List.of(binary, a, call, spread)) {
      assertThat(venue.tell(new Command.FinalizeMarket(market))).hasSizeGreaterThan(1);
    }
    venue.pass(2 * DAY);
  }

  private List<Event> publish(int market, long value) {
    return venue.tell(new Command.PublishProvisional(market, value, HASH, market));
  }

  private int list(Contract contract, long tick, long expiry) {
    final int id = nextId++;
    final String symbol = "market-%07d".formatted(id);
    final Instrument terms =
        new Instrument(
            id,
            symbol,
            symbol,
            contract,
            "suez",
            0,
            expiry,
            TickTable.uniform(contract.loMicros(), tick),
            FeeSchedule.FREE,
            contract.loMicros() + contract.faceMicros() / 2,
            1_000,
            10_000,
            "0".repeat(64));
    assertThat(venue.tell(new Command.ListMarket(terms)))
        .containsExactly(new Event.MarketListed(terms));
    return id;
  }

  private void order(long account, int market, Side side, long lots, long price, String prefix) {
    venue.apply(
        new Command.PlaceOrder(
            OrderTicket.of(account, market, side, lots)
                .limit(price)
                .clOrdId(prefix.isEmpty() ? "" : prefix + nextOrder++)
                .build()));
  }

  @Test
  void withinADayEverythingIsAnsweredAsTheFirstTime() {
    final int market = finished();
    venue.pass(DAY - HOUR);

    assertThat(venue.tell(new Command.FinalizeMarket(market)))
        .containsExactly(new Event.NothingToDo());
    assertThat(publish(market, POINT)).containsExactly(new Event.NothingToDo());
    assertThat(venue.tell(new Command.OpenDispute(1, market, ALICE, HASH)))
        .containsExactly(new Event.NothingToDo());
    assertThat(venue.tell(new Command.RuleDispute(1, Ruling.UPHOLD, 0, HASH)))
        .containsExactly(new Event.NothingToDo());
  }

  @Test
  void afterADayOnlyItsIdIsKnown() {
    final int market = finished();
    venue.pass(DAY);
    venue.restart();

    assertThat(venue.tell(new Command.FinalizeMarket(market)))
        .containsExactly(new Event.NothingToDo());
    assertRejected(new Command.VoidMarket(market), RejectReason.INVALID_STATE);
    assertRejected(new Command.OpenMarket(market), RejectReason.INVALID_STATE);
    assertRejected(new Command.HaltMarket(market), RejectReason.INVALID_STATE);
    assertRejected(
        new Command.PublishProvisional(market, POINT, HASH, market), RejectReason.INVALID_STATE);
    assertRejected(
        new Command.OpenDispute(1, market, ALICE, HASH), RejectReason.DISPUTE_WINDOW_CLOSED);
    assertRejected(
        new Command.RuleDispute(1, Ruling.UPHOLD, 0, HASH), RejectReason.DISPUTE_NOT_FOUND);
    assertThat(venue.place(OrderTicket.of(ALICE, market, Side.BUY, 1).limit(500_000)))
        .singleElement()
        .isInstanceOfSatisfying(
            Event.OrderRejected.class,
            rejected -> assertThat(rejected.reason()).isEqualTo(RejectReason.MARKET_CLOSED));

    final Instrument other = TestVenue.binary(market, "another", FeeSchedule.FREE);
    assertRejected(new Command.ListMarket(other), RejectReason.MARKET_EXISTS);
  }

  @Test
  void anIndexIsRememberedForItsOptions() {
    final long expiry = venue.now() + DAY;
    final int index = list(new Contract.Index(), 100_000, expiry);
    final int call =
        list(new Contract.Option(index, Contract.PutOrCall.CALL, 40 * POINT), 100_000, expiry);
    venue.apply(new Command.OpenMarket(call));
    order(BOB, call, Side.SELL, 5, 10 * POINT, "");
    order(ALICE, call, Side.BUY, 5, 10 * POINT, "");
    venue.pass(2 * DAY);
    publish(index, 55 * POINT);
    publish(call, 0);
    venue.pass(2 * DAY);
    venue.apply(new Command.FinalizeMarket(index));
    venue.pass(9 * DAY);
    venue.restart();

    assertThat(venue.tell(new Command.FinalizeMarket(call)))
        .contains(new Event.MarketSettled(call, 15 * POINT));
    assertRejected(new Command.VoidMarket(index), RejectReason.INVALID_STATE);
    assertThat(publish(index, 55 * POINT)).containsExactly(new Event.NothingToDo());
    venue.pass(DAY);
    assertRejected(
        new Command.PublishProvisional(index, 55 * POINT, HASH, index), RejectReason.INVALID_STATE);
  }

  /** A market that was disputed in vain and is paid. */
  private int finished() {
    final int market = list(new Contract.Binary(), 5_000, venue.now() + DAY);
    venue.apply(new Command.OpenMarket(market));
    order(BOB, market, Side.SELL, 5, 500_000, "");
    order(ALICE, market, Side.BUY, 5, 500_000, "");
    venue.pass(2 * DAY);
    publish(market, POINT);
    venue.apply(new Command.OpenDispute(1, market, ALICE, HASH));
    venue.apply(new Command.RuleDispute(1, Ruling.UPHOLD, 0, HASH));
    venue.pass(2 * DAY);
    assertThat(venue.tell(new Command.FinalizeMarket(market)))
        .contains(new Event.MarketSettled(market, POINT));
    return market;
  }

  private void assertRejected(Command command, RejectReason reason) {
    assertThat(venue.tell(command)).containsExactly(new Event.CommandRejected(reason, 0, 0));
  }
}
