package com.ballastmarkets.api.account;

/**
 * A firm: its kill switches, and what it has in the default fund. Written by the journal's thread.
 */
public final class Participant {
  private final long participantId;
  private volatile Switches switches = new Switches(false, false);
  private volatile long contributionMicros;

  /** Which of them are engaged. */
  public record Switches(boolean byOwner, boolean byOperations) {}

  public Participant(long participantId) {
    this.participantId = participantId;
  }

  public long participantId() {
    return participantId;
  }

  public Switches switches() {
    return switches;
  }

  /** What it has in the default fund. */
  public long contributionMicros() {
    return contributionMicros;
  }

  public void onContribution(long nowMicros) {
    contributionMicros = nowMicros;
  }

  /** Whether its accounts may place no orders. */
  boolean isSuspended() {
    final Switches now = switches;
    return now.byOwner() || now.byOperations();
  }

  public void onKillSwitch(boolean byOwner, boolean byOperations) {
    switches = new Switches(byOwner, byOperations);
  }
}
