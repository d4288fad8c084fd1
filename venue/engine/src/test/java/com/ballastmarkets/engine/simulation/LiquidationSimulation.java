package com.ballastmarkets.engine.simulation;

import static com.ballastmarkets.engine.TestVenue.DAY;
import static com.ballastmarkets.engine.TestVenue.MONDAY;
import static com.ballastmarkets.engine.TestVenue.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import com.ballastmarkets.domain.account.SystemAccounts;
import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.engine.TestVenue;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Many leveraged accounts, thin books, and marks that run up to fifty points one way: no money
 * appears or vanishes, the waterfall's order holds, turns are paced, and an engine made from a
 * snapshot in the middle of it goes on as if it had not stopped.
 */
final class LiquidationSimulation {
  private static final int LEVERAGED = 60;
  private static final long FIRST = 1_100;
  private static final long[] WHALES = {1_001, 1_002, 1_003};
  private static final Set<String> seen = new TreeSet<>();

  private final StressedVenue venue = new StressedVenue();

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23, 24})
  void noMoneyAppearsOrVanishesInADefault(long seed) {
    final Random random = new Random(seed);
    for (long whale : WHALES) {
      venue.open(whale, 1, 5_000_000_000_000L);
    }
    venue.deposit(SystemAccounts.INSURANCE_FUND, 500_000_000L);
    venue.deposit(SystemAccounts.HOUSE, 300_000_000L);
    venue.apply(new Command.DefaultFund.FundHouseTranche(200_000_000L, "tranche"));
    for (int market = 1; market <= 2; market++) {
      venue.apply(new Command.ListMarket(TestVenue.index(market, "index-" + market)));
      venue.apply(new Command.OpenMarket(market));
    }
    for (long account = FIRST; account < FIRST + LEVERAGED; account++) {
      venue.open(account, 10, 1_000_000_000L + random.nextLong(2_000_000_000L));
      if (random.nextInt(4) == 0) {
        venue.apply(
            new Command.DefaultFund.PayContribution(account, 50_000_000L, "paid-" + account));
      }
    }
    for (int i = 0; i < 3 * LEVERAGED; i++) {
      final int market = 1 + random.nextInt(2);
      final long lots = 5 + random.nextInt(60);
      final Side side = Side.values()[random.nextInt(2)];
      venue.order(leveraged(random), market, side, lots, 50_000_000, true);
      venue.order(leveraged(random), market, side.opposite(), lots, 50_000_000, false);
    }
    venue.cancelAll(FIRST);
    final int up = random.nextInt(2) * 2 - 1;
    for (int day = 1; day <= 4; day++) {
      for (int market = 1; market <= 2; market++) {
        moves(random, market, 50_000_000 + up * day * 12_000_000L);
      }
      venue.passes(SECOND / 2, 20);
      venue.restarts();
      venue.passes(SECOND, 45);
      venue.isNow(MONDAY + day * DAY);
      venue.apply(new Command.SettleDaily(MONDAY / DAY + day - 1));
    }
    venue.moneyIsAllThere();
    seen.addAll(venue.seen().keySet());
  }

  private static long leveraged(Random random) {
    return FIRST + random.nextInt(LEVERAGED);
  }

  /** One lot between whales takes the mark there; a few more bid and offer beside it. */
  private void moves(Random random, int market, long price) {
    for (long whale : WHALES) {
      venue.cancelAll(whale);
    }
    for (long account = FIRST; account < FIRST + LEVERAGED; account++) {
      venue.cancelAll(account);
    }
    venue.order(WHALES[0], market, Side.BUY, 1, price, true);
    venue.order(WHALES[1], market, Side.SELL, 1, price, true);
    venue.order(WHALES[2], market, Side.BUY, 1 + random.nextInt(20), price - 1_000_000, true);
    venue.order(WHALES[2], market, Side.SELL, 1 + random.nextInt(20), price + 1_000_000, true);
  }

  @AfterAll
  static void everyStepHasComeUp() {
    assertThat(seen)
        .contains(
            "MarginNotice",
            "LiquidationStarted",
            "LiquidationSlice",
            "PositionTakenOver",
            "LossCovered",
            "AutoDeleveraged",
            "LiquidationEnded",
            "HOUSE_TRANCHE",
            "MEMBER_CONTRIBUTION");
  }
}
