package com.ballastmarkets.engine.settlement;

import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.settlement.Ruling;
import com.ballastmarkets.domain.state.StateInput;
import com.ballastmarkets.domain.state.StateOutput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The disputes of remembered markets, in the order in which they were opened. */
final class Disputes {
  private final Map<Long, Dispute> byId = new LinkedHashMap<>();

  @Nullable Dispute get(long disputeId) {
    return byId.get(disputeId);
  }

  void add(Dispute dispute) {
    byId.put(dispute.disputeId(), dispute);
  }

  List<Dispute> openOn(int marketId) {
    return byId.values().stream().filter(d -> d.marketId() == marketId && d.isOpen()).toList();
  }

  /** Forgets the disputes of a market that has ended. */
  void forget(int marketId) {
    byId.values().removeIf(dispute -> dispute.marketId() == marketId);
  }

  void writeState(StateOutput output) {
    output.section("disputes", 1);
    output.putInt(byId.size());
    for (Dispute dispute : byId.values()) {
      output.putLong(dispute.disputeId());
      output.putInt(dispute.marketId());
      output.putLong(dispute.accountId());
      output.putString(dispute.evidenceHash());
      output.putBoolean(dispute.isMoot());
      final Command.RuleDispute ruling = dispute.ruling();
      output.putBoolean(ruling != null);
      if (ruling != null) {
        output.putEnum(ruling.ruling());
        output.putLong(ruling.valueMicros());
        output.putString(ruling.evidenceHash());
      }
    }
  }

  void readState(StateInput input) {
    input.section("disputes");
    final int count = input.getInt();
    for (int i = 0; i < count; i++) {
      final long disputeId = input.getLong();
      final int marketId = input.getInt();
      final long accountId = input.getLong();
      final Dispute dispute = new Dispute(disputeId, marketId, accountId, input.getString());
      if (input.getBoolean()) {
        dispute.becomeMoot();
      }
      if (input.getBoolean()) {
        final Ruling ruling = input.getEnum(Ruling.values());
        final long value = input.getLong();
        dispute.rule(new Command.RuleDispute(disputeId, ruling, value, input.getString()));
      }
      add(dispute);
    }
  }
}
