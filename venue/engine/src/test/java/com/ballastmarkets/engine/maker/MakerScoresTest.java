package com.ballastmarkets.engine.maker;

import static com.ballastmarkets.engine.TestVenue.MONDAY;
import static com.ballastmarkets.engine.TestVenue.SECOND;
import static com.ballastmarkets.engine.TestVenue.SUEZ;
import static org.assertj.core.api.Assertions.assertThat;

import com.ballastmarkets.clearing.maker.MakerProgramme;
import com.ballastmarkets.clearing.maker.MakerProgramme.Product;
import com.ballastmarkets.clearing.maker.MakerProgramme.Terms;
import com.ballastmarkets.clearing.maker.MakerScores;
import com.ballastmarkets.clearing.maker.RewardWeek;
import com.ballastmarkets.domain.account.AccountKind;
import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.command.OrderTicket;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.money.Micros;
import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.engine.Exchange;
import com.ballastmarkets.engine.TestVenue;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A binary of this week on Suez, v = 0.03: seconds of quotes and what they score. */
final class MakerScoresTest {
  private static final long V = 30_000;
  private static final Product PRODUCT = new Product("binary", "suez");
  private static final RewardWeek WEEK = RewardWeek.of(MONDAY);
  private static final long MAKER = 2_001;
  private static final long RIVAL = 2_002;
  private static final long TAKER = 2_003;

  private final Exchange exchange = new Exchange();
  private final MakerScores scores = new MakerScores(new MakerProgramme(Map.of(), new Terms(V, 1)));
  private final List<Told> told = new ArrayList<>();
  private long now = MONDAY;

  private record Told(long time, Event event) {}

  @BeforeEach
  void open() {
    for (long account : new long[] {MAKER, RIVAL, TAKER}) {
      final int leverage = account == TAKER ? 1 : 10;
      apply(new Command.OpenAccount(account, account, AccountKind.CLIENT, leverage));
      apply(new Command.Deposit(account, 100_000_000_000L, "deposit-" + account));
    }
    apply(new Command.ListMarket(TestVenue.suez()));
    apply(new Command.OpenMarket(SUEZ));
  }

  private void apply(Command command) {
    exchange.apply(
        command,
        now,
        (time, event) -> {
          told.add(new Told(time, event));
          scores.on(time, event);
        });
  }

  private void pass(long nanos) {
    now += nanos;
    apply(new Command.Tick());
  }

  private long place(long account, Side side, long lots, String price) {
    apply(
        new Command.PlaceOrder(
            OrderTicket.of(account, SUEZ, side, lots).limit(Micros.parse(price)).build()));
    return told.stream()
        .filter(each -> each.event() instanceof Event.OrderAccepted)
        .map(each -> ((Event.OrderAccepted) each.event()).orderId())
        .reduce((first, last) -> last)
        .orElseThrow();
  }

  private BigInteger score(long account) {
    scores.advanceTo(now);
    return scores
        .of(WEEK)
        .getOrDefault(PRODUCT, new TreeMap<>())
        .getOrDefault(account, BigInteger.ZERO);
  }

  /** (v − s)² × lots, as scores have it: both in halves, times three. */
  private static BigInteger unit(String distance, long lots) {
    return BigInteger.valueOf(2 * (V - Micros.parse(distance)))
        .pow(2)
        .multiply(BigInteger.valueOf(3 * lots));
  }

  private static BigInteger times(BigInteger score, long factor) {
    return score.multiply(BigInteger.valueOf(factor));
  }

  @Test
  void theSmallerSideCountsEveryFullSecondTimesTheWeightOfTheFrontWeek() {
    place(MAKER, Side.BUY, 100, "0.49");
    place(MAKER, Side.SELL, 200, "0.51");
    pass(10 * SECOND - 1);
    assertThat(score(MAKER)).isEqualTo(times(unit("0.01", 100), 3 * 9));
    pass(1);
    assertThat(score(MAKER)).isEqualTo(times(unit("0.01", 100), 3 * 10));
    // ((0.03 − 0.01) ÷ 0.03)² × 100 × 3 × 10 = 1,333.33
    assertThat(score(MAKER).divide(MakerScores.divisor(V))).isEqualTo(1_333);
    assertThat(score(RIVAL)).isZero();
  }

  @Test
  void anEmptySideLeavesAThirdOfTheOtherInTheMiddleOfTheRange() {
    place(RIVAL, Side.SELL, 5, "0.51");
    place(RIVAL, Side.BUY, 5, "0.47");
    place(MAKER, Side.BUY, 300, "0.49");
    pass(SECOND);
    assertThat(score(MAKER)).isEqualTo(times(unit("0.01", 100), 3));
  }

  @Test
  void nearAnEndOfTheRangeOneSideIsNothing() {
    place(RIVAL, Side.SELL, 5, "0.40");
    place(MAKER, Side.BUY, 300, "0.36");
    pass(3 * SECOND);
    final BigInteger before = score(MAKER);
    assertThat(before.signum()).isPositive();
    apply(new Command.MassCancel(MAKER, 0, null, 0, Command.MassCancel.Cause.REQUEST, ""));
    apply(new Command.MassCancel(RIVAL, 0, null, 0, Command.MassCancel.Cause.REQUEST, ""));
    place(RIVAL, Side.SELL, 5, "0.095");
    place(MAKER, Side.BUY, 300, "0.09");
    pass(100 * SECOND);
    assertThat(score(MAKER)).isEqualTo(before);
  }

  @Test
  void whoIsNoMakerScoresNothingAndOrdersFromBeforeDoNotCount() {
    place(TAKER, Side.BUY, 100, "0.49");
    place(TAKER, Side.SELL, 100, "0.51");
    pass(SECOND);
    apply(new Command.SetLeverage(TAKER, 5));
    pass(SECOND);
    assertThat(score(TAKER)).isZero();
    place(TAKER, Side.BUY, 7, "0.49");
    place(TAKER, Side.SELL, 7, "0.51");
    pass(SECOND);
    assertThat(score(TAKER)).isEqualTo(times(unit("0.01", 7), 3));
    apply(new Command.SetLeverage(TAKER, 1));
    pass(SECOND);
    assertThat(score(TAKER)).isEqualTo(times(unit("0.01", 7), 3));
  }

  @Test
  void aHaltStopsTheClockOfScores() {
    place(MAKER, Side.BUY, 100, "0.49");
    place(MAKER, Side.SELL, 100, "0.51");
    apply(new Command.HaltMarket(SUEZ));
    pass(60 * SECOND);
    assertThat(score(MAKER)).isZero();
  }

  /** Whatever happens: the same as asking every order at every second. */
  @Test
  void everySecondIsAsIfAllOrdersHadBeenAsked() {
    for (long seed = 1; seed <= 3; seed++) {
      final MakerScoresTest run = new MakerScoresTest();
      run.open();
      run.crowd(new Random(seed));
      run.scores.advanceTo(run.now);
      assertThat(run.scores.of(WEEK).getOrDefault(PRODUCT, new TreeMap<>()))
          .as("seed %d", seed)
          .isNotEmpty()
          .isEqualTo(new NaiveScores(V, 3).of(run.asked()));
    }
  }

  private List<NaiveScores.Told> asked() {
    return told.stream().map(each -> new NaiveScores.Told(each.time(), each.event())).toList();
  }

  private void crowd(Random random) {
    final long tick = 5_000;
    for (int i = 0; i < 1_500; i++) {
      now += random.nextInt(4) == 0 ? random.nextInt(5) * SECOND : random.nextInt(900_000_000);
      final long account = MAKER + random.nextInt(3);
      final Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
      switch (random.nextInt(5)) {
        case 0 -> apply(new Command.CancelOrder(account, 1 + random.nextInt(i + 1), "", ""));
        case 1 ->
            apply(
                new Command.ReplaceOrder(
                    account,
                    1 + random.nextInt(i + 1),
                    "",
                    "",
                    (90 + random.nextInt(20)) * tick,
                    0,
                    1 + random.nextInt(50)));
        default ->
            apply(
                new Command.PlaceOrder(
                    OrderTicket.of(account, SUEZ, side, 1 + random.nextInt(50))
                        .limit((100 - side.sign() * (random.nextInt(10) - 2)) * tick)
                        .displayLots(random.nextInt(6) == 0 ? 1 : 0)
                        .build()));
      }
    }
    now += SECOND;
    apply(new Command.Tick());
  }
}
