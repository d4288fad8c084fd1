package com.ballastmarkets.clearing.treasury;

import com.ballastmarkets.clearing.portfolio.Account;
import com.ballastmarkets.clearing.portfolio.Accounts;
import com.ballastmarkets.clearing.portfolio.Postings;
import com.ballastmarkets.domain.account.AccountKind;
import com.ballastmarkets.domain.account.SystemAccounts;
import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.command.MakerReward;
import com.ballastmarkets.domain.event.CashReason;
import com.ballastmarkets.domain.event.RejectReason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pays makers out of the house's account: what it loses is what they gain. */
public final class MakerRewards {
  private final Accounts accounts;
  private final Postings postings;
  private final Treasury treasury;

  public MakerRewards(Accounts accounts, Postings postings, Treasury treasury) {
    this.accounts = accounts;
    this.postings = postings;
    this.treasury = treasury;
  }

  /**
   * {@code UNKNOWN_ACCOUNT}, {@code INVALID_AMOUNT}, {@code REFERENCE_USED}, {@code
   * INSUFFICIENT_BALANCE} of the house.
   */
  public @Nullable RejectReason pay(Command.PayMakerRewards command) {
    final List<MakerReward> rewards = command.rewards();
    if (rewards.isEmpty() || rewards.size() > Command.Limits.MAX_ENTRIES) {
      return RejectReason.INVALID_AMOUNT;
    }
    long total = 0;
    for (MakerReward reward : rewards) {
      final Account account = accounts.find(reward.accountId());
      if (account == null || account.kind() != AccountKind.CLIENT) {
        return RejectReason.UNKNOWN_ACCOUNT;
      }
      if (reward.amountMicros() <= 0
          || reward.amountMicros() > Treasury.MAX_INSIDE_MICROS - total) {
        return RejectReason.INVALID_AMOUNT;
      }
      total += reward.amountMicros();
    }
    return pay(command.reference(), rewards, total);
  }

  private @Nullable RejectReason pay(String reference, List<MakerReward> rewards, long total) {
    final Account house = accounts.require(SystemAccounts.HOUSE);
    return treasury.once(
        new Transfer(reference, house.accountId(), total, Transfer.Status.REWARDED),
        transfer -> {
          final RejectReason reason = treasury.whyKept(house, total);
          if (reason != null) {
            return reason;
          }
          postings.move(house, CashReason.MAKER_REWARD, -total, reference);
          for (MakerReward reward : rewards) {
            postings.move(
                accounts.require(reward.accountId()),
                CashReason.MAKER_REWARD,
                reward.amountMicros(),
                reference);
          }
          return null;
        });
  }
}
