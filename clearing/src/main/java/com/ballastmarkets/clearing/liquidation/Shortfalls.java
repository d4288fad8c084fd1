package com.ballastmarkets.clearing.liquidation;

import com.ballastmarkets.clearing.liquidation.AccountFigures.PositionFigures;
import com.ballastmarkets.clearing.margin.InitialMargin;
import com.ballastmarkets.clearing.portfolio.Account;
import com.ballastmarkets.clearing.portfolio.Accounts;
import com.ballastmarkets.clearing.portfolio.Position;
import com.ballastmarkets.clearing.portfolio.Positions;
import com.ballastmarkets.clearing.portfolio.Postings;
import com.ballastmarkets.clearing.treasury.Contributions;
import com.ballastmarkets.clearing.waterfall.Contribution;
import com.ballastmarkets.clearing.waterfall.Layer;
import com.ballastmarkets.clearing.waterfall.Waterfall;
import com.ballastmarkets.domain.account.SystemAccounts;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.liquidation.Deleveraging;
import com.ballastmarkets.domain.liquidation.MarginStanding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What lies beyond the insurance fund: whenever its equity is below zero, by a takeover or by the
 * marks of what it took over earlier, the waterfall fills it up to zero, and what that can not do
 * is borne by the leveraged positions opposite to the fund's.
 */
public final class Shortfalls {
  private final Accounts accounts;
  private final Positions positions;
  private final InitialMargin margin;
  private final Postings postings;
  private final Contributions contributions;
  private final Takeovers takeovers;
  private final MarginWatch watch;

  public Shortfalls(
      Accounts accounts,
      Positions positions,
      InitialMargin margin,
      Postings postings,
      Contributions contributions,
      Takeovers takeovers,
      MarginWatch watch) {
    this.accounts = accounts;
    this.positions = positions;
    this.margin = margin;
    this.postings = postings;
    this.contributions = contributions;
    this.takeovers = takeovers;
    this.watch = watch;
  }

  private Account fund() {
    return accounts.require(SystemAccounts.INSURANCE_FUND);
  }

  /** The fund pays what an account without positions owes. */
  public void payDebt(int account) {
    final Account debtor = accounts.get(account);
    final long debt = Math.subtractExact(debtor.reservedMicros(), margin.equityMicros(debtor));
    if (debt > 0) {
      takeovers.cover(account, fund(), debt);
    }
  }

  /** Fills the fund up to zero, if it is below. The defaulter's own money goes first. */
  public void cover(long liquidationId, int defaulter) {
    cover(liquidationId, accounts.get(defaulter));
  }

  /** The same for a loss on what the fund took over earlier: there is no defaulter any more. */
  public void cover() {
    cover(0, null);
  }

  private void cover(long liquidationId, @Nullable Account defaulter) {
    final long deficit = Math.negateExact(margin.equityMicros(fund()));
    if (deficit <= 0) {
      return;
    }
    final Waterfall.Allocation allocation = waterfall(defaulter).bear(deficit);
    for (Layer layer : allocation.layers()) {
      bear(layer, defaulter);
      postings.tell(
          new Event.Liquidation.LossCovered(
              liquidationId, layer.source(), layer.participantId(), layer.amountMicros()));
    }
    if (allocation.uncoveredMicros() > 0) {
      deleverage(liquidationId);
    }
  }

  private Waterfall waterfall(@Nullable Account defaulter) {
    final long participantId = defaulter == null ? 0 : defaulter.participant().participantId();
    final long tranche = accounts.require(SystemAccounts.HOUSE_TRANCHE).cashMicros();
    final List<Contribution> members =
        contributions.all().entrySet().stream()
            .filter(entry -> entry.getKey() != participantId)
            .map(entry -> new Contribution(entry.getKey(), entry.getValue()))
            .toList();
    return new Waterfall(
        defaulter == null ? 0 : ownMoney(defaulter),
        new Contribution(participantId, contributions.of(participantId)),
        tranche,
        members);
  }

  /** What a defaulter without positions still has. */
  private long ownMoney(Account defaulter) {
    for (var exposure : defaulter.exposures()) {
      for (Position p = exposure.first(); p != null; p = p.next()) {
        if (p.lots() != 0) {
          return 0;
        }
      }
    }
    return Math.max(0, margin.availableMicros(defaulter, postings.timeNanos()));
  }

  private void bear(Layer layer, @Nullable Account defaulter) {
    final long amount = layer.amountMicros();
    switch (layer.source()) {
      case DEFAULTER_MARGIN -> {
        if (defaulter != null) {
          takeovers.cover(fund().handle(), defaulter, amount);
        }
      }
      case DEFAULTER_CONTRIBUTION, MEMBER_CONTRIBUTION ->
          contributions.bear(layer.participantId(), fund(), amount);
      case HOUSE_TRANCHE ->
          takeovers.cover(fund().handle(), accounts.require(SystemAccounts.HOUSE_TRANCHE), amount);
    }
  }

  // ---- the last resort -----------------------------------------------------------------------

  private void deleverage(long liquidationId) {
    final AccountFigures figures = takeovers.figures(fund().handle());
    for (PositionFigures position : figures.positions()) {
      final long price = BankruptcyPrice.of(position, figures);
      for (Deleveraging.Closing closing :
          Deleveraging.close(candidates(position), position.lots(), position.markMicros())) {
        close(liquidationId, position, closing, price);
      }
    }
  }

  private List<Deleveraging.Candidate> candidates(PositionFigures position) {
    return watch.leveraged(position.market()).stream()
        .filter(other -> other.account().standing() != MarginStanding.LIQUIDATION)
        .map(other ->
            new Deleveraging.Candidate(
                other.account().accountId(), other.lots(), other.costMicros()))
        .toList();
  }

  private void close(
      long liquidationId, PositionFigures position, Deleveraging.Closing closing, long price) {
    final Account account = accounts.require(closing.accountId());
    final Position theirs = positions.require(account.handle(), position.market());
    final Position ours = positions.require(fund().handle(), position.market());
    theirs.trade(-closing.lots(), price);
    ours.trade(closing.lots(), price);
    postings.touch(theirs);
    postings.touch(ours);
    postings.tell(
        new Event.Liquidation.AutoDeleveraged(
            liquidationId,
            account.accountId(),
            theirs.market().marketId(),
            closing.lots(),
            price,
            position.markMicros()));
  }
}
