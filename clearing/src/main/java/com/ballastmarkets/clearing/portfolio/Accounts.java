package com.ballastmarkets.clearing.portfolio;

import com.ballastmarkets.domain.account.AccountKind;
import com.ballastmarkets.domain.account.SystemAccounts;
import java.util.ArrayList;
import java.util.List;
import org.agrona.collections.Long2ObjectHashMap;
import org.jspecify.annotations.Nullable;

/** All accounts by handle and by id, and the firms that own them. */
public final class Accounts {
  private final List<Account> byHandle = new ArrayList<>();
  private final Long2ObjectHashMap<Account> byId = new Long2ObjectHashMap<>();
  private final Long2ObjectHashMap<Participant> participants = new Long2ObjectHashMap<>();

  public Accounts() {}

  /** Opens the accounts that exist from the first moment. */
  public void openSystemAccounts() {
    open(SystemAccounts.HOUSE, AccountKind.HOUSE);
    open(SystemAccounts.INSURANCE_FUND, AccountKind.INSURANCE_FUND);
    open(SystemAccounts.DISPUTE_ESCROW, AccountKind.DISPUTE_ESCROW);
    open(SystemAccounts.DEFAULT_FUND, AccountKind.DEFAULT_FUND);
    open(SystemAccounts.HOUSE_TRANCHE, AccountKind.HOUSE_TRANCHE);
  }

  private void open(long accountId, AccountKind kind) {
    if (find(accountId) == null) {
      open(accountId, SystemAccounts.HOUSE_PARTICIPANT, kind, 1);
    }
  }

  /** Opens an account whose id is free. */
  public Account open(long accountId, long participantId, AccountKind kind, int leverage) {
    Participant participant = participants.get(participantId);
    if (participant == null) {
      participant = new Participant(participantId);
      participants.put(participantId, participant);
    }
    final Account account = new Account(byHandle.size(), accountId, participant, kind, leverage);
    participant.accounts().add(account);
    byHandle.add(account);
    byId.put(accountId, account);
    return account;
  }

  /** Whether there is a firm of this id: one with an account. */
  public boolean isParticipant(long participantId) {
    return participants.containsKey(participantId);
  }

  public int count() {
    return byHandle.size();
  }

  public Account get(int handle) {
    return byHandle.get(handle);
  }

  public @Nullable Account find(long accountId) {
    return byId.get(accountId);
  }

  /** An account that must exist: a system account. */
  public Account require(long accountId) {
    final Account account = byId.get(accountId);
    if (account == null) {
      throw new IllegalStateException("no account " + accountId);
    }
    return account;
  }
}
