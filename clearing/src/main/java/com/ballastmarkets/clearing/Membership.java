package com.ballastmarkets.clearing;

import com.ballastmarkets.clearing.margin.InitialMargin;
import com.ballastmarkets.clearing.margin.Reservation;
import com.ballastmarkets.clearing.portfolio.Account;
import com.ballastmarkets.clearing.portfolio.Accounts;
import com.ballastmarkets.clearing.portfolio.Postings;
import com.ballastmarkets.domain.account.AccountKind;
import com.ballastmarkets.domain.account.SystemAccounts;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.event.RejectReason;
import org.jspecify.annotations.Nullable;

/** Opens clients' accounts and sets their leverage tier, 1 to 10. */
final class Membership {
  private static final int MAX_LEVERAGE = 10;

  private final Accounts accounts;
  private final InitialMargin margin;
  private final Reservation reservation;
  private final Postings postings;

  Membership(Accounts accounts, InitialMargin margin, Reservation reservation, Postings postings) {
    this.accounts = accounts;
    this.margin = margin;
    this.reservation = reservation;
    this.postings = postings;
  }

  @Nullable RejectReason open(long accountId, long participantId, AccountKind kind, int leverage) {
    final Account known = accounts.find(accountId);
    if (known != null) {
      if (known.participant().participantId() != participantId
          || known.kind() != kind
          || known.leverage() != leverage) {
        return RejectReason.ACCOUNT_EXISTS;
      }
      postings.tell(new Event.NothingToDo());
      return null;
    }
    if (accountId < SystemAccounts.FIRST_CLIENT || kind != AccountKind.CLIENT) {
      return RejectReason.ACCOUNT_EXISTS;
    }
    if (leverage < 1 || leverage > MAX_LEVERAGE) {
      return RejectReason.INVALID_LEVERAGE;
    }
    final Account account = accounts.open(accountId, participantId, kind, leverage);
    postings.tell(new Event.AccountOpened(accountId, participantId, kind, leverage));
    postings.touch(account);
    return null;
  }

  @Nullable RejectReason setLeverage(long accountId, int leverage) {
    final Account account = accounts.find(accountId);
    if (account == null) {
      return RejectReason.UNKNOWN_ACCOUNT;
    }
    if (leverage < 1 || leverage > MAX_LEVERAGE || account.kind() != AccountKind.CLIENT) {
      return RejectReason.INVALID_LEVERAGE;
    }
    final int before = account.leverage();
    if (leverage == before) {
      postings.tell(new Event.NothingToDo());
      return null;
    }
    account.leverage(leverage);
    final long free = margin.freeMicros(account, postings.timeNanos());
    if (leverage < before && free < 0) {
      account.leverage(before);
      final long equity =
          Math.subtractExact(margin.equityMicros(account), account.reservedMicros());
      return reservation.refuse(
          RejectReason.INSUFFICIENT_BALANCE, Math.subtractExact(equity, free), equity);
    }
    postings.tell(new Event.LeverageChanged(accountId, leverage));
    postings.touch(account);
    return null;
  }
}
