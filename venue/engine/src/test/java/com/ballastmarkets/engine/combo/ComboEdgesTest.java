package com.ballastmarkets.engine.combo;

import static com.ballastmarkets.engine.TestVenue.ALICE;
import static com.ballastmarkets.engine.TestVenue.BOB;
import static com.ballastmarkets.engine.TestVenue.DAY;
import static com.ballastmarkets.engine.TestVenue.SUEZ;
import static org.assertj.core.api.Assertions.assertThat;

import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.command.OrderTicket;
import com.ballastmarkets.domain.event.CashReason;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.domain.instrument.CanonicalLegs;
import com.ballastmarkets.domain.instrument.Contract;
import com.ballastmarkets.domain.instrument.FeeSchedule;
import com.ballastmarkets.domain.instrument.Instrument;
import com.ballastmarkets.domain.instrument.MarketState;
import com.ballastmarkets.domain.instrument.TickTable;
import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.engine.TestVenue;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Legs that can go void, more combos than a leg may be in, legs' prices between the grid's. */
final class ComboEdgesTest {
  private static final int PANAMA = 2;
  private static final int ROTTERDAM = 3;
  private static final int HAMBURG = 4;
  private static final int IF_SUEZ = 5;
  private static final int MOST_PER_LEG = 100;

  private final TestVenue venue = TestVenue.open();

  private void list(Instrument instrument) {
    assertThat(venue.tell(new Command.ListMarket(instrument)))
        .containsExactly(new Event.MarketListed(instrument));
    venue.tell(new Command.OpenMarket(instrument.marketId()));
  }

  private List<Event> define(int first, int firstRatio, int second, int secondRatio) {
    return venue.tell(
        new Command.DefineCombo(
            ALICE,
            List.of(
                new Contract.ComboLeg(first, firstRatio),
                new Contract.ComboLeg(second, secondRatio))));
  }

  private static int marketOf(List<Event> told) {
    return told.getLast() instanceof Event.ComboDefined defined ? defined.marketId() : 0;
  }

  private List<Event> order(long account, int market, Side side, long lots, long price) {
    return venue.place(OrderTicket.of(account, market, side, lots).limit(price));
  }

  private long reversed(long account) {
    return venue.everything().stream()
        .filter(Event.CashMoved.class::isInstance)
        .map(Event.CashMoved.class::cast)
        .filter(m -> m.accountId() == account && m.reason() == CashReason.VOID_REVERSAL)
        .mapToLong(Event.CashMoved::amountMicros)
        .sum();
  }

  @Test
  void aComboOverASpreadUnderAConditionEndsWithItAndGivesItsLegBack() {
    list(TestVenue.index(ROTTERDAM, "rotterdam"));
    list(TestVenue.index(HAMBURG, "hamburg"));
    list(
        TestVenue.instrument(
            IF_SUEZ,
            "if-suez-closes",
            new Contract.ConditionalSpread(SUEZ, false, ROTTERDAM, HAMBURG),
            100_000,
            0,
            FeeSchedule.FREE));
    final int combo = marketOf(define(ROTTERDAM, 1, IF_SUEZ, -1));
    order(BOB, combo, Side.BUY, 10, 47_000_000);
    final List<Event> told = order(ALICE, combo, Side.SELL, 10, 47_000_000);
    assertThat(told.stream().filter(Event.Trade.class::isInstance).map(Event.Trade.class::cast))
        .extracting(Event.Trade::marketId)
        .containsExactly(ROTTERDAM, IF_SUEZ);
    final long price =
        told.stream()
            .filter(e -> e instanceof Event.Trade trade && trade.marketId() == IF_SUEZ)
            .mapToLong(e -> ((Event.Trade) e).priceMicros())
            .sum();
    order(ALICE, combo, Side.BUY, 3, 30_000_000);
    order(BOB, IF_SUEZ, Side.BUY, 1, price + 5_000_000);
    order(ALICE, IF_SUEZ, Side.SELL, 1, price + 5_000_000);
    venue.pass(DAY);
    venue.tell(new Command.SettleDaily(venue.now() / DAY - 1));

    assertThat(venue.tell(new Command.VoidMarket(IF_SUEZ)))
        .filteredOn(e -> e instanceof Event.MarketStateChanged)
        .extracting(e -> ((Event.MarketStateChanged) e).marketId())
        .containsExactly(combo, IF_SUEZ);

    // Ten lots were paid 5.00 each; the leg in Rotterdam stays.
    assertThat(reversed(ALICE)).isEqualTo(-50_000_000);
    assertThat(reversed(BOB)).isEqualTo(50_000_000);
    assertThat(order(ALICE, combo, Side.BUY, 1, 30_000_000))
        .singleElement()
        .isInstanceOf(Event.OrderRejected.class);
  }

  @Test
  void aLegIsInAHundredCombosWithOrdersAndInNoMore() {
    list(TestVenue.binary(PANAMA, "panama", FeeSchedule.FREE));
    int combos = 0;
    for (int bought = 1; bought <= 20; bought++) {
      for (int sold = 1; sold <= 20 && combos < MOST_PER_LEG; sold++) {
        if (bought * sold > 1 && CanonicalLegs.greatestCommonDivisor(bought, sold) == 1) {
          final int combo = marketOf(define(SUEZ, bought, PANAMA, -sold));
          assertThat(combo).as("+%d -%d", bought, sold).isNotZero();
          assertThat(order(ALICE, combo, Side.BUY, 1, -sold * 1_000_000L))
              .singleElement()
              .isInstanceOf(Event.OrderAccepted.class);
          combos++;
        }
      }
    }
    assertThat(define(SUEZ, 1, PANAMA, -1))
        .containsExactly(new Event.CommandRejected(RejectReason.TOO_MANY_COMBOS, 0, 0));

    venue.restart();
    venue.tell(
        new Command.MassCancel(ALICE, firstCombo(), null, 0, Command.MassCancel.Cause.REQUEST, ""));
    final List<Event> told = define(SUEZ, 1, PANAMA, -1);

    assertThat(told)
        .first()
        .matches(e ->
            e instanceof Event.MarketStateChanged changed
                && changed.marketId() == firstCombo()
                && changed.to() == MarketState.EXPIRED);
    assertThat(marketOf(told)).isNotZero();
  }

  private int firstCombo() {
    return venue.everything().stream()
        .filter(Event.ComboDefined.class::isInstance)
        .mapToInt(e -> ((Event.ComboDefined) e).marketId())
        .min()
        .orElseThrow();
  }

  /**
   * Around 0.70 both legs have prices in steps of 0.05 only, and below 0.50 in steps of 0.01, which
   * is the combo's: 0.03 has no legs on both grids, so one of them trades beside its own.
   */
  @Test
  void aLegTradesOffItsGridWhereTheGridsAllowNoPrice() {
    final int copper = 6;
    final int tin = 7;
    list(coarseAbove(copper, "copper"));
    list(coarseAbove(tin, "tin"));
    final int combo = marketOf(define(copper, 1, tin, -1));
    order(BOB, combo, Side.SELL, 10, 30_000);

    final List<Event.Trade> legs =
        order(ALICE, combo, Side.BUY, 10, 30_000).stream()
            .filter(Event.Trade.class::isInstance)
            .map(Event.Trade.class::cast)
            .toList();

    assertThat(legs).extracting(Event.Trade::marketId).containsExactly(copper, tin);
    final long bought = legs.getFirst().priceMicros();
    final long sold = legs.getLast().priceMicros();
    assertThat(bought - sold).isEqualTo(30_000);
    assertThat(bought % 50_000 == 0).isNotEqualTo(sold % 50_000 == 0);
    assertThat(Math.abs(bought - 700_000)).isLessThanOrEqualTo(150_000);
    assertThat(Math.abs(sold - 700_000)).isLessThanOrEqualTo(150_000);
  }

  private static Instrument coarseAbove(int marketId, String symbol) {
    final Instrument plain =
        TestVenue.instrument(
            marketId, symbol, new Contract.Binary(), 10_000, 700_000, FeeSchedule.FREE);
    return new Instrument(
        marketId,
        symbol,
        symbol,
        plain.contract(),
        symbol,
        plain.windowStartNanos(),
        plain.expiryNanos(),
        new TickTable(List.of(new TickTable.Band(0, 10_000), new TickTable.Band(500_000, 50_000))),
        plain.fees(),
        plain.referencePriceMicros(),
        plain.maxOrderLots(),
        plain.positionLimitLots(),
        plain.rulesHash());
  }
}
