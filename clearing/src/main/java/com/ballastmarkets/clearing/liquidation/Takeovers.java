package com.ballastmarkets.clearing.liquidation;

import com.ballastmarkets.clearing.liquidation.AccountFigures.PositionFigures;
import com.ballastmarkets.clearing.margin.InitialMargin;
import com.ballastmarkets.clearing.margin.LeverageRamp;
import com.ballastmarkets.clearing.portfolio.Account;
import com.ballastmarkets.clearing.portfolio.Accounts;
import com.ballastmarkets.clearing.portfolio.Exposure;
import com.ballastmarkets.clearing.portfolio.Position;
import com.ballastmarkets.clearing.portfolio.Positions;
import com.ballastmarkets.clearing.portfolio.Postings;
import com.ballastmarkets.clearing.portfolio.Proportion;
import com.ballastmarkets.clearing.product.ClearedMarket;
import com.ballastmarkets.clearing.product.Markets;
import com.ballastmarkets.domain.account.SystemAccounts;
import com.ballastmarkets.domain.event.CashReason;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.liquidation.MarginStanding;
import com.ballastmarkets.domain.order.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a liquidation reads from the accounts, and moves between them. */
public final class Takeovers {
  private final Accounts accounts;
  private final Markets markets;
  private final Positions positions;
  private final InitialMargin margin;
  private final Postings postings;

  public Takeovers(
      Accounts accounts,
      Markets markets,
      Positions positions,
      InitialMargin margin,
      Postings postings) {
    this.accounts = accounts;
    this.markets = markets;
    this.positions = positions;
    this.margin = margin;
    this.postings = postings;
  }

  /** The figures of an account now: its ladder stage, and what a liquidation goes by. */
  public AccountFigures figures(int account) {
    final Account owner = accounts.get(account);
    final List<PositionFigures> held = new ArrayList<>();
    long loss = 0;
    long tiedUp = 0;
    boolean open = false;
    for (Exposure exposure : owner.exposures()) {
      loss = Math.addExact(loss, margin.positionsLossMicros(exposure));
      tiedUp = Math.addExact(tiedUp, margin.positionsMarginMicros(exposure, postings.timeNanos()));
      for (Position position = exposure.first(); position != null; position = position.next()) {
        open |= position.buyLots() != 0 || position.sellLots() != 0;
        if (position.lots() != 0) {
          held.add(figures(position, owner.leverage()));
        }
      }
    }
    // Exposures stand in the order in which they came, which a snapshot does not keep.
    held.sort(Comparator.comparingInt(position -> markets.require(position.market()).marketId()));
    final long equity = Math.subtractExact(margin.equityMicros(owner), owner.reservedMicros());
    return new AccountFigures(equity, loss, tiedUp, open, held);
  }

  private PositionFigures figures(Position position, int leverage) {
    final ClearedMarket market = position.market();
    final long face = Math.multiplyExact(market.faceMicros(), Math.abs(position.lots()));
    return new PositionFigures(
        market.handle(),
        position.lots(),
        markets.marks()[market.handle()],
        market.contract().loMicros(),
        market.contract().hiMicros(),
        LeverageRamp.marginOf(face, leverage, market.underlying(), postings.timeNanos()));
  }

  /** The insurance fund takes the whole position at a price, without a fee. */
  public void takeOver(int account, int market, long priceMicros) {
    final Position from = positions.require(account, market);
    final Account fund = accounts.require(SystemAccounts.INSURANCE_FUND);
    final Position known = positions.find(fund.handle(), market);
    final Position to = known != null ? known : positions.open(fund, markets.require(market));
    final long lots = from.lots();
    from.trade(-lots, priceMicros);
    to.trade(lots, priceMicros);
    postings.touch(from);
    postings.touch(to);
  }

  /** Reserves an order that a liquidation places: it is not tested, because it reduces. */
  public void reserve(int account, int market, Side side, long priceMicros, long lots) {
    final Position position = positions.require(account, market);
    position.order(side, priceMicros, lots);
    postings.touch(position.account());
  }

  /** Sets an account's standing on the ladder. */
  public void standing(int account, MarginStanding standing) {
    accounts.get(account).standing(standing);
  }

  /** The account's standing as it was set last. */
  public MarginStanding standing(int account) {
    return accounts.get(account).standing();
  }

  /** The fee of a slice: of the face of what was filled, rounded up, at most what there is. */
  public long feeMicros(int account, int market, long filledLots) {
    final long face = Math.multiplyExact(markets.require(market).faceMicros(), filledLots);
    final long fee = Proportion.ceiling(face, LiquidationRules.FEE_PPM, 1_000_000);
    return Math.clamp(figures(account).equityMicros(), 0, fee);
  }

  /** What a liquidation tells of a position when it begins. */
  public Event.Liquidation.LiquidationInput input(
      long liquidationId, int account, PositionFigures figures) {
    final Position position = positions.require(account, figures.market());
    return new Event.Liquidation.LiquidationInput(
        liquidationId,
        position.account().accountId(),
        position.market().marketId(),
        position.lots(),
        position.openValueMicros(),
        position.paidMicros(),
        figures.markMicros(),
        figures.marginMicros());
  }

  /** What a liquidation tells of the account when it begins. */
  public Event.Liquidation.LiquidationStarted started(
      long liquidationId, int account, AccountFigures figures) {
    final Account owner = accounts.get(account);
    return new Event.Liquidation.LiquidationStarted(
        liquidationId,
        owner.accountId(),
        owner.leverage(),
        owner.cashMicros(),
        owner.reservedMicros(),
        figures.equityMicros(),
        figures.worstCaseLossMicros(),
        figures.marginMicros());
  }

  /** The liquidation fee: from the account to the insurance fund. */
  public void charge(int account, int marketId, long amountMicros) {
    move(accounts.get(account), fund(), CashReason.LIQUIDATION_FEE, marketId, amountMicros);
  }

  /** A loss of one account is borne by another. */
  public void cover(int account, int bearer, long amountMicros) {
    cover(account, accounts.get(bearer), amountMicros);
  }

  void cover(int account, Account bearer, long amountMicros) {
    move(bearer, accounts.get(account), CashReason.LOSS_COVERED, 0, amountMicros);
  }

  private Account fund() {
    return accounts.require(SystemAccounts.INSURANCE_FUND);
  }

  private void move(Account from, Account to, CashReason reason, int marketId, long amount) {
    postings.move(from, reason, -amount, marketId, 0, 0, "");
    postings.move(to, reason, amount, marketId, 0, 0, "");
  }
}
