package com.ballastmarkets.engine.settlement;

import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.settlement.Ruling;
import org.jspecify.annotations.Nullable;

/** A dispute of a provisional value, open until it is ruled. */
final class Dispute {
  private final long disputeId;
  private final int marketId;
  private final long accountId;
  private final String evidenceHash;
  private Command.@Nullable RuleDispute ruling;
  private boolean moot;

  Dispute(long disputeId, int marketId, long accountId, String evidenceHash) {
    this.disputeId = disputeId;
    this.marketId = marketId;
    this.accountId = accountId;
    this.evidenceHash = evidenceHash;
  }

  long disputeId() {
    return disputeId;
  }

  int marketId() {
    return marketId;
  }

  long accountId() {
    return accountId;
  }

  String evidenceHash() {
    return evidenceHash;
  }

  boolean isOpen() {
    return ruling == null && !moot;
  }

  /** The ruling on it, null if there is none. */
  Command.@Nullable RuleDispute ruling() {
    return ruling;
  }

  /** Whether the market became void for another reason before there was a ruling. */
  boolean isMoot() {
    return moot;
  }

  void rule(Command.RuleDispute decision) {
    ruling = decision;
  }

  void becomeMoot() {
    moot = true;
  }

  boolean isSame(Command.OpenDispute request) {
    return marketId == request.marketId()
        && accountId == request.accountId()
        && evidenceHash.equals(request.evidenceHash());
  }

  boolean isSameRuling(Command.RuleDispute request) {
    final Command.RuleDispute earlier = ruling;
    return earlier != null
        && earlier.ruling() == request.ruling()
        && (request.ruling() != Ruling.AMEND || earlier.valueMicros() == request.valueMicros())
        && earlier.evidenceHash().equals(request.evidenceHash());
  }
}
