package com.ballastmarkets.api.treasury;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The treasury: it keeps the papers of deposits and withdrawals, and moves the money by its own
 * commands to the venue. Refusals come as {@link com.ballastmarkets.api.error.ApiException}: the
 * venue's by its reason, others in words that the client may see.
 */
public interface TreasuryDesk {

  /**
   * @param reference unique for ever: the withdrawal's id
   * @param state one of {@code requested}, {@code approved}, {@code reserved}, {@code submitted},
   *     {@code confirmed}, {@code refused}, {@code rejected} or {@code failed}
   * @param approvals names of the staff who approved
   * @param reason why it was refused, rejected or failed, else null
   * @param transaction of the transfer that brought it, once it has
   */
  record Withdrawal(
      String reference,
      long accountId,
      long amountMicros,
      String address,
      String state,
      int approvalsRequired,
      List<String> approvals,
      String requestedAt,
      @Nullable String reason,
      @Nullable String transaction) {
    public Withdrawal {
      approvals = List.copyOf(approvals);
    }
  }

  /** Where a deposit comes from. */
  enum Source {
    CUSTODY,
    /** The sandbox's own. */
    FAUCET
  }

  /**
   * Credits a deposit and waits until the venue has it. The same reference twice credits once.
   *
   * @return the sequence of the venue's answer in its journal
   */
  long deposit(long accountId, long amountMicros, String reference, Source source);

  /**
   * Enters a withdrawal; the same key of the same account gives the same one.
   *
   * @param address must be whitelisted for the account
   */
  Withdrawal request(long accountId, long amountMicros, String address, String idempotencyKey);

  /**
   * Approves in the name of a member of staff; after the last approval that is needed it goes with
   * the next settlement batch.
   */
  Withdrawal approve(String reference, long staffId);

  Withdrawal refuse(String reference, long staffId, String reason);

  /**
   * Newest first.
   *
   * @param accountId 0 for all accounts
   * @param state null for all states
   */
  List<Withdrawal> withdrawals(long accountId, @Nullable String state);

  /** Allows withdrawals of an account to an address. */
  void whitelist(long accountId, String address, String label);
}
