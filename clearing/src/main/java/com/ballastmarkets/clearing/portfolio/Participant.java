package com.ballastmarkets.clearing.portfolio;

import java.util.ArrayList;
import java.util.List;

/** A firm: its accounts share position limits. */
public final class Participant {
  private final long participantId;
  private final List<Account> accounts = new ArrayList<>(1);

  Participant(long participantId) {
    this.participantId = participantId;
  }

  public long participantId() {
    return participantId;
  }

  /** Its accounts, oldest first. */
  public List<Account> accounts() {
    return accounts;
  }
}
