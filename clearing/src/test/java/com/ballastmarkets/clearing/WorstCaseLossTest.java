package com.ballastmarkets.clearing;

import static org.assertj.core.api.Assertions.assertThat;

import com.ballastmarkets.clearing.margin.MarginStatement;
import com.ballastmarkets.domain.instrument.Contract;
import com.ballastmarkets.domain.instrument.FeeSchedule;
import com.ballastmarkets.domain.instrument.Instrument;
import com.ballastmarkets.domain.margin.UnderlyingMargin;
import com.ballastmarkets.domain.margin.UnderlyingMargin.InstrumentShare;
import com.ballastmarkets.domain.margin.UnderlyingMargin.Scenario;
import com.ballastmarkets.domain.money.Micros;
import com.ballastmarkets.domain.order.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Margin of everything on one index, against all 10,001 values that the index can settle to. */
final class WorstCaseLossTest {
  private static final long STEP = 10_000;
  private static final long TOP = 100_000_000;

  private record Lots(Instrument instrument, long signedLots, long price, boolean open) {}

  @Test
  void isTheFullGridsOnRandomPortfoliosOfAnIndexAndItsOptions() {
    for (long seed = 1; seed <= 60; seed++) {
      final Random random = new Random(seed);
      final Desk desk = new Desk();
      final int alice = desk.open(1_000, 1, "10000000");
      final int bob = desk.open(1_001, 1, "100000000");
      final List<Instrument> listed = new ArrayList<>();
      listed.add(Listings.index(1, FeeSchedule.FREE));
      desk.list(listed.getFirst());
      final List<Lots> lots = new ArrayList<>();
      final int options = random.nextInt(8);
      for (int i = 0; i < options; i++) {
        listed.add(option(random, 2 + i));
        desk.list(listed.getLast());
      }
      for (int i = 0; i < 25; i++) {
        lots.add(act(random, desk, alice, bob, listed.get(random.nextInt(listed.size()))));
      }
      for (Instrument instrument : listed) {
        final long mark = STEP * random.nextLong(instrument.contract().hiMicros() / STEP);
        desk.run(() -> desk.house.mark(desk.house.market(instrument.marketId()), mark));
      }
      assertThat(desk.house.equityMicros(alice) - desk.house.availableMicros(alice))
          .as("seed %d", seed)
          .isEqualTo(Math.max(0, gridLoss(desk, lots)));
    }
  }

  private static Instrument option(Random random, int marketId) {
    final Contract.PutOrCall putOrCall =
        random.nextBoolean() ? Contract.PutOrCall.CALL : Contract.PutOrCall.PUT;
    final String strike = Micros.format(STEP * (1 + random.nextInt(9_999)));
    return Listings.option(marketId, 1, putOrCall, strike, FeeSchedule.FREE);
  }

  /** A trade, or an order that stays open. */
  private static Lots act(Random random, Desk desk, int alice, int bob, Instrument instrument) {
    final int market = desk.house.market(instrument.marketId());
    final long price = STEP * random.nextLong(instrument.contract().hiMicros() / STEP);
    final long size = 1 + random.nextInt(500);
    final boolean buys = random.nextBoolean();
    if (random.nextBoolean()) {
      desk.trade(buys ? alice : bob, buys ? bob : alice, market, size, Micros.format(price));
      return new Lots(instrument, buys ? size : -size, price, false);
    }
    assertThat(desk.order(alice, market, buys ? Side.BUY : Side.SELL, size, Micros.format(price)))
        .isNull();
    return new Lots(instrument, buys ? size : -size, price, true);
  }

  /** The most that can be lost from the marks; open orders fill where filling loses. */
  private static long gridLoss(Desk desk, List<Lots> lots) {
    long worst = Long.MIN_VALUE;
    for (long index = 0; index <= TOP; index += STEP) {
      long loss = 0;
      for (Lots part : lots) {
        final long payoff = payoff(part.instrument.contract(), index);
        if (part.open) {
          loss += Math.max(0, part.signedLots * (part.price - payoff));
        } else {
          final int market = desk.house.market(part.instrument.marketId());
          loss += part.signedLots * (desk.house.markMicros(market) - payoff);
        }
      }
      worst = Math.max(worst, loss);
    }
    return worst;
  }

  private static long payoff(Contract contract, long index) {
    return contract instanceof Contract.Option option
        ? switch (Objects.requireNonNull(option.putOrCall())) {
          case CALL -> Math.max(0, index - option.strikeMicros());
          case PUT -> Math.max(0, option.strikeMicros() - index);
        }
        : index;
  }

  @Test
  void aCoveredCallTiesUpWhatTheIndexCanLoseLessThePremium() {
    final Desk desk = new Desk();
    final int index = desk.list(Listings.index(1, FeeSchedule.FREE));
    final int call =
        desk.list(Listings.option(2, 1, Contract.PutOrCall.CALL, "60", FeeSchedule.FREE));
    final int alice = desk.open(1_000, 1, "500");
    final int bob = desk.open(1_001, 1, "100000");
    desk.trade(alice, bob, index, 10, "50");
    assertThat(desk.available(alice)).isEqualTo("0.00");
    desk.trade(bob, alice, call, 10, "4");
    // At 0 the index costs 500 and the call brings 40.
    assertThat(desk.available(alice)).isEqualTo("40.00");
  }

  @Test
  void theStatementExplainsTheNumberAndAnOrderNotYetSent() {
    final Desk desk = new Desk();
    final int index = desk.list(Listings.index(1, FeeSchedule.FREE));
    final int call =
        desk.list(Listings.option(2, 1, Contract.PutOrCall.CALL, "60", FeeSchedule.FREE));
    final int alice = desk.open(1_000, 1, "1000");
    final int bob = desk.open(1_001, 1, "100000");
    desk.trade(alice, bob, index, 10, "50");
    desk.run(() -> desk.house.mark(index, usdc("55")));
    desk.run(() -> desk.house.mark(call, usdc("5")));

    final MarginStatement statement = desk.house.explainWith(alice, call, Side.SELL, usdc("4"), 10);
    assertThat(statement.equityMicros()).isEqualTo(usdc("1050"));
    assertThat(statement.marginMicros()).isEqualTo(usdc("550"));
    assertThat(statement.underlyings())
        .containsExactly(
            new UnderlyingMargin(
                1,
                usdc("550"),
                usdc("550"),
                usdc("550"),
                List.of(
                    new Scenario(0, false, usdc("-550")),
                    new Scenario(usdc("100"), false, usdc("90")),
                    new Scenario(usdc("60"), false, usdc("50"))),
                0,
                List.of(
                    new InstrumentShare(1, 10, usdc("55"), usdc("-550")),
                    new InstrumentShare(2, 0, usdc("5"), 0)),
                0));
    assertThat(desk.available(alice)).isEqualTo("500.00");
    assertThat(desk.house.explain(alice).underlyings().getFirst().instruments()).hasSize(1);
  }

  private static long usdc(String amount) {
    return Micros.parse(amount);
  }
}
