package com.ballastmarkets.clearing.portfolio;

import com.ballastmarkets.clearing.product.ClearedMarket;
import com.ballastmarkets.clearing.product.Underlying;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One account's positions and open orders on one underlying, as what they bring in each outcome: Σ
 * (lots × payoff − open value), and for each open order what filling it would lose there, fee
 * included, if it would lose. The order's owner does not choose what fills, so in each outcome the
 * losing orders fill and the others do not.
 *
 * <p>A voidable underlying has one outcome more, the last: void brings −(all variation ever paid),
 * and a fee for every order that fills before.
 *
 * <p>Example: 100 lots of a binary bought at 0.60 and an offer of 100 at 0.70: −60 at 0, and at 1:
 * 40 − 30 = 10. The worst is −60.
 */
public final class Exposure {
  private final Account account;
  private final Underlying underlying;
  private final List<Position> positions = new ArrayList<>(1);
  private long[] outcomes;
  private long worst;

  Exposure(Account account, Underlying underlying) {
    this.account = account;
    this.underlying = underlying;
    this.outcomes = new long[underlying.outcomeCount()];
  }

  public Account account() {
    return account;
  }

  public Underlying underlying() {
    return underlying;
  }

  public List<Position> positions() {
    return positions;
  }

  /** What it brings in the worst outcome, in U. */
  public long worstMicros() {
    return worst;
  }

  /** What it brings in an outcome: the underlying's points in order, then void if that can be. */
  public long outcomeMicros(int outcome) {
    return outcomes[outcome];
  }

  /** How many outcomes it keeps. */
  public int outcomeCount() {
    return outcomes.length;
  }

  /** What it could still be worth above {@link #worstMicros}: Σ lots × mark − open value. */
  public long unrealisedMicros(long[] marks) {
    long sum = 0;
    for (Position position : positions) {
      sum = Math.addExact(sum, position.unrealisedMicros(marks[position.market().handle()]));
    }
    return sum;
  }

  /** Adds lots of an open order (takes them off, if negative). */
  void order(ClearedMarket market, int sign, long priceMicros, long feePerLot, long lots) {
    final long[] payoffs = market.payoffs();
    for (int k = 0; k < payoffs.length; k++) {
      final long gain = sign * (payoffs[k] - priceMicros) - feePerLot;
      if (gain < 0) {
        outcomes[k] = Math.addExact(outcomes[k], Math.multiplyExact(gain, lots));
      }
    }
    if (underlying.voidable()) {
      final int last = outcomes.length - 1;
      outcomes[last] = Math.subtractExact(outcomes[last], Math.multiplyExact(feePerLot, lots));
    }
    update();
  }

  /** Adds signed lots at what they cost: a trade, or a position that leaves, negated. */
  void trade(ClearedMarket market, long signedLots, long valueMicros) {
    final long[] payoffs = market.payoffs();
    for (int k = 0; k < payoffs.length; k++) {
      final long gain = Math.subtractExact(Math.multiplyExact(signedLots, payoffs[k]), valueMicros);
      outcomes[k] = Math.addExact(outcomes[k], gain);
    }
    update();
  }

  /** Takes variation out that has become cash: less to come in every outcome, void too. */
  void paid(long amountMicros) {
    for (int k = 0; k < outcomes.length; k++) {
      outcomes[k] = Math.subtractExact(outcomes[k], amountMicros);
    }
    update();
  }

  /** Undoes what a position that leaves has been paid in the void outcome. */
  void forgetPaid(long paidMicros) {
    if (underlying.voidable()) {
      final int last = outcomes.length - 1;
      outcomes[last] = Math.addExact(outcomes[last], paidMicros);
      update();
    }
  }

  /** Makes room for an outcome that the underlying has got: the positions' part of it. */
  public void extend() {
    final int k = outcomes.length;
    outcomes = Arrays.copyOf(outcomes, k + 1);
    for (Position position : positions) {
      final long value = Math.multiplyExact(position.lots(), position.market().payoffs()[k]);
      outcomes[k] =
          Math.addExact(outcomes[k], Math.subtractExact(value, position.openValueMicros()));
    }
    update();
  }

  /** Adds one open order's part to the last outcome only. */
  public void extendBy(
      ClearedMarket market, int sign, long priceMicros, long feePerLot, long lots) {
    final int k = outcomes.length - 1;
    final long gain = sign * (market.payoffs()[k] - priceMicros) - feePerLot;
    if (gain < 0) {
      outcomes[k] = Math.addExact(outcomes[k], Math.multiplyExact(gain, lots));
      update();
    }
  }

  /** Sets the outcomes as they were written. */
  public void restore(long[] saved) {
    outcomes = saved;
    update();
  }

  private void update() {
    long min = Long.MAX_VALUE;
    for (long outcome : outcomes) {
      min = Math.min(min, outcome);
    }
    account.guarantee(min - worst);
    worst = min;
  }
}
