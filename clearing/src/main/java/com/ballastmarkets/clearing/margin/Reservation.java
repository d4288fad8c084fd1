package com.ballastmarkets.clearing.margin;

import com.ballastmarkets.clearing.portfolio.Account;
import com.ballastmarkets.clearing.portfolio.Position;
import com.ballastmarkets.clearing.product.Markets;
import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.domain.order.Side;
import org.jspecify.annotations.Nullable;

/**
 * Tests an order before it can match, and reserves it. In order: the participant's position limit,
 * then what the account has, then (leveraged accounts that could lose more than they have) the 80 %
 * rule. An order after which the account ties up no more than before passes the tests of money.
 */
public final class Reservation {
  /** No order may take a leveraged account's margin to this share of its equity or above. */
  public static final long USAGE_LIMIT_PERCENT = 80;

  private final Markets markets;
  private final InitialMargin margin;
  private long required;
  private long available;

  public Reservation(Markets markets, InitialMargin margin) {
    this.markets = markets;
    this.margin = margin;
  }

  /** After a refusal: what the order needed, in U, or for a position limit the lots it reached. */
  public long required() {
    return required;
  }

  /** After a refusal: what there was, in U, or for a position limit the limit in lots. */
  public long available() {
    return available;
  }

  /** Says the figures of a refusal decided elsewhere. */
  public RejectReason refuse(RejectReason reason, long requiredFigure, long availableFigure) {
    required = requiredFigure;
    available = availableFigure;
    return reason;
  }

  /** Reserves the order, or changes nothing and says why. */
  public @Nullable RejectReason reserve(
      Position position, Side side, long priceMicros, long lots, long timeNanos) {
    final RejectReason bar = bar(position, side, lots);
    if (bar != null) {
      return refuse(bar, lots, 0);
    }
    final long limit = position.limitLots();
    if (lots > limit || position.reach(side, lots) > limit) {
      final long reach = lots > limit ? lots : position.reach(side, lots);
      return refuse(RejectReason.POSITION_LIMIT_EXCEEDED, reach, limit);
    }
    final long before = tiedUpMicros(position, timeNanos);
    position.order(side, priceMicros, lots);
    final RejectReason reason = judge(position, side, priceMicros, lots, before, timeNanos);
    if (reason != null) {
      position.order(side, priceMicros, -lots);
    }
    return reason;
  }

  /** Reserves an order with other terms in the old one's place, or leaves that as it was. */
  public @Nullable RejectReason replace(
      Position position,
      Side side,
      long oldPriceMicros,
      long oldLots,
      long newPriceMicros,
      long newLots,
      long timeNanos) {
    final RejectReason bar = bar(position, side, newLots - oldLots);
    if (bar != null && (newLots > oldLots || newPriceMicros != oldPriceMicros)) {
      return refuse(bar, newLots, 0);
    }
    final long limit = position.limitLots();
    if (newLots > oldLots && (newLots > limit || position.reach(side, newLots - oldLots) > limit)) {
      final long reach = newLots > limit ? newLots : position.reach(side, newLots - oldLots);
      return refuse(RejectReason.POSITION_LIMIT_EXCEEDED, reach, limit);
    }
    final long before = tiedUpMicros(position, timeNanos);
    position.order(side, oldPriceMicros, -oldLots);
    position.order(side, newPriceMicros, newLots);
    final RejectReason reason = judge(position, side, newPriceMicros, newLots, before, timeNanos);
    if (reason != null) {
      position.order(side, newPriceMicros, -newLots);
      position.order(side, oldPriceMicros, oldLots);
    }
    return reason;
  }

  /** Whether the account's standing forbids to have so many lots more open on a side. */
  public static @Nullable RejectReason bar(Position position, Side side, long moreLots) {
    return switch (position.account().standing()) {
      case SAFE, NOTICE -> null;
      case REDUCE_ONLY -> {
        final long open = side == Side.BUY ? position.buyLots() : position.sellLots();
        final long after = Math.addExact(side.sign() * position.lots() + open, moreLots);
        yield after <= 0 ? null : RejectReason.ACCOUNT_REDUCE_ONLY;
      }
      case LIQUIDATION -> RejectReason.ACCOUNT_IN_LIQUIDATION;
    };
  }

  /** For L = 1 counted from the worst outcomes, without marks: only differences mean anything. */
  public long tiedUpMicros(Account account, long timeNanos) {
    return account.leverage() == 1
        ? -account.guaranteedMicros()
        : margin.marginMicros(account, timeNanos);
  }

  /** As above, by the order's underlying alone: the account's others do not change with it. */
  private long tiedUpMicros(Position position, long timeNanos) {
    return position.account().leverage() == 1
        ? -position.account().guaranteedMicros()
        : margin.marginMicros(position.exposure(), timeNanos);
  }

  /** Whether the account can bear the order that has just been added to what was tied up before. */
  private @Nullable RejectReason judge(
      Position position, Side side, long priceMicros, long lots, long before, long timeNanos) {
    final long more = Math.subtractExact(tiedUpMicros(position, timeNanos), before);
    return position.account().leverage() == 1
        ? judgeFully(position.account(), more, timeNanos)
        : judgeLeveraged(
            position.account(),
            hiddenLossMicros(position, side, priceMicros, lots),
            more,
            timeNanos);
  }

  /**
   * Whether the account can bear what has just been added, in however many markets, to what was
   * tied up before.
   *
   * @param hiddenMicros Σ {@link #hiddenLossMicros} of the orders added
   * @param before {@link #tiedUpMicros} before they were
   */
  public @Nullable RejectReason judge(
      Account account, long hiddenMicros, long before, long timeNanos) {
    final long more = Math.subtractExact(tiedUpMicros(account, timeNanos), before);
    return account.leverage() == 1
        ? judgeFully(account, more, timeNanos)
        : judgeLeveraged(account, hiddenMicros, more, timeNanos);
  }

  private @Nullable RejectReason judgeFully(Account account, long needed, long timeNanos) {
    if (needed <= 0) {
      return null;
    }
    final long left = margin.freeMicros(account, timeNanos);
    return left >= 0
        ? null
        : refuse(RejectReason.INSUFFICIENT_BALANCE, needed, Math.addExact(left, needed));
  }

  /** The worst-case loss is looked at last: mostly the margin, which is known, says enough. */
  private @Nullable RejectReason judgeLeveraged(
      Account account, long hiddenMicros, long more, long timeNanos) {
    final long needed = Math.addExact(more, hiddenMicros);
    if (needed <= 0) {
      return null;
    }
    final long equity = Math.subtractExact(margin.equityMicros(account), account.reservedMicros());
    final long after = Math.addExact(margin.marginMicros(account, timeNanos), hiddenMicros);
    final long usable = equity / 100 * USAGE_LIMIT_PERCENT;
    if ((equity > 0 && after < usable) || margin.worstCaseLossMicros(account) <= equity) {
      return null;
    }
    if (after > equity) {
      final long before = Math.subtractExact(after, needed);
      return refuse(RejectReason.INSUFFICIENT_BALANCE, needed, Math.subtractExact(equity, before));
    }
    return refuse(RejectReason.MARGIN_USAGE_TOO_HIGH, after, usable);
  }

  /**
   * What this order alone would lose against the mark beyond what the side's orders lose together:
   * far better priced orders beside it do not make up for its own loss, since it may fill first.
   */
  public long hiddenLossMicros(Position position, Side side, long priceMicros, long lots) {
    final long mark = markets.marks()[position.market().handle()];
    final long sideLots = side == Side.BUY ? position.buyLots() : position.sellLots();
    final long sideValue =
        side == Side.BUY ? position.buyValueMicros() : position.sellValueMicros();
    final long together =
        side.sign() * Math.subtractExact(sideValue, Math.multiplyExact(sideLots, mark));
    final long alone = side.sign() * Math.multiplyExact(lots, priceMicros - mark);
    return Math.max(0, alone - Math.max(0, together));
  }
}
