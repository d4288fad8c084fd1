package com.ballastmarkets.engine.simulation;

import static com.ballastmarkets.engine.TestVenue.MINUTE;
import static com.ballastmarkets.engine.TestVenue.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import com.ballastmarkets.domain.account.SystemAccounts;
import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.engine.TestVenue;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The worst day: every underlying reopens fifty points up or down at the same moment, with two
 * thousand accounts at leverage 10 in it and next to nothing in the books.
 *
 * <p>No money appears or vanishes, the waterfall's layers go in their order, everybody's
 * liquidation comes to its end, and the venue goes on answering: between any two turns a
 * bystander's order is taken, and a step takes no more turns than there were milliseconds before
 * it.
 */
final class StressSimulation {
  private static final int LEVERAGED = 2_000;
  private static final int MARKETS = 6;
  private static final long FIRST = 10_000;
  private static final long BYSTANDER = 1_009;
  private static final long[] WHALES = {1_001, 1_002};
  private static final long MIDDLE = 50_000_000;
  private static final long POINTS = 50_000_000;

  private final StressedVenue venue = new StressedVenue();
  private final boolean[] up = new boolean[MARKETS + 1];

  @ParameterizedTest
  @ValueSource(longs = {31, 32})
  void fiftyPointsOnEverythingAtOnce(long seed) {
    final Random random = new Random(seed);
    stage(random);
    trades(random);
    reopensElsewhere(random);
    for (int step = 0; step < 3_000; step++) {
      isTaken(1 + random.nextInt(MARKETS), 1 + random.nextInt(2_000_000));
      if (step % 500 == 250) {
        venue.restarts();
      }
    }
    venue.passes(SECOND, 60);

    assertThat(venue.inLiquidation()).as("seed %d", seed).isEmpty();
    venue.moneyIsAllThere();
    assertThat(venue.seen())
        .as("seed %d", seed)
        .containsKeys(
            "PositionTakenOver",
            "DEFAULTER_CONTRIBUTION",
            "HOUSE_TRANCHE",
            "MEMBER_CONTRIBUTION",
            "AutoDeleveraged");
    assertThat(venue.seen().get("LiquidationStarted")).isGreaterThan(LEVERAGED / 4);
    System.out.printf(
        "seed %d: %s, at most %d events in a turn%n", seed, venue.seen(), venue.longestTurn());
  }

  private void stage(Random random) {
    for (long whale : WHALES) {
      venue.open(whale, 1, 50_000_000_000_000L);
    }
    venue.open(BYSTANDER, 1, 1_000_000_000_000L);
    venue.deposit(SystemAccounts.INSURANCE_FUND, 20_000_000_000L);
    venue.deposit(SystemAccounts.HOUSE, 30_000_000_000L);
    venue.apply(new Command.DefaultFund.FundHouseTranche(25_000_000_000L, "tranche"));
    for (int market = 1; market <= MARKETS; market++) {
      venue.apply(new Command.ListMarket(TestVenue.index(market, "index-" + market)));
      venue.apply(new Command.OpenMarket(market));
      up[market] = random.nextBoolean();
    }
    for (long account = FIRST; account < FIRST + LEVERAGED; account++) {
      venue.open(account, 10, 300_000_000L + random.nextLong(700_000_000L));
      if (random.nextInt(10) == 0) {
        venue.apply(
            new Command.DefaultFund.PayContribution(account, 20_000_000L, "paid-" + account));
      }
    }
  }

  /** Everybody takes a position at the middle against a whale or one another. */
  private void trades(Random random) {
    for (long account = FIRST; account < FIRST + LEVERAGED; account++) {
      final int market = 1 + random.nextInt(MARKETS);
      final Side side = Side.values()[random.nextInt(2)];
      final long lots = 10 + random.nextInt(40);
      final long other = random.nextInt(3) == 0 ? WHALES[0] : FIRST + random.nextInt(LEVERAGED);
      venue.order(other, market, side.opposite(), lots, MIDDLE, true);
      venue.order(account, market, side, lots, MIDDLE, false);
      venue.cancelAll(other);
    }
  }

  /** A halt of all places, and an auction in which one lot changes hands far away. */
  private void reopensElsewhere(Random random) {
    venue.apply(new Command.HaltMarkets(""));
    venue.apply(new Command.ResumeMarkets(""));
    for (int market = 1; market <= MARKETS; market++) {
      final long price = MIDDLE + (up[market] ? POINTS : -POINTS);
      venue.order(WHALES[0], market, Side.BUY, 1, price, true);
      venue.order(WHALES[1], market, Side.SELL, 1, price, true);
    }
    venue.passes(3 * MINUTE - SECOND, 1);
    for (int market = 1; market <= MARKETS; market++) {
      // A thin book on the far side of the new price.
      final long price = MIDDLE + (up[market] ? POINTS - 2_000_000 : -POINTS + 2_000_000);
      venue.order(
          WHALES[1], market, up[market] ? Side.BUY : Side.SELL, 1 + random.nextInt(5), price, true);
    }
    venue.passes(2 * SECOND, 1);
  }

  /** A moment passes, and a bystander's order is taken in the same step. */
  private void isTaken(int market, long afterNanos) {
    final Side side = up[market] ? Side.BUY : Side.SELL;
    assertThat(venue.apply(order(market, side), afterNanos))
        .extracting(Told::event)
        .anyMatch(event ->
            event instanceof Event.OrderAccepted(var _, var ticket)
                && ticket.accountId() == BYSTANDER);
  }

  /** Where the mark was before, far from where it is. */
  private static Command order(int market, Side side) {
    return StressedVenue.ticket(BYSTANDER, market, side, 1, MIDDLE, false);
  }
}
