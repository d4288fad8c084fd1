package com.ballastmarkets.engine.simulation;

import static com.ballastmarkets.engine.TestVenue.DAY;
import static com.ballastmarkets.engine.TestVenue.MONDAY;
import static com.ballastmarkets.engine.TestVenue.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import com.ballastmarkets.domain.account.AccountKind;
import com.ballastmarkets.domain.account.SystemAccounts;
import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.command.OrderTicket;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.event.Event.Liquidation;
import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.domain.order.TimeInForce;
import com.ballastmarkets.engine.Exchange;
import com.ballastmarkets.engine.TestVenue;
import com.ballastmarkets.protocol.snapshot.StateWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  private final Map<Long, Long> cash = new HashMap<>();
  private final Invariants invariants = new Invariants();
  private final List<Told> inCommand = new ArrayList<>();
  private Exchange exchange = new Exchange();
  private long now = MONDAY;
  private long lastTurn = Long.MIN_VALUE;
  private long lastTurnOf;

  private void apply(Command command) {
    inCommand.clear();
    exchange.apply(command, now, (at, event) -> inCommand.add(new Told(at, event)));
    invariants.see(inCommand);
    inCommand.forEach(this::look);
  }

  private void look(Told told) {
    if (told.event() instanceof Event.CashMoved moved) {
      cash.put(moved.accountId(), moved.cashAfterMicros());
    } else if (told.event() instanceof Liquidation event) {
      seen.add(event.getClass().getSimpleName());
      switch (event) {
        case Liquidation.LiquidationSlice slice -> paced(told.time(), slice.accountId());
        case Liquidation.LossCovered covered -> seen.add(covered.layer().name());
        case Liquidation.AutoDeleveraged _ -> {
          assertThat(cash.getOrDefault(SystemAccounts.DEFAULT_FUND, 0L)).isZero();
          assertThat(cash.getOrDefault(SystemAccounts.HOUSE_TRANCHE, 0L)).isZero();
        }
        default -> {}
      }
    }
  }

  private void paced(long time, long account) {
    if (account != lastTurnOf) {
      assertThat(time).as("the turns of two accounts").isGreaterThan(lastTurn);
    }
    lastTurn = time;
    lastTurnOf = account;
  }

  private void open(long account, int leverage, long amountMicros) {
    apply(new Command.OpenAccount(account, account, AccountKind.CLIENT, leverage));
    apply(new Command.Deposit(account, amountMicros, "opening-" + account));
  }

  private void order(long account, int market, Side side, long lots, long price, boolean rests) {
    apply(
        new Command.PlaceOrder(
            OrderTicket.of(account, market, side, lots)
                .limit(price)
                .timeInForce(rests ? TimeInForce.GTC : TimeInForce.IOC)
                .build()));
  }

  private void passes(long nanos, int times) {
    for (int i = 0; i < times; i++) {
      now += nanos;
      apply(new Command.Tick());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23, 24})
  void noMoneyAppearsOrVanishesInADefault(long seed) {
    final Random random = new Random(seed);
    for (long whale : WHALES) {
      open(whale, 1, 5_000_000_000_000L);
    }
    apply(new Command.Deposit(SystemAccounts.INSURANCE_FUND, 500_000_000L, "insurance"));
    apply(new Command.Deposit(SystemAccounts.HOUSE, 300_000_000L, "capital"));
    apply(new Command.DefaultFund.FundHouseTranche(200_000_000L, "tranche"));
    for (int market = 1; market <= 2; market++) {
      apply(new Command.ListMarket(TestVenue.index(market, "index-" + market)));
      apply(new Command.OpenMarket(market));
    }
    for (long account = FIRST; account < FIRST + LEVERAGED; account++) {
      open(account, 10, 1_000_000_000L + random.nextLong(2_000_000_000L));
      if (random.nextInt(4) == 0) {
        apply(new Command.DefaultFund.PayContribution(account, 50_000_000L, "paid-" + account));
      }
    }
    for (int i = 0; i < 3 * LEVERAGED; i++) {
      final int market = 1 + random.nextInt(2);
      final long lots = 5 + random.nextInt(60);
      final Side side = Side.values()[random.nextInt(2)];
      order(leveraged(random), market, side, lots, 50_000_000, true);
      order(leveraged(random), market, side.opposite(), lots, 50_000_000, false);
    }
    apply(new Command.MassCancel(FIRST, 0, null, 0, Command.MassCancel.Cause.OPERATIONS, ""));
    final int up = random.nextInt(2) * 2 - 1;
    for (int day = 1; day <= 4; day++) {
      for (int market = 1; market <= 2; market++) {
        moves(random, market, 50_000_000 + up * day * 12_000_000L);
      }
      passes(SECOND / 2, 20);
      exchange = restored(exchange);
      passes(SECOND, 45);
      now = MONDAY + day * DAY;
      apply(new Command.SettleDaily(now / DAY - 1));
    }
  }

  private static long leveraged(Random random) {
    return FIRST + random.nextInt(LEVERAGED);
  }

  /** One lot between whales takes the mark there; a few more bid and offer beside it. */
  private void moves(Random random, int market, long price) {
    for (long whale : WHALES) {
      apply(new Command.MassCancel(whale, 0, null, 0, Command.MassCancel.Cause.OPERATIONS, ""));
    }
    for (long account = FIRST; account < FIRST + LEVERAGED; account++) {
      apply(new Command.MassCancel(account, 0, null, 0, Command.MassCancel.Cause.OPERATIONS, ""));
    }
    order(WHALES[0], market, Side.BUY, 1, price, true);
    order(WHALES[1], market, Side.SELL, 1, price, true);
    order(WHALES[2], market, Side.BUY, 1 + random.nextInt(20), price - 1_000_000, true);
    order(WHALES[2], market, Side.SELL, 1 + random.nextInt(20), price + 1_000_000, true);
  }

  private static Exchange restored(Exchange exchange) {
    final StateWriter written = new StateWriter();
    exchange.writeState(written);
    final Exchange restored = Exchange.readState(written.reader());
    final StateWriter again = new StateWriter();
    restored.writeState(again);
    assertThat(again.sha256()).isEqualTo(written.sha256());
    return restored;
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
