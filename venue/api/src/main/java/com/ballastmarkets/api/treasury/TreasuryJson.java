package com.ballastmarkets.api.treasury;

import com.ballastmarkets.api.json.Decimals;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What deposits and withdrawals look like in JSON. */
public final class TreasuryJson {
  private TreasuryJson() {}

  public record Withdrawal(
      String withdrawalId,
      long accountId,
      BigDecimal amount,
      String currency,
      String address,
      String state,
      int approvalsRequired,
      List<String> approvals,
      String requestedAt,
      @Nullable String reason,
      @Nullable String transaction) {}

  public record Withdrawals(List<Withdrawal> withdrawals) {}

  /**
   * @param cash of the account, this deposit included
   */
  public record Deposited(
      long accountId, BigDecimal amount, String currency, String reference, BigDecimal cash) {}

  static Withdrawal withdrawal(TreasuryDesk.Withdrawal withdrawal) {
    return new Withdrawal(
        withdrawal.reference(),
        withdrawal.accountId(),
        Decimals.money(withdrawal.amountMicros()),
        "USDC",
        withdrawal.address(),
        withdrawal.state(),
        withdrawal.approvalsRequired(),
        withdrawal.approvals(),
        withdrawal.requestedAt(),
        withdrawal.reason(),
        withdrawal.transaction());
  }

  static Deposited deposited(long accountId, long amountMicros, String reference, long cash) {
    return new Deposited(
        accountId, Decimals.money(amountMicros), "USDC", reference, Decimals.money(cash));
  }
}
