package com.ballastmarkets.clearing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ballastmarkets.clearing.fee.FeeMeter;
import com.ballastmarkets.clearing.liquidation.AccountFigures;
import com.ballastmarkets.clearing.liquidation.Liquidation;
import com.ballastmarkets.clearing.liquidation.LiquidationAction;
import com.ballastmarkets.domain.account.AccountKind;
import com.ballastmarkets.domain.account.SystemAccounts;
import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.event.CashReason;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.domain.instrument.Contract;
import com.ballastmarkets.domain.instrument.FeeSchedule;
import com.ballastmarkets.domain.liquidation.MarginStanding;
import com.ballastmarkets.domain.money.Micros;
import com.ballastmarkets.domain.order.Side;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ClearingHouseTest {
  private static final FeeSchedule FREE = FeeSchedule.FREE;
  private static final FeeSchedule SEVEN_PERCENT =
      new FeeSchedule(FeeSchedule.Basis.PROBABILITY, 17_500, 70_000);

  private final Desk desk = new Desk();

  @Test
  void aLeveragedPositionTiesUpItsFaceDividedByLeverage() {
    final int market = desk.list(Listings.binary(1, FREE));
    final int maker = desk.open(1_000, 10, "10000");
    final int other = desk.open(1_001, 1, "10000");
    desk.trade(maker, other, market, 5_000, "0.85");
    desk.run(() -> desk.house.mark(market, Micros.parse("0.87")));

    assertThat(desk.margin(maker)).isEqualTo("500.00");
    assertThat(desk.equity(maker)).isEqualTo("10100.00");
  }

  @Test
  void aSettledPositionReceivesWhatItGained() {
    final int market = desk.list(Listings.binary(1, FREE));
    final int alice = desk.open(1_000, 1, "348");
    final int bob = desk.open(1_001, 1, "1000");
    desk.trade(alice, bob, market, 400, "0.87");
    assertThat(desk.available(alice)).isEqualTo("0.00");
    assertThat(desk.cash(alice)).isEqualTo("348.00");

    desk.run(() -> desk.house.settle(market, Micros.parse("1")));

    assertThat(desk.events)
        .containsExactly(
            new Event.CashMoved(
                1_000, CashReason.SETTLEMENT, 52_000_000, 1, 400, 1_000_000, "", 400_000_000),
            new Event.CashMoved(
                1_001, CashReason.SETTLEMENT, -52_000_000, 1, -400, 1_000_000, "", 948_000_000),
            new Event.PositionUpdated(1_000, 1, 0, 0, 0, 52_000_000),
            new Event.PositionUpdated(1_001, 1, 0, 0, 0, -52_000_000),
            new Event.AccountUpdated(1_000, 400_000_000, 400_000_000, 0, 400_000_000, 0),
            new Event.AccountUpdated(1_001, 948_000_000, 948_000_000, 0, 948_000_000, 0));
    assertThat(desk.house.market(1)).isEqualTo(-1);
  }

  @Test
  void dailyVariationAndSettlementAddUp() {
    final int market = desk.list(Listings.binary(1, FREE));
    final int alice = desk.open(1_000, 1, "348");
    final int bob = desk.open(1_001, 1, "1000");
    desk.trade(alice, bob, market, 400, "0.87");
    desk.run(() -> desk.house.mark(market, Micros.parse("0.90")));
    desk.run(desk.house::settleDaily);
    assertThat(desk.cash(alice)).isEqualTo("360.00");
    assertThat(desk.available(alice)).isEqualTo("0.00");
    desk.run(desk.house::settleDaily);
    assertThat(desk.events).isEmpty();

    desk.run(() -> desk.house.settle(market, Micros.parse("1")));
    assertThat(desk.cash(alice)).isEqualTo("400.00");
    assertThat(desk.cash(bob)).isEqualTo("948.00");
  }

  @Test
  void aVoidGivesBackEverythingButFees() {
    final int market = desk.list(Listings.binary(1, SEVEN_PERCENT));
    final int alice = desk.open(1_000, 1, "400");
    final int bob = desk.open(1_001, 1, "1000");
    desk.trade(alice, bob, market, 400, "0.87");
    final String aliceAfterFees = desk.cash(alice);
    desk.run(() -> desk.house.mark(market, Micros.parse("0.90")));
    desk.run(desk.house::settleDaily);
    desk.trade(bob, alice, market, 150, "0.31");
    desk.run(() -> desk.house.mark(market, Micros.parse("0.20")));
    desk.run(desk.house::settleDaily);

    desk.run(() -> desk.house.voidMarket(market));

    // 400 × 0.07 × 0.87 × 0.13 as taker, 150 × 0.0175 × 0.31 × 0.69 as maker.
    assertThat(aliceAfterFees).isEqualTo("396.8332");
    assertThat(desk.cash(alice)).isEqualTo("396.271712");
    assertThat(desk.house.cashMicros(alice) + desk.house.cashMicros(bob))
        .isEqualTo(Micros.parse("1400") - houseCash());
  }

  private long houseCash() {
    return desk.house.cashMicros(desk.house.account(SystemAccounts.HOUSE));
  }

  @Test
  void anOrderBeyondWhatIsThereIsRefusedWithTheFigures() {
    final int market = desk.list(Listings.binary(1, FREE));
    final int alice = desk.open(1_000, 1, "100");

    assertThat(desk.order(alice, market, Side.BUY, 100, "0.6")).isNull();
    assertThat(desk.available(alice)).isEqualTo("40.00");
    assertThat(desk.order(alice, market, Side.BUY, 100, "0.5"))
        .isEqualTo(RejectReason.INSUFFICIENT_BALANCE);
    assertThat(desk.house.requiredMicros()).isEqualTo(Micros.parse("50"));
    assertThat(desk.house.availableMicros()).isEqualTo(Micros.parse("40"));
    assertThat(desk.events).isEmpty();
    // The other side loses in the other outcome: both fit beside each other.
    assertThat(desk.order(alice, market, Side.SELL, 100, "0.7")).isNull();
    assertThat(desk.available(alice)).isEqualTo("40.00");
  }

  @Test
  void aReplacementIsTestedInTheOldOrdersPlace() {
    final int market = desk.list(Listings.binary(1, FREE));
    final int alice = desk.open(1_000, 1, "100");
    desk.order(alice, market, Side.BUY, 200, "0.5");

    assertThat(replace(alice, market, "0.5", 200, "0.51", 200))
        .isEqualTo(RejectReason.INSUFFICIENT_BALANCE);
    assertThat(desk.house.requiredMicros()).isEqualTo(Micros.parse("2"));
    assertThat(desk.house.availableMicros()).isZero();
    assertThat(replace(alice, market, "0.5", 200, "0.8", 125)).isNull();
    assertThat(desk.available(alice)).isEqualTo("0.00");
    assertThat(replace(alice, market, "0.8", 125, "0.4", 100)).isNull();
    assertThat(desk.available(alice)).isEqualTo("60.00");
  }

  private @Nullable RejectReason replace(
      int account, int market, String oldPrice, long oldLots, String newPrice, long newLots) {
    return desk.step(() ->
        desk.house.replace(
            account,
            market,
            Side.BUY,
            Micros.parse(oldPrice),
            oldLots,
            Micros.parse(newPrice),
            newLots));
  }

  @Test
  void whoHasSpentEverythingCanStillClose() {
    final int market = desk.list(Listings.binary(1, SEVEN_PERCENT));
    final int alice = desk.open(1_000, 1, "61.68");
    final int bob = desk.open(1_001, 1, "1000");
    desk.trade(alice, bob, market, 100, "0.6");
    assertThat(desk.available(alice)).isEqualTo("0.00");

    assertThat(desk.order(alice, market, Side.SELL, 100, "0.3")).isNull();
    assertThat(desk.order(alice, market, Side.BUY, 1, "0.01"))
        .isEqualTo(RejectReason.INSUFFICIENT_BALANCE);
  }

  @Test
  void positionLimitsHoldForAllAccountsOfAFirmTogether() {
    final int market =
        desk.list(Listings.of(1, new Contract.Binary(), FREE, Micros.parse("0.5"), 1_000));
    desk.step(() -> desk.house.openAccount(1_000, 77, AccountKind.CLIENT, 1));
    desk.step(() -> desk.house.openAccount(1_001, 77, AccountKind.CLIENT, 1));
    desk.step(() -> desk.house.deposit(1_000, Micros.parse("10000"), "a"));
    desk.step(() -> desk.house.deposit(1_001, Micros.parse("10000"), "b"));
    final int one = desk.house.account(1_000);
    final int two = desk.house.account(1_001);

    assertThat(desk.order(one, market, Side.BUY, 600, "0.5")).isNull();
    assertThat(desk.order(two, market, Side.BUY, 401, "0.5"))
        .isEqualTo(RejectReason.POSITION_LIMIT_EXCEEDED);
    assertThat(desk.house.requiredMicros()).isEqualTo(1_001);
    assertThat(desk.house.availableMicros()).isEqualTo(1_000);
    assertThat(desk.order(two, market, Side.SELL, 1_000, "0.6")).isNull();
    desk.run(() -> desk.house.release(one, market, Side.BUY, Micros.parse("0.5"), 200));
    assertThat(desk.order(two, market, Side.BUY, 401, "0.5")).isNull();
  }

  @Test
  void anEnormousOrderIsRefusedNotComputed() {
    final int market = desk.list(Listings.index(1, FREE));
    final int alice = desk.open(1_000, 1, "100");
    assertThat(desk.order(alice, market, Side.BUY, Long.MAX_VALUE, "99"))
        .isEqualTo(RejectReason.POSITION_LIMIT_EXCEEDED);
  }

  @Test
  void aLeveragedAccountStopsBelowEightyPercentUsage() {
    final int market = desk.list(Listings.index(1, FREE));
    final int maker = desk.open(1_000, 10, "1000");

    // 79 lots: 79 × 100 ÷ 10 = 790.
    assertThat(desk.order(maker, market, Side.BUY, 79, "50")).isNull();
    assertThat(desk.available(maker)).isEqualTo("210.00");
    assertThat(desk.order(maker, market, Side.BUY, 1, "50"))
        .isEqualTo(RejectReason.MARGIN_USAGE_TOO_HIGH);
    assertThat(desk.order(maker, market, Side.BUY, 30, "50"))
        .isEqualTo(RejectReason.INSUFFICIENT_BALANCE);
    assertThat(desk.order(maker, market, Side.SELL, 79, "50")).isNull();
  }

  @Test
  void leverageFallsOverTheLastDayOfWhatCanJump() {
    final int binary = desk.list(Listings.binary(1, FREE));
    final int index = desk.list(Listings.index(2, FREE));
    final int maker = desk.open(1_000, 10, "10000");
    final int other = desk.open(1_001, 1, "1000000");
    desk.trade(maker, other, binary, 1_100, "0.5");
    desk.trade(maker, other, index, 10, "50");

    assertThat(marginAt(maker, Duration.ofHours(24))).isEqualTo("210.00");
    // L = 5.5: 1,100 ÷ 5.5 = 200, and the index as before.
    assertThat(marginAt(maker, Duration.ofHours(12))).isEqualTo("300.00");
    // L = 1: the worst case, 550.
    assertThat(marginAt(maker, Duration.ZERO)).isEqualTo("650.00");
  }

  private String marginAt(int account, Duration beforeExpiry) {
    desk.timeNanos = Listings.EXPIRY - beforeExpiry.toNanos();
    desk.run(() -> {});
    return desk.margin(account);
  }

  @Test
  void leverageIsLoweredOnlyIfEquityCoversIt() {
    final int market = desk.list(Listings.index(1, FREE));
    final int maker = desk.open(1_000, 10, "1000");
    desk.order(maker, market, Side.BUY, 50, "50");

    assertThat(desk.step(() -> desk.house.setLeverage(1_000, 1)))
        .isEqualTo(RejectReason.INSUFFICIENT_BALANCE);
    assertThat(desk.step(() -> desk.house.setLeverage(1_000, 11)))
        .isEqualTo(RejectReason.INVALID_LEVERAGE);
    assertThat(desk.step(() -> desk.house.setLeverage(1_000, 5))).isNull();
    assertThat(desk.margin(maker)).isEqualTo("1000.00");
  }

  @Test
  void withdrawalsAreReservedThenLeaveOrStayOncePerReference() {
    final int alice = desk.open(1_000, 1, "100");
    assertThat(desk.step(() -> desk.house.reserveWithdrawal(1_000, 60_000_000, "w1"))).isNull();
    assertThat(desk.available(alice)).isEqualTo("40.00");
    assertThat(desk.cash(alice)).isEqualTo("100.00");
    desk.step(() -> desk.house.reserveWithdrawal(1_000, 60_000_000, "w1"));
    assertThat(desk.events).containsExactly(new Event.NothingToDo());
    assertThat(desk.step(() -> desk.house.reserveWithdrawal(1_000, 50_000_000, "w1")))
        .isEqualTo(RejectReason.REFERENCE_USED);
    assertThat(desk.step(() -> desk.house.reserveWithdrawal(1_000, 50_000_000, "w2")))
        .isEqualTo(RejectReason.INSUFFICIENT_BALANCE);

    desk.step(() -> desk.house.confirmWithdrawal("w1"));
    assertThat(desk.events)
        .containsExactly(
            new Event.CashMoved(
                1_000, CashReason.WITHDRAWAL, -60_000_000, 0, 0, 0, "w1", 40_000_000),
            new Event.WithdrawalConfirmed(1_000, 60_000_000, "w1"),
            new Event.AccountUpdated(1_000, 40_000_000, 40_000_000, 0, 40_000_000, 0));
    assertThat(desk.step(() -> desk.house.releaseWithdrawal("w1")))
        .isEqualTo(RejectReason.WITHDRAWAL_CLOSED);
    assertThat(desk.step(() -> desk.house.releaseWithdrawal("w9")))
        .isEqualTo(RejectReason.WITHDRAWAL_NOT_FOUND);

    desk.step(() -> desk.house.reserveWithdrawal(1_000, 40_000_000, "w3"));
    desk.step(() -> desk.house.releaseWithdrawal("w3"));
    assertThat(desk.available(alice)).isEqualTo("40.00");
  }

  @Test
  void aDepositCountsOnce() {
    final int alice = desk.open(1_000, 1, "0");
    assertThat(desk.step(() -> desk.house.deposit(1_000, 5, "d"))).isNull();
    assertThat(desk.step(() -> desk.house.deposit(1_000, 5, "d"))).isNull();
    assertThat(desk.events).containsExactly(new Event.NothingToDo());
    assertThat(desk.step(() -> desk.house.deposit(1_000, 6, "d")))
        .isEqualTo(RejectReason.REFERENCE_USED);
    assertThat(desk.step(() -> desk.house.deposit(1_000, 0, "e")))
        .isEqualTo(RejectReason.INVALID_AMOUNT);
    assertThat(desk.step(() -> desk.house.deposit(1_000, Long.MAX_VALUE, "e")))
        .isEqualTo(RejectReason.INVALID_AMOUNT);
    assertThat(desk.step(() -> desk.house.deposit(4_711, 5, "e")))
        .isEqualTo(RejectReason.UNKNOWN_ACCOUNT);
    assertThat(desk.house.cashMicros(alice)).isEqualTo(5);
  }

  @Test
  void accountsOpenOnce() {
    desk.open(1_000, 1, "0");
    assertThat(desk.step(() -> desk.house.openAccount(1_000, 1_000, AccountKind.CLIENT, 1)))
        .isNull();
    assertThat(desk.events).containsExactly(new Event.NothingToDo());
    assertThat(desk.step(() -> desk.house.openAccount(1_000, 1_000, AccountKind.CLIENT, 2)))
        .isEqualTo(RejectReason.ACCOUNT_EXISTS);
    assertThat(desk.step(() -> desk.house.openAccount(1_001, 1_000, AccountKind.CLIENT, 0)))
        .isEqualTo(RejectReason.INVALID_LEVERAGE);
    assertThat(desk.house.account(1_001)).isEqualTo(-1);
    assertThat(desk.house.account(SystemAccounts.INSURANCE_FUND)).isEqualTo(1);
  }

  @Test
  void bondsGoIntoEscrowAndBackOrToTheFund() {
    final int alice = desk.open(1_000, 1, "300");
    final int fund = desk.house.account(SystemAccounts.INSURANCE_FUND);
    assertThat(desk.step(() -> desk.house.postBond(alice, 1, 250_000_000, 9))).isNull();
    assertThat(desk.cash(alice)).isEqualTo("50.00");
    assertThat(desk.step(() -> desk.house.postBond(alice, 1, 250_000_000, 10)))
        .isEqualTo(RejectReason.INSUFFICIENT_BALANCE);
    desk.run(() -> desk.house.returnBond(alice, 1, 250_000_000, 9));
    assertThat(desk.cash(alice)).isEqualTo("300.00");
    desk.step(() -> desk.house.postBond(alice, 1, 250_000_000, 10));
    desk.run(() -> desk.house.forfeitBond(1, 250_000_000, 10));
    assertThat(desk.cash(fund)).isEqualTo("250.00");
  }

  @Test
  void aFillTellsFeePositionsAndAccountsOnceEach() {
    final int market = desk.list(Listings.binary(1, SEVEN_PERCENT));
    final int alice = desk.open(1_000, 1, "100");
    final int bob = desk.open(1_001, 1, "100");
    desk.trade(alice, bob, market, 100, "0.5");

    assertThat(desk.events)
        .containsExactly(
            new Event.CashMoved(1_001, CashReason.FEE, -437_500, 1, 100, 500_000, "1", 99_562_500),
            new Event.CashMoved(
                1_000, CashReason.FEE, -1_750_000, 1, 100, 500_000, "1", 98_250_000),
            new Event.CashMoved(
                SystemAccounts.HOUSE, CashReason.FEE, 2_187_500, 1, 0, 0, "", 2_187_500),
            new Event.PositionUpdated(1_001, 1, -100, -50_000_000, -50_000_000, 0),
            new Event.PositionUpdated(1_000, 1, 100, 50_000_000, 50_000_000, 0),
            new Event.AccountUpdated(1_000, 98_250_000, 98_250_000, 50_000_000, 48_250_000, 0),
            new Event.AccountUpdated(1_001, 99_562_500, 99_562_500, 50_000_000, 49_562_500, 0),
            new Event.AccountUpdated(SystemAccounts.HOUSE, 2_187_500, 2_187_500, 0, 2_187_500, 0));
  }

  @Test
  void costOfAPartClosedIsItsShareRoundedHalfToEven() {
    final int market = desk.list(Listings.binary(1, FREE));
    final int alice = desk.open(1_000, 1, "100");
    final int bob = desk.open(1_001, 1, "100");
    desk.trade(alice, bob, market, 1, "0.400001");
    desk.trade(alice, bob, market, 1, "0.4");
    desk.trade(bob, alice, market, 1, "0.7");
    assertThat(desk.events).contains(new Event.PositionUpdated(1_000, 1, 1, 400_001, 100_001, 0));
    desk.trade(bob, alice, market, 3, "0.6");
    assertThat(desk.events)
        .contains(new Event.PositionUpdated(1_000, 1, -2, -1_200_000, -1_699_999, 0));
  }

  @Test
  void profitThatCanStillVoidGivesNoCredit() {
    final int condition = desk.list(Listings.binary(1, FREE));
    desk.list(Listings.index(2, FREE));
    desk.list(Listings.index(3, FREE));
    final int spread = desk.list(Listings.spread(4, 1, 2, 3, FREE));
    final int alice = desk.open(1_000, 1, "1000");
    final int bob = desk.open(1_001, 1, "5000");
    desk.trade(alice, bob, spread, 10, "-50");
    assertThat(desk.available(alice)).isEqualTo("500.00");
    desk.run(() -> desk.house.mark(spread, Micros.parse("30")));
    desk.run(desk.house::settleDaily);
    assertThat(desk.cash(alice)).isEqualTo("1800.00");
    assertThat(desk.available(alice)).isEqualTo("500.00");
    desk.trade(bob, alice, spread, 10, "30");
    assertThat(desk.available(alice)).isEqualTo("1000.00");
    assertThat(desk.step(() -> desk.house.reserveWithdrawal(1_000, 1_000_000_001, "w")))
        .isEqualTo(RejectReason.INSUFFICIENT_BALANCE);

    desk.run(() -> desk.house.voidMarket(spread));
    assertThat(desk.cash(alice)).isEqualTo("1000.00");
    assertThat(desk.available(alice)).isEqualTo("1000.00");
    assertThat(desk.cash(bob)).isEqualTo("5000.00");
    assertThat(condition).isZero();
  }

  @Test
  void withLeverageNoProfitMayLeaveBeforeItIsFinalAndALossFreesNone() {
    final int won = desk.list(Listings.index(1, FREE));
    final int lost = desk.list(Listings.index(2, FREE));
    final int alice = desk.open(1_000, 10, "1000");
    final int bob = desk.open(1_001, 1, "5000");
    desk.trade(alice, bob, won, 10, "50");
    desk.run(() -> desk.house.mark(won, Micros.parse("60")));
    assertThat(desk.available(alice)).isEqualTo("1000.00");
    assertThat(desk.house.withdrawableMicros(alice)).isEqualTo(Micros.parse("900"));
    desk.run(desk.house::settleDaily);
    assertThat(desk.cash(alice)).isEqualTo("1100.00");
    assertThat(desk.house.withdrawableMicros(alice)).isEqualTo(Micros.parse("900"));
    desk.trade(bob, alice, won, 10, "60");
    desk.trade(alice, bob, lost, 10, "50");
    desk.trade(bob, alice, lost, 10, "47");

    assertThat(desk.available(alice)).isEqualTo("1070.00");
    assertThat(desk.house.withdrawableMicros(alice)).isEqualTo(Micros.parse("970"));
    final Command.DefaultFund contribution =
        new Command.DefaultFund.PayContribution(1_000, Micros.parse("970.000001"), "c");
    assertThat(desk.step(() -> desk.house.change(contribution)))
        .isEqualTo(RejectReason.INSUFFICIENT_BALANCE);
    assertThat(desk.house.availableMicros()).isEqualTo(Micros.parse("970"));
    desk.restart();
    assertThat(desk.house.withdrawableMicros(alice)).isEqualTo(Micros.parse("970"));

    desk.run(() -> desk.house.settle(won, Micros.parse("60")));
    assertThat(desk.house.withdrawableMicros(alice)).isEqualTo(Micros.parse("1070"));
  }

  @Test
  void contractsThatDoNotFitAreNotListable() {
    desk.list(Listings.binary(1, FREE));
    desk.list(Listings.index(2, FREE));
    final Contract.PutOrCall call = Contract.PutOrCall.CALL;
    assertThat(desk.house.isListable(Listings.binary(1, FREE))).isFalse();
    assertThat(desk.house.isListable(Listings.option(3, 1, call, "40", FREE))).isFalse();
    assertThat(desk.house.isListable(Listings.option(3, 9, call, "40", FREE))).isFalse();
    assertThat(desk.house.isListable(Listings.option(3, 2, call, "40", SEVEN_PERCENT))).isFalse();
    assertThat(desk.house.isListable(Listings.spread(3, 1, 2, 2, FREE))).isFalse();
    assertThat(desk.house.isListable(Listings.option(3, 2, call, "40", FREE))).isTrue();
    assertThat(desk.house.isListable(Listings.of(3, new Contract.Index(), FREE, 0, Long.MAX_VALUE)))
        .isFalse();
  }

  @Test
  void moreLotsThanReservedIsABug() {
    final int market = desk.list(Listings.binary(1, FREE));
    final int alice = desk.open(1_000, 1, "100");
    desk.order(alice, market, Side.BUY, 10, "0.5");
    assertThatThrownBy(() ->
            desk.run(() ->
                desk.house.fill(
                    alice, market, Side.BUY, 500_000, 500_000, 11, new FeeMeter(), true, 1)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void theFundTakesALosersPositionOverAtItsBankruptcyPrice() {
    final int market = desk.list(Listings.index(1, FREE));
    final int maker = desk.open(1_000, 10, "1000");
    final int other = desk.open(1_001, 1, "100000");
    desk.step(() -> desk.house.deposit(SystemAccounts.INSURANCE_FUND, 100_000_000, "seed"));
    final int fund = desk.house.account(SystemAccounts.INSURANCE_FUND);
    desk.trade(maker, other, market, 70, "50");
    assertThat(standing(maker)).isEqualTo(MarginStanding.REDUCE_ONLY);
    desk.run(() -> desk.house.mark(market, Micros.parse("48")));
    assertThat(standing(maker)).isEqualTo(MarginStanding.LIQUIDATION);
    assertThat(standing(other)).isEqualTo(MarginStanding.SAFE);
    desk.run(() -> desk.house.mark(market, Micros.parse("35")));

    final Liquidation liquidation = new Liquidation(0);
    final AccountFigures figures = desk.house.takeovers().figures(maker);
    assertThat(figures.equityMicros()).isEqualTo(Micros.parse("-50"));
    final LiquidationAction action = liquidation.next(figures, 0, _ -> Liquidation.Phase.OPEN);
    // 50 ÷ 70 above the mark, rounded up: 35.714286.
    assertThat(action).isEqualTo(new LiquidationAction.TakeOver(market, 70, 35_714_286));
    desk.run(() -> desk.house.takeovers().takeOver(maker, market, 35_714_286));

    assertThat(desk.house.equityMicros(maker)).isEqualTo(20);
    assertThat(desk.equity(fund)).isEqualTo("49.99998");
    assertThat(desk.house.positionLots(fund, market)).isEqualTo(70);
    assertThat(
            liquidation.next(desk.house.takeovers().figures(maker), 0, _ -> Liquidation.Phase.OPEN))
        .isEqualTo(new LiquidationAction.Finish());
    desk.run(() -> desk.house.settle(market, Micros.parse("30")));
    assertThat(desk.cash(fund)).isEqualTo("-300.00002");
    desk.run(() -> desk.house.takeovers().cover(fund, desk.house.account(1), 300_000_020));
    assertThat(desk.cash(fund)).isEqualTo("0.00");
  }

  private MarginStanding standing(int account) {
    return desk.house.takeovers().figures(account).standing();
  }
}
