package com.ballastmarkets.clearing.portfolio;

import com.ballastmarkets.clearing.product.ClearedMarket;
import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.domain.state.StateInput;
import com.ballastmarkets.domain.state.StateOutput;
import org.jspecify.annotations.Nullable;

/**
 * One account's lots in one market, and its open orders there. See {@code PositionUpdated} for the
 * figures. It lives from the first order until the market is settled or void.
 */
public final class Position {
  /** The exposure's, at hand: reading both takes one wait for memory less. */
  private final Account account;

  private final Exposure exposure;
  private final ClearedMarket market;
  private long lots;
  private long costMicros;
  private long openValueMicros;
  private long paidMicros;
  private boolean traded;
  private long buyLots;
  private long buyValueMicros;
  private long sellLots;
  private long sellValueMicros;
  private long orderFeesMicros;
  private long securedMicros;

  /** The next on the same underlying, null after the last. */
  @Nullable Position next;

  /** The positions of the same firm in the same market, in a ring; mostly only this one. */
  Position sibling = this;

  private boolean watched;
  private long alarm;
  int heldIndex = -1;
  long touchedStep;

  Position(Exposure exposure, ClearedMarket market) {
    this.account = exposure.account();
    this.exposure = exposure;
    this.market = market;
  }

  public Account account() {
    return account;
  }

  public Exposure exposure() {
    return exposure;
  }

  public ClearedMarket market() {
    return market;
  }

  /** Whether it stands in the row of watched positions, see {@code MarginWatch}. */
  public boolean isWatched() {
    return watched;
  }

  public void watched(boolean now) {
    watched = now;
  }

  /** How far its market's mark may have travelled before its account is looked at again. */
  public long alarm() {
    return alarm;
  }

  public void alarm(long travelledMicros) {
    alarm = travelledMicros;
  }

  /** The next position of the account on the same underlying. */
  public @Nullable Position next() {
    return next;
  }

  /**
   * The firm's position in the market if all its open orders of this side and as many lots more
   * were filled, counted in the side's own direction: a long one for buys, a short one for sells.
   */
  public long reach(Side side, long moreLots) {
    long reach = moreLots;
    Position position = this;
    do {
      final long filled =
          switch (side) {
            case BUY -> Math.addExact(position.buyLots, position.lots);
            case SELL -> Math.subtractExact(position.sellLots, position.lots);
          };
      reach = Math.addExact(reach, filled);
      position = position.sibling;
    } while (position != this);
    return reach;
  }

  /** The most that the firm's {@link #reach} may be. */
  public long limitLots() {
    return market.limitLotsOf(account().participant().participantId());
  }

  /** Signed: long above zero. */
  public long lots() {
    return lots;
  }

  /** What the open lots cost at entry, for the average price only. */
  public long costMicros() {
    return costMicros;
  }

  /** Σ lots × price not yet settled in cash. */
  public long openValueMicros() {
    return openValueMicros;
  }

  /** All variation ever received. */
  public long paidMicros() {
    return paidMicros;
  }

  /**
   * The profit that the account has made here whatever value the contract settles at, all that was
   * paid included, and that only a void can take back: never negative. Zero if the contract can be
   * void by its own terms, because its void outcome holds the profit back.
   *
   * <p>Example: 100 lots of a binary bought at 0.60 and paid 30.00 at a mark of 0.90 secure
   * nothing: at 0 all of it is lost. 100 sold again at 0.90 secure 30.00.
   */
  public long securedMicros() {
    return securedMicros;
  }

  private void secure() {
    final long now =
        exposure.underlying().voidable()
            ? 0
            : Math.max(0, Math.addExact(paidMicros, worstMicros()));
    if (now != securedMicros) {
      account().secure(now - securedMicros);
      securedMicros = now;
    }
  }

  /** What the lots bring at the end of the contract's range that is worse for them. */
  private long worstMicros() {
    final long low = Math.min(market.payoffLow(), market.payoffHigh());
    final long high = Math.max(market.payoffLow(), market.payoffHigh());
    return Math.subtractExact(Math.multiplyExact(lots, lots > 0 ? low : high), openValueMicros);
  }

  /** Whether it ever had a fill. */
  public boolean traded() {
    return traded;
  }

  /** Lots of open buy orders. */
  public long buyLots() {
    return buyLots;
  }

  /** Σ lots × price of open buy orders. */
  public long buyValueMicros() {
    return buyValueMicros;
  }

  public long sellLots() {
    return sellLots;
  }

  public long sellValueMicros() {
    return sellValueMicros;
  }

  /** The most that the open orders can be charged. */
  public long orderFeesMicros() {
    return orderFeesMicros;
  }

  public long unrealisedMicros(long markMicros) {
    return Math.subtractExact(Math.multiplyExact(lots, markMicros), openValueMicros);
  }

  /** Reserves lots of an order (frees them, if negative). */
  public void order(Side side, long priceMicros, long deltaLots) {
    order(side, priceMicros, market.worstFeePerLot(priceMicros), deltaLots);
  }

  /**
   * Reserves lots of an order (frees them, if negative) whose fills cost at most this fee a lot.
   */
  public void order(Side side, long priceMicros, long feePerLot, long deltaLots) {
    final long value = Math.multiplyExact(deltaLots, priceMicros);
    switch (side) {
      case BUY -> {
        buyLots = atLeastZero(Math.addExact(buyLots, deltaLots));
        buyValueMicros = Math.addExact(buyValueMicros, value);
      }
      case SELL -> {
        sellLots = atLeastZero(Math.addExact(sellLots, deltaLots));
        sellValueMicros = Math.addExact(sellValueMicros, value);
      }
    }
    orderFeesMicros = Math.addExact(orderFeesMicros, Math.multiplyExact(feePerLot, deltaLots));
    exposure.order(market, side.sign(), priceMicros, feePerLot, deltaLots);
  }

  private static long atLeastZero(long lots) {
    if (lots < 0) {
      throw new IllegalStateException("more lots freed than were reserved");
    }
    return lots;
  }

  /** A fill of signed lots. */
  public void trade(long signedLots, long priceMicros) {
    final long value = Math.multiplyExact(signedLots, priceMicros);
    costMicros = costAfter(signedLots, priceMicros);
    lots = Math.addExact(lots, signedLots);
    openValueMicros = Math.addExact(openValueMicros, value);
    traded = true;
    account.openValue(value);
    account.hold(this);
    exposure.trade(market, signedLots, value);
    secure();
  }

  private long costAfter(long signedLots, long priceMicros) {
    final boolean opens = lots == 0 || (lots > 0) == (signedLots > 0);
    if (opens) {
      return Math.addExact(costMicros, Math.multiplyExact(signedLots, priceMicros));
    }
    final long after = Math.addExact(lots, signedLots);
    final boolean crosses = after != 0 && (after > 0) == (signedLots > 0);
    if (after == 0 || crosses) {
      return Math.multiplyExact(after, priceMicros);
    }
    return Math.subtractExact(costMicros, Proportion.halfEven(costMicros, -signedLots, lots));
  }

  /** Variation against a price becomes cash; the account's cash itself is moved elsewhere. */
  public long settleAt(long priceMicros) {
    final long amount = unrealisedMicros(priceMicros);
    if (amount != 0) {
      openValueMicros = Math.addExact(openValueMicros, amount);
      paidMicros = Math.addExact(paidMicros, amount);
      account().openValue(amount);
      exposure.paid(amount);
      secure();
    }
    return amount;
  }

  /** Empties the position after its last payment, as the market ends. */
  public void leave() {
    if (buyLots != 0 || sellLots != 0) {
      throw new IllegalStateException("orders are open in market " + market.marketId());
    }
    exposure.trade(market, -lots, -openValueMicros);
    exposure.forgetPaid(paidMicros);
    account().openValue(-openValueMicros);
    lots = 0;
    openValueMicros = 0;
    costMicros = 0;
    account().hold(this);
    account().secure(-securedMicros);
    securedMicros = 0;
  }

  /** Takes back all that it was ever paid, and answers the amount: minus what that was. */
  public long reverse() {
    final long amount = -paidMicros;
    exposure.forgetPaid(paidMicros);
    paidMicros = 0;
    secure();
    return amount;
  }

  boolean isUnused() {
    return !traded && buyLots == 0 && sellLots == 0;
  }

  /** Writes its figures. */
  public void writeState(StateOutput output) {
    output.putLong(lots);
    output.putLong(costMicros);
    output.putLong(openValueMicros);
    output.putLong(paidMicros);
    output.putBoolean(traded);
    output.putLong(buyLots);
    output.putLong(buyValueMicros);
    output.putLong(sellLots);
    output.putLong(sellValueMicros);
    output.putLong(orderFeesMicros);
  }

  /** Reads them into a position just opened; its exposure's outcomes are read elsewhere. */
  public void readState(StateInput input) {
    lots = input.getLong();
    costMicros = input.getLong();
    openValueMicros = input.getLong();
    paidMicros = input.getLong();
    traded = input.getBoolean();
    buyLots = input.getLong();
    buyValueMicros = input.getLong();
    sellLots = input.getLong();
    sellValueMicros = input.getLong();
    orderFeesMicros = input.getLong();
    account().openValue(openValueMicros);
    account().hold(this);
    secure();
  }
}
