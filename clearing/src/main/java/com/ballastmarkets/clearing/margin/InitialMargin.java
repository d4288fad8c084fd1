package com.ballastmarkets.clearing.margin;

import com.ballastmarkets.clearing.portfolio.Account;
import com.ballastmarkets.clearing.portfolio.Exposure;
import com.ballastmarkets.clearing.portfolio.MarginRow;
import com.ballastmarkets.clearing.portfolio.Position;
import com.ballastmarkets.clearing.product.Markets;
import com.ballastmarkets.clearing.product.Underlying;
import com.ballastmarkets.domain.event.RejectReason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The margin formulas, over an account's exposures and the marks of this moment. */
public final class InitialMargin {
  private final Markets markets;

  public InitialMargin(Markets markets) {
    this.markets = markets;
  }

  public long equityMicros(Account account) {
    return account.equityMicros(markets.marks());
  }

  /**
   * What orders may still use. For L = 1 it is what is left in the worst outcomes, to the micro and
   * without a mark. Below zero if the account owes more than it has.
   */
  public long freeMicros(Account account, long timeNanos) {
    return account.leverage() == 1
        ? guaranteedMicros(account)
        : leveragedFreeMicros(account, equityMicros(account), timeNanos);
  }

  private static long guaranteedMicros(Account account) {
    final long settled = Math.subtractExact(account.cashMicros(), account.reservedMicros());
    return Math.addExact(settled, account.guaranteedMicros());
  }

  private long leveragedFreeMicros(Account account, long equityMicros, long timeNanos) {
    final long equity = Math.subtractExact(equityMicros, account.reservedMicros());
    return Math.subtractExact(equity, marginMicros(account, timeNanos));
  }

  /**
   * What may be used: as {@link #freeMicros}, and never more than equity. Only options whose marks
   * contradict each other can make the two differ.
   */
  public long availableMicros(Account account, long timeNanos) {
    return availableMicros(account, equityMicros(account), timeNanos);
  }

  /** As above, for who knows the equity already: it is a sum over all positions. */
  public long availableMicros(Account account, long equityMicros, long timeNanos) {
    final long free =
        account.leverage() == 1
            ? guaranteedMicros(account)
            : leveragedFreeMicros(account, equityMicros, timeNanos);
    return Math.min(Math.subtractExact(equityMicros, account.reservedMicros()), free);
  }

  /**
   * The profit that a void could still take back and no margin holds: contracts that are void by
   * their own terms are not in it, because in their margin it is. For L = 1 it is what is secured
   * whatever the settlement value, without a mark; with leverage, where margin is less than what
   * can be lost, all profit at the marks. Each contract counts alone: losses in one do not free
   * profit of another.
   */
  public long withheldMicros(Account account) {
    if (account.leverage() == 1) {
      return account.securedMicros();
    }
    final List<Exposure> exposures = account.exposures();
    long sum = 0;
    for (int i = 0; i < exposures.size(); i++) {
      final Exposure exposure = exposures.get(i);
      if (!exposure.underlying().voidable()) {
        for (Position position = exposure.first(); position != null; position = position.next()) {
          sum = Math.addExact(sum, Math.max(0, profitSoFarMicros(position)));
        }
      }
    }
    return sum;
  }

  /** What may leave the venue: what is available, but for {@link #withheldMicros}. */
  public long withdrawableMicros(Account account, long timeNanos) {
    final long available = availableMicros(account, timeNanos);
    return Math.max(0, Math.subtractExact(available, withheldMicros(account)));
  }

  /**
   * Whether an account can give an amount away: no more than this room, and a leveraged account
   * stays below the usage that ends in liquidation.
   *
   * @param roomMicros what is available, or withdrawable
   * @return null if it can
   */
  public @Nullable RejectReason affords(
      Account account, long amountMicros, long roomMicros, long timeNanos) {
    if (amountMicros > roomMicros) {
      return RejectReason.INSUFFICIENT_BALANCE;
    }
    if (account.leverage() == 1) {
      return null;
    }
    final long equity = Math.subtractExact(equityMicros(account), account.reservedMicros());
    final long after = Math.subtractExact(equity, amountMicros);
    return worstCaseLossMicros(account) <= after
            || marginMicros(account, timeNanos) < after / 100 * Reservation.USAGE_LIMIT_PERCENT
        ? null
        : RejectReason.MARGIN_USAGE_TOO_HIGH;
  }

  /** Margin of positions and open orders: Σ over underlyings. */
  public long marginMicros(Account account, long timeNanos) {
    final int count = account.exposures().size();
    final MarginRow known = account.margins();
    long sum = 0;
    for (int i = 0; i < count; i++) {
      final long margin =
          known.holds(i, markets.marks(), timeNanos)
              ? known.marginMicros(i)
              : remember(account, i, timeNanos);
      sum = Math.addExact(sum, margin);
    }
    return sum;
  }

  /** An exposure with positions in several markets is computed each time. */
  private long remember(Account account, int index, long timeNanos) {
    final Exposure exposure = account.exposures().get(index);
    final long margin = marginMicros(exposure, timeNanos);
    final Position only = exposure.first();
    if (account.leverage() > 1 && only != null && only.next() == null) {
      final Underlying underlying = exposure.underlying();
      final int market = only.market().handle();
      final long until = underlying.jumps() ? LeverageRamp.beginNanos(underlying) : Long.MAX_VALUE;
      account.margins().put(index, market, markets.marks()[market], until, margin);
    }
    return margin;
  }

  /** Σ over underlyings of the worst-case loss from the marks, open orders included. */
  public long worstCaseLossMicros(Account account) {
    final List<Exposure> exposures = account.exposures();
    long sum = 0;
    for (int i = 0; i < exposures.size(); i++) {
      sum = Math.addExact(sum, worstCaseLossMicros(exposures.get(i)));
    }
    return sum;
  }

  /** The most that an exposure can still lose from the marks. */
  public long worstCaseLossMicros(Exposure exposure) {
    final long unrealised = exposure.unrealisedMicros(markets.marks());
    return Math.max(0, Math.subtractExact(unrealised, exposure.worstMicros()));
  }

  /** min(worst-case loss, leveraged face); for L = 1 the worst-case loss. */
  public long marginMicros(Exposure exposure, long timeNanos) {
    final long loss = worstCaseLossMicros(exposure);
    if (exposure.account().leverage() == 1) {
      return loss;
    }
    return Math.min(loss, leveragedMicros(exposure, timeNanos));
  }

  /**
   * Σ face × |net lots, open orders at the worse side| ÷ L, rounded up, plus what the open orders
   * would lose against the mark by filling, and their fees. Of an exposure that can go void, all
   * profit so far is added: it gives no credit. For L = 1 the worst-case loss.
   */
  public long leveragedMicros(Exposure exposure, long timeNanos) {
    final int leverage = exposure.account().leverage();
    if (leverage == 1) {
      return worstCaseLossMicros(exposure);
    }
    long face = 0;
    long orders = 0;
    for (Position position = exposure.first(); position != null; position = position.next()) {
      final long mark = markets.marks()[position.market().handle()];
      face = Math.addExact(face, faceMicros(position));
      orders = Math.addExact(orders, orderLossMicros(position, mark));
    }
    final long margin = LeverageRamp.marginOf(face, leverage, exposure.underlying(), timeNanos);
    final long noCredit =
        exposure.underlying().voidable() ? Math.max(0, profitSoFarMicros(exposure)) : 0;
    return Math.addExact(Math.addExact(margin, orders), noCredit);
  }

  /** The worst-case loss of an exposure's positions alone, as if no order were open. */
  public long positionsLossMicros(Exposure exposure) {
    final int points = exposure.underlying().outcomes().length;
    long worst = exposure.underlying().voidable() ? profitSoFarMicros(exposure) : 0;
    for (int k = 0; k < points; k++) {
      long loss = 0;
      for (Position position = exposure.first(); position != null; position = position.next()) {
        final long mark = markets.marks()[position.market().handle()];
        final long perLot = mark - position.market().payoffs()[k];
        loss = Math.addExact(loss, Math.multiplyExact(position.lots(), perLot));
      }
      worst = Math.max(worst, loss);
    }
    return Math.max(0, worst);
  }

  /** The margin of an exposure's positions alone, as if no order were open. */
  public long positionsMarginMicros(Exposure exposure, long timeNanos) {
    final long loss = positionsLossMicros(exposure);
    final int leverage = exposure.account().leverage();
    if (leverage == 1) {
      return loss;
    }
    return Math.min(loss, positionsFaceMicros(exposure, timeNanos));
  }

  /** The leveraged part of it: face ÷ leverage, and no credit for profit that can be taken back. */
  public long positionsFaceMicros(Exposure exposure, long timeNanos) {
    final int leverage = exposure.account().leverage();
    long face = 0;
    for (Position position = exposure.first(); position != null; position = position.next()) {
      face =
          Math.addExact(
              face, Math.multiplyExact(position.market().faceMicros(), Math.abs(position.lots())));
    }
    final long margin = LeverageRamp.marginOf(face, leverage, exposure.underlying(), timeNanos);
    final long noCredit =
        exposure.underlying().voidable() ? Math.max(0, profitSoFarMicros(exposure)) : 0;
    return Math.addExact(margin, noCredit);
  }

  private long profitSoFarMicros(Exposure exposure) {
    long profit = exposure.unrealisedMicros(markets.marks());
    for (Position position = exposure.first(); position != null; position = position.next()) {
      profit = Math.addExact(profit, position.paidMicros());
    }
    return profit;
  }

  private long profitSoFarMicros(Position position) {
    final long mark = markets.marks()[position.market().handle()];
    return Math.addExact(position.paidMicros(), position.unrealisedMicros(mark));
  }

  private static long faceMicros(Position position) {
    final long ifBought = Math.abs(Math.addExact(position.lots(), position.buyLots()));
    final long ifSold = Math.abs(Math.subtractExact(position.lots(), position.sellLots()));
    return Math.multiplyExact(position.market().faceMicros(), Math.max(ifBought, ifSold));
  }

  private static long orderLossMicros(Position position, long mark) {
    final long buys =
        Math.subtractExact(position.buyValueMicros(), Math.multiplyExact(position.buyLots(), mark));
    final long sells =
        Math.subtractExact(
            Math.multiplyExact(position.sellLots(), mark), position.sellValueMicros());
    return Math.addExact(
        position.orderFeesMicros(), Math.addExact(Math.max(0, buys), Math.max(0, sells)));
  }
}
