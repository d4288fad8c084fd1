package com.ballastmarkets.engine.simulation;

import static com.ballastmarkets.engine.TestVenue.ALICE;
import static com.ballastmarkets.engine.TestVenue.BOB;
import static com.ballastmarkets.engine.TestVenue.MONDAY;
import static com.ballastmarkets.engine.TestVenue.SUEZ;
import static org.assertj.core.api.Assertions.assertThat;

import com.ballastmarkets.domain.account.AccountKind;
import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.command.OrderTicket;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.order.OrderType;
import com.ballastmarkets.domain.order.PostOnly;
import com.ballastmarkets.domain.order.SelfMatchPrevention;
import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.domain.order.TimeInForce;
import com.ballastmarkets.domain.settlement.Ruling;
import com.ballastmarkets.engine.TestVenue;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever stands in a command, it is answered; nothing in it can stop the engine. */
final class HostileSimulation {
  private static final long[] NUMBERS = {
    Long.MIN_VALUE,
    Long.MIN_VALUE + 1,
    -1_000_000,
    -1,
    0,
    1,
    2,
    5,
    5_000,
    400_000,
    500_000,
    505_000,
    1_000_000,
    10_000_000,
    ALICE,
    BOB,
    MONDAY,
    MONDAY + TestVenue.DAY,
    TestVenue.EXPIRY + 3 * TestVenue.DAY,
    4_000_000_000_000_000_000L,
    Long.MAX_VALUE - 1,
    Long.MAX_VALUE
  };

  private final TestVenue venue = TestVenue.open();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void everyCommandIsAnswered(long seed) {
    final Random random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      final Command command = command(random, i);
      final List<Event> events = venue.apply(command);
      assertThat(events).as("seed %d, command %d: %s", seed, i, command).isNotEmpty();
    }
    venue.restart();
    assertThat(venue.pass(1)).isNotEmpty();
  }

  private static Command command(Random r, int i) {
    return switch (r.nextInt(24)) {
      case 0 ->
          new Command.OpenAccount(any(r), any(r), pick(r, AccountKind.values()), (int) any(r));
      case 1 -> new Command.SetLeverage(account(r), (int) any(r));
      case 2 -> new Command.Deposit(account(r), any(r), text(r));
      case 3 -> new Command.ReserveWithdrawal(account(r), any(r), text(r));
      case 4 -> new Command.ConfirmWithdrawal(text(r));
      case 5 -> new Command.ReleaseWithdrawal(text(r));
      case 6 -> new Command.SetKillSwitch(account(r), r.nextInt(8) == 0);
      case 7 -> new Command.OpenMarket(market(r));
      case 8 -> r.nextInt(5) == 0 ? new Command.HaltMarket(market(r)) : new Command.Tick();
      case 9 -> new Command.ResumeMarket(market(r));
      case 10 -> new Command.SettleDaily(any(r));
      // Rarely: most of a run happens while the market trades.
      case 11 -> r.nextInt(40) == 0 ? new Command.AdvanceClock(any(r)) : new Command.Tick();
      case 12 -> new Command.StartClock(any(r));
      case 13 -> new Command.PublishProvisional(market(r), any(r), text(r), any(r));
      case 14 -> new Command.OpenDispute(any(r), market(r), account(r), text(r));
      case 15 -> new Command.RuleDispute(any(r), pick(r, Ruling.values()), any(r), text(r));
      case 16 -> new Command.FinalizeMarket(market(r));
      case 17 ->
          i > 1_900 ? new Command.VoidMarket(market(r)) : new Command.VoidMarket((int) any(r) * 2);
      case 18 -> new Command.CancelOrder(account(r), any(r), text(r), text(r));
      case 19 ->
          new Command.ReplaceOrder(
              account(r), r.nextInt(60), text(r), text(r), any(r), any(r), any(r));
      case 20 ->
          new Command.MassCancel(
              account(r), market(r), null, any(r), Command.MassCancel.Cause.REQUEST, text(r));
      default -> new Command.PlaceOrder(ticket(r));
    };
  }

  private static OrderTicket ticket(Random r) {
    return new OrderTicket(
        account(r),
        text(r),
        market(r),
        pick(r, Side.values()),
        pick(r, OrderType.values()),
        pick(r, TimeInForce.values()),
        any(r),
        any(r),
        any(r),
        any(r),
        r.nextInt(3) == 0 ? pick(r, PostOnly.values()) : PostOnly.NONE,
        r.nextInt(8) == 0,
        r.nextInt(3) == 0 ? any(r) : 0,
        r.nextInt(3) == 0 ? any(r) : 0,
        any(r),
        pick(r, SelfMatchPrevention.values()),
        r.nextBoolean(),
        any(r));
  }

  private static long any(Random r) {
    return NUMBERS[r.nextInt(NUMBERS.length)];
  }

  private static long account(Random r) {
    return r.nextInt(6) == 0 ? any(r) : ALICE + r.nextInt(3);
  }

  private static int market(Random r) {
    return r.nextInt(6) == 0 ? (int) any(r) : SUEZ;
  }

  private static String text(Random r) {
    return switch (r.nextInt(4)) {
      case 0 -> "";
      case 1 -> "x".repeat(r.nextInt(300));
      default -> "t" + r.nextInt(50);
    };
  }

  private static <T> T pick(Random r, T[] values) {
    return values[r.nextInt(values.length)];
  }
}
