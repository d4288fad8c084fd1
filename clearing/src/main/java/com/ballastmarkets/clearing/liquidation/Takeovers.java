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
import com.ballastmarkets.clearing.product.ClearedMarket;
import com.ballastmarkets.clearing.product.Markets;
import com.ballastmarkets.domain.account.SystemAccounts;
import com.ballastmarkets.domain.event.CashReason;
import java.util.ArrayList;
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
    return new AccountFigures(margin.equityMicros(owner), loss, tiedUp, open, held);
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

  /** The liquidation fee: from the account to the insurance fund. */
  public void charge(int account, int marketId, long amountMicros) {
    move(accounts.get(account), fund(), CashReason.LIQUIDATION_FEE, marketId, amountMicros);
  }

  /** A loss of one account is borne by another. */
  public void cover(int account, int bearer, long amountMicros) {
    move(accounts.get(bearer), accounts.get(account), CashReason.LOSS_COVERED, 0, amountMicros);
  }

  private Account fund() {
    return accounts.require(SystemAccounts.INSURANCE_FUND);
  }

  private void move(Account from, Account to, CashReason reason, int marketId, long amount) {
    postings.move(from, reason, -amount, marketId, 0, 0, "");
    postings.move(to, reason, amount, marketId, 0, 0, "");
  }
}
