package com.ballastmarkets.api.treasury;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The papers of withdrawals: addresses, approvals, states. It sends no commands: the caller
 * reserves the money before and confirms or releases it after, by the reference given here.
 */
public interface TreasuryDesk {

  /** Where a withdrawal stands. */
  enum State {
    /** Entered; its money is being set aside. */
    REQUESTED,
    /** One approval of two. */
    HALF_APPROVED,
    APPROVED,
    REJECTED,
    /** It could not be reserved. */
    REFUSED
  }

  /**
   * @param reference of the venue's commands for it
   * @param approvals holders of the keys that approved
   */
  record Withdrawal(
      String withdrawalId,
      long accountId,
      long amountMicros,
      String address,
      String reference,
      State state,
      List<String> approvals,
      long requestedAtNanos) {
    public Withdrawal {
      approvals = List.copyOf(approvals);
    }
  }

  /**
   * Enters a withdrawal; the same key of the same account gives the same one.
   *
   * @throws IllegalArgumentException if the address is not whitelisted for the account; its message
   *     is shown to the client
   */
  Withdrawal request(
      long accountId, long amountMicros, String address, String idempotencyKey, long timeNanos);

  /** The venue refused to set the money aside. */
  void refused(String withdrawalId);

  /**
   * Approves. The state tells whether that was enough ({@link State#APPROVED}) or a second member
   * of staff is needed.
   *
   * @throws IllegalArgumentException if it is decided already, or approved by the same person
   */
  Withdrawal approve(String withdrawalId, String staff);

  /**
   * @throws IllegalArgumentException if it is decided already
   */
  Withdrawal reject(String withdrawalId, String staff, String reason);

  Optional<Withdrawal> withdrawal(String withdrawalId);

  /**
   * @param accountId 0 for all accounts
   * @param state null for all states
   */
  List<Withdrawal> withdrawals(long accountId, @Nullable State state);

  /** Allows withdrawals of an account to an address from now on. */
  void whitelist(long accountId, String address, String staff);
}
