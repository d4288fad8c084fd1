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
    final long limit = position.market().limitLots();
    if (lots > limit || position.holding().reach(side, lots) > limit) {
      final long reach = lots > limit ? lots : position.holding().reach(side, lots);
      return refuse(RejectReason.POSITION_LIMIT_EXCEEDED, reach, limit);
    }
    return position.account().leverage() == 1
        ? reserveFully(position, side, priceMicros, lots, timeNanos)
        : reserveLeveraged(position, side, priceMicros, lots, timeNanos);
  }

  private @Nullable RejectReason reserveFully(
      Position position, Side side, long priceMicros, long lots, long timeNanos) {
    final Account account = position.account();
    final long before = account.guaranteedMicros();
    position.order(side, priceMicros, lots);
    final long needed = Math.subtractExact(before, account.guaranteedMicros());
    if (needed > 0) {
      final long left = margin.freeMicros(account, timeNanos);
      if (left < 0) {
        position.order(side, priceMicros, -lots);
        return refuse(RejectReason.INSUFFICIENT_BALANCE, needed, Math.addExact(left, needed));
      }
    }
    return null;
  }

  private @Nullable RejectReason reserveLeveraged(
      Position position, Side side, long priceMicros, long lots, long timeNanos) {
    final Account account = position.account();
    final long before = margin.marginMicros(account, timeNanos);
    final long equity = Math.subtractExact(margin.equityMicros(account), account.reservedMicros());
    position.order(side, priceMicros, lots);
    final long after =
        Math.addExact(
            margin.marginMicros(account, timeNanos),
            hiddenLossMicros(position, side, priceMicros, lots));
    if (after <= before || margin.worstCaseLossMicros(account) <= equity) {
      return null;
    }
    if (after > equity) {
      position.order(side, priceMicros, -lots);
      return refuse(
          RejectReason.INSUFFICIENT_BALANCE, after - before, Math.subtractExact(equity, before));
    }
    final long usable = equity / 100 * USAGE_LIMIT_PERCENT;
    if (after >= usable) {
      position.order(side, priceMicros, -lots);
      return refuse(RejectReason.MARGIN_USAGE_TOO_HIGH, after, usable);
    }
    return null;
  }

  /**
   * What this order alone would lose against the mark beyond what the side's orders lose together:
   * far better priced orders beside it do not make up for its own loss, since it may fill first.
   */
  private long hiddenLossMicros(Position position, Side side, long priceMicros, long lots) {
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
