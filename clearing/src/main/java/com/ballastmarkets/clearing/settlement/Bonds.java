package com.ballastmarkets.clearing.settlement;

import com.ballastmarkets.clearing.margin.InitialMargin;
import com.ballastmarkets.clearing.margin.Reservation;
import com.ballastmarkets.clearing.portfolio.Account;
import com.ballastmarkets.clearing.portfolio.Accounts;
import com.ballastmarkets.clearing.portfolio.Postings;
import com.ballastmarkets.domain.account.SystemAccounts;
import com.ballastmarkets.domain.event.CashReason;
import com.ballastmarkets.domain.event.RejectReason;
import org.jspecify.annotations.Nullable;

/** Bonds of disputes: into escrow, and from there back or to the insurance fund. */
public final class Bonds {
  private final Account escrow;
  private final Account fund;
  private final Postings postings;
  private final InitialMargin margin;
  private final Reservation figures;

  /**
   * @param figures takes the figures of a refusal
   */
  public Bonds(Accounts accounts, Postings postings, InitialMargin margin, Reservation figures) {
    this.escrow = accounts.require(SystemAccounts.DISPUTE_ESCROW);
    this.fund = accounts.require(SystemAccounts.INSURANCE_FUND);
    this.postings = postings;
    this.margin = margin;
    this.figures = figures;
  }

  /** Into escrow, if the account has as much available. */
  public @Nullable RejectReason post(
      Account account, int marketId, long amountMicros, long disputeId) {
    final long available = margin.availableMicros(account, postings.timeNanos());
    final RejectReason reason =
        margin.affords(account, amountMicros, available, postings.timeNanos());
    if (reason != null) {
      return figures.refuse(reason, amountMicros, available);
    }
    move(account, escrow, CashReason.BOND_POSTED, marketId, amountMicros, disputeId);
    return null;
  }

  /** Back to who posted it. */
  public void giveBack(Account account, int marketId, long amountMicros, long disputeId) {
    move(escrow, account, CashReason.BOND_RETURNED, marketId, amountMicros, disputeId);
  }

  /** To the insurance fund. */
  public void forfeit(int marketId, long amountMicros, long disputeId) {
    move(escrow, fund, CashReason.BOND_FORFEITED, marketId, amountMicros, disputeId);
  }

  private void move(
      Account from, Account to, CashReason reason, int marketId, long amount, long disputeId) {
    final String reference = Long.toString(disputeId);
    postings.move(from, reason, -amount, marketId, 0, 0, reference);
    postings.move(to, reason, amount, marketId, 0, 0, reference);
  }
}
