package com.ballastmarkets.engine.order;

import com.ballastmarkets.clearing.ClearingHouse;
import com.ballastmarkets.domain.state.StateInput;
import com.ballastmarkets.domain.state.StateOutput;
import java.util.BitSet;
import java.util.TreeSet;

/**
 * Which accounts may place no orders: by their own switch, by handle, or by a switch of their
 * participant's, of which it has one and operations another.
 */
final class KillSwitches {
  private final ClearingHouse clearing;
  private final BitSet accounts = new BitSet();
  private final TreeSet<Long> byOwner = new TreeSet<>();
  private final TreeSet<Long> byOperations = new TreeSet<>();

  KillSwitches(ClearingHouse clearing) {
    this.clearing = clearing;
  }

  /** Whether any switch keeps the account from placing orders. */
  boolean isEngaged(int account) {
    return accounts.get(account)
        || (!(byOwner.isEmpty() && byOperations.isEmpty())
            && isParticipantEngaged(clearing.participantOf(account)));
  }

  private boolean isParticipantEngaged(long participantId) {
    return byOwner.contains(participantId) || byOperations.contains(participantId);
  }

  /** Whether the account's own switch is engaged. */
  boolean isAccountEngaged(int account) {
    return accounts.get(account);
  }

  void set(int account, boolean on) {
    accounts.set(account, on);
  }

  /** Whether one of the participant's two switches is engaged. */
  boolean isParticipantEngaged(long participantId, boolean operations) {
    return (operations ? byOperations : byOwner).contains(participantId);
  }

  void setParticipant(long participantId, boolean operations, boolean on) {
    final TreeSet<Long> switches = operations ? byOperations : byOwner;
    if (on) {
      switches.add(participantId);
    } else {
      switches.remove(participantId);
    }
  }

  void writeState(StateOutput output) {
    output.section("kill-switches", 2);
    output.putInt(accounts.cardinality());
    for (int i = accounts.nextSetBit(0); i >= 0; i = accounts.nextSetBit(i + 1)) {
      output.putInt(i);
    }
    write(output, byOwner);
    write(output, byOperations);
  }

  private static void write(StateOutput output, TreeSet<Long> participants) {
    output.putInt(participants.size());
    for (long participantId : participants) {
      output.putLong(participantId);
    }
  }

  void readState(StateInput input) {
    final int version = input.section("kill-switches");
    final int count = input.getInt();
    for (int i = 0; i < count; i++) {
      accounts.set(input.getInt());
    }
    if (version >= 2) {
      read(input, byOwner);
      read(input, byOperations);
    }
  }

  private static void read(StateInput input, TreeSet<Long> participants) {
    final int count = input.getInt();
    for (int i = 0; i < count; i++) {
      participants.add(input.getLong());
    }
  }
}
