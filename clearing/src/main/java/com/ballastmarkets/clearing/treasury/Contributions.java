package com.ballastmarkets.clearing.treasury;

import com.ballastmarkets.clearing.margin.Reservation;
import com.ballastmarkets.clearing.portfolio.Account;
import com.ballastmarkets.clearing.portfolio.Accounts;
import com.ballastmarkets.clearing.portfolio.Postings;
import com.ballastmarkets.domain.account.AccountKind;
import com.ballastmarkets.domain.account.SystemAccounts;
import com.ballastmarkets.domain.event.CashReason;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.domain.state.StateInput;
import com.ballastmarkets.domain.state.StateOutput;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The members' contributions to the default fund, and the house's tranche. The cash of the default
 * fund's account is the sum of the contributions.
 */
public final class Contributions {
  private final Accounts accounts;
  private final Postings postings;
  private final Treasury treasury;
  private final Reservation figures;
  private final TreeMap<Long, Long> byParticipant = new TreeMap<>();

  /**
   * @param figures takes the figures of a refusal
   */
  public Contributions(
      Accounts accounts, Postings postings, Treasury treasury, Reservation figures) {
    this.accounts = accounts;
    this.postings = postings;
    this.treasury = treasury;
    this.figures = figures;
  }

  /** Contributions by participant, none of zero. */
  public Map<Long, Long> all() {
    return byParticipant;
  }

  public long of(long participantId) {
    return byParticipant.getOrDefault(participantId, 0L);
  }

  /** From a client's account into the fund. */
  public @Nullable RejectReason pay(long accountId, long amountMicros, String reference) {
    final Account account = accounts.find(accountId);
    if (account == null || account.kind() != AccountKind.CLIENT) {
      return RejectReason.UNKNOWN_ACCOUNT;
    }
    if (amountMicros <= 0) {
      return RejectReason.INVALID_AMOUNT;
    }
    return treasury.once(
        new Transfer(reference, accountId, amountMicros, Transfer.Status.CONTRIBUTED),
        transfer -> {
          // It may come back to another account of the participant, and leave from there.
          final RejectReason reason = treasury.whyKept(account, amountMicros);
          if (reason != null) {
            return reason;
          }
          move(account, defaultFund(), CashReason.CONTRIBUTION_PAID, amountMicros, reference);
          change(account.participant().participantId(), amountMicros);
          return null;
        });
  }

  /** From the fund back to the client's account. */
  public @Nullable RejectReason giveBack(long accountId, long amountMicros, String reference) {
    final Account account = accounts.find(accountId);
    if (account == null || account.kind() != AccountKind.CLIENT) {
      return RejectReason.UNKNOWN_ACCOUNT;
    }
    if (amountMicros <= 0) {
      return RejectReason.INVALID_AMOUNT;
    }
    return treasury.once(
        new Transfer(reference, accountId, amountMicros, Transfer.Status.RETURNED),
        transfer -> {
          final long participantId = account.participant().participantId();
          if (amountMicros > of(participantId)) {
            return figures.refuse(
                RejectReason.INSUFFICIENT_BALANCE, amountMicros, of(participantId));
          }
          move(defaultFund(), account, CashReason.CONTRIBUTION_RETURNED, amountMicros, reference);
          change(participantId, -amountMicros);
          return null;
        });
  }

  /** From the house's account into its tranche. */
  public @Nullable RejectReason fundTranche(long amountMicros, String reference) {
    if (amountMicros <= 0) {
      return RejectReason.INVALID_AMOUNT;
    }
    final Account house = accounts.require(SystemAccounts.HOUSE);
    final Account tranche = accounts.require(SystemAccounts.HOUSE_TRANCHE);
    return treasury.once(
        new Transfer(reference, tranche.accountId(), amountMicros, Transfer.Status.TRANCHE_FUNDED),
        transfer -> {
          final RejectReason reason = treasury.whyKept(house, amountMicros);
          if (reason != null) {
            return reason;
          }
          move(house, tranche, CashReason.TRANCHE_FUNDED, amountMicros, reference);
          return null;
        });
  }

  /** A contribution bears a loss: its money goes to the insurance fund. */
  public void bear(long participantId, Account insuranceFund, long amountMicros) {
    move(defaultFund(), insuranceFund, CashReason.LOSS_COVERED, amountMicros, "");
    change(participantId, -amountMicros);
  }

  private Account defaultFund() {
    return accounts.require(SystemAccounts.DEFAULT_FUND);
  }

  private void move(Account from, Account to, CashReason reason, long amount, String reference) {
    postings.move(from, reason, -amount, reference);
    postings.move(to, reason, amount, reference);
  }

  private void change(long participantId, long deltaMicros) {
    final long after = Math.addExact(of(participantId), deltaMicros);
    if (after == 0) {
      byParticipant.remove(participantId);
    } else {
      byParticipant.put(participantId, after);
    }
    postings.tell(new Event.Liquidation.ContributionChanged(participantId, after));
  }

  /** Writes the contributions, by participant. */
  public void writeState(StateOutput output) {
    output.putInt(byParticipant.size());
    byParticipant.forEach((participantId, amount) -> {
      output.putLong(participantId);
      output.putLong(amount);
    });
  }

  /** Reads them back. */
  public void readState(StateInput input) {
    final int count = input.getInt();
    for (int i = 0; i < count; i++) {
      final long participantId = input.getLong();
      byParticipant.put(participantId, input.getLong());
    }
  }
}
