package com.ballastmarkets.clearing.portfolio;

import com.ballastmarkets.clearing.product.ClearedMarket;
import com.ballastmarkets.clearing.product.Underlying;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

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
  private static final int ENDS = 2;
  private static final long[] NONE = {};

  private final Account account;
  private final Underlying underlying;
  private @Nullable Position first;

  /** Its place among its account's. */
  int index;

  // The two ends are apart: with a single market on the underlying they are all there is.
  private long atLow;
  private long atHigh;
  private long[] others;
  private long worst;

  Exposure(Account account, Underlying underlying) {
    this.account = account;
    this.underlying = underlying;
    final int more = underlying.outcomeCount() - ENDS;
    this.others = more == 0 ? NONE : new long[more];
  }

  public Account account() {
    return account;
  }

  public Underlying underlying() {
    return underlying;
  }

  /** Its positions, newest first, linked by {@link Position#next}; null if there are none. */
  public @Nullable Position first() {
    return first;
  }

  void add(Position position) {
    position.next = first;
    first = position;
  }

  void remove(Position position) {
    if (first == position) {
      first = position.next;
      return;
    }
    for (Position before = first; before != null; before = before.next) {
      if (before.next == position) {
        before.next = position.next;
        return;
      }
    }
  }

  /** What it brings in the worst outcome, in U. */
  public long worstMicros() {
    return worst;
  }

  /** What it brings in an outcome: the underlying's points in order, then void if that can be. */
  public long outcomeMicros(int outcome) {
    return switch (outcome) {
      case 0 -> atLow;
      case 1 -> atHigh;
      default -> others[outcome - ENDS];
    };
  }

  /** How many outcomes it keeps. */
  public int outcomeCount() {
    return ENDS + others.length;
  }

  /** Σ lots × mark − open value. */
  public long unrealisedMicros(long[] marks) {
    long sum = 0;
    for (Position position = first; position != null; position = position.next) {
      sum = Math.addExact(sum, position.unrealisedMicros(marks[position.market().handle()]));
    }
    return sum;
  }

  /** Adds lots of an open order (takes them off, if negative). */
  void order(ClearedMarket market, int sign, long priceMicros, long feePerLot, long lots) {
    atLow = withOrder(atLow, sign * (market.payoffLow() - priceMicros) - feePerLot, lots);
    atHigh = withOrder(atHigh, sign * (market.payoffHigh() - priceMicros) - feePerLot, lots);
    if (others.length > 0) {
      final long[] payoffs = market.payoffs();
      for (int k = ENDS; k < payoffs.length; k++) {
        final long gain = sign * (payoffs[k] - priceMicros) - feePerLot;
        others[k - ENDS] = withOrder(others[k - ENDS], gain, lots);
      }
      if (underlying.voidable()) {
        others[others.length - 1] = withOrder(others[others.length - 1], -feePerLot, lots);
      }
    }
    update();
  }

  private static long withOrder(long outcome, long gainPerLot, long lots) {
    return gainPerLot < 0 ? Math.addExact(outcome, Math.multiplyExact(gainPerLot, lots)) : outcome;
  }

  /** Adds signed lots at what they cost: a trade, or a position that leaves, negated. */
  void trade(ClearedMarket market, long signedLots, long valueMicros) {
    atLow = withTrade(atLow, market.payoffLow(), signedLots, valueMicros);
    atHigh = withTrade(atHigh, market.payoffHigh(), signedLots, valueMicros);
    if (others.length > 0) {
      final long[] payoffs = market.payoffs();
      for (int k = ENDS; k < payoffs.length; k++) {
        others[k - ENDS] = withTrade(others[k - ENDS], payoffs[k], signedLots, valueMicros);
      }
    }
    update();
  }

  private static long withTrade(long outcome, long payoff, long signedLots, long valueMicros) {
    return Math.addExact(
        outcome, Math.subtractExact(Math.multiplyExact(signedLots, payoff), valueMicros));
  }

  /** Takes variation out that has become cash: less to come in every outcome, void too. */
  void paid(long amountMicros) {
    atLow = Math.subtractExact(atLow, amountMicros);
    atHigh = Math.subtractExact(atHigh, amountMicros);
    for (int i = 0; i < others.length; i++) {
      others[i] = Math.subtractExact(others[i], amountMicros);
    }
    update();
  }

  /** Undoes what a position that leaves has been paid, in the void outcome. */
  void forgetPaid(long paidMicros) {
    if (underlying.voidable()) {
      others[others.length - 1] = Math.addExact(others[others.length - 1], paidMicros);
      update();
    }
  }

  /** Makes room for an outcome that the underlying has got: the positions' part of it. */
  public void extend() {
    final int k = outcomeCount();
    others = Arrays.copyOf(others, others.length + 1);
    for (Position position = first; position != null; position = position.next) {
      others[k - ENDS] =
          withTrade(
              others[k - ENDS],
              position.market().payoffs()[k],
              position.lots(),
              position.openValueMicros());
    }
    update();
  }

  /** Adds one open order's part to the last outcome only. */
  public void extendBy(
      ClearedMarket market, int sign, long priceMicros, long feePerLot, long lots) {
    final int last = others.length - 1;
    final long gain = sign * (market.payoffs()[ENDS + last] - priceMicros) - feePerLot;
    others[last] = withOrder(others[last], gain, lots);
    update();
  }

  /** Sets the outcomes as they were written. */
  public void restore(long[] saved) {
    atLow = saved[0];
    atHigh = saved[1];
    others = saved.length == ENDS ? NONE : Arrays.copyOfRange(saved, ENDS, saved.length);
    update();
  }

  private void update() {
    long min = Math.min(atLow, atHigh);
    for (long outcome : others) {
      min = Math.min(min, outcome);
    }
    account.guarantee(min - worst);
    worst = min;
    if (account.leverage() > 1) {
      account.margins().forget(index);
    }
  }
}
