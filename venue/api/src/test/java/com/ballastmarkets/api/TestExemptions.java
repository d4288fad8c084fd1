package com.ballastmarkets.api;

import com.ballastmarkets.api.exemption.ExemptionDesk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Papers of hedge exemptions in memory, all in force. */
final class TestExemptions implements ExemptionDesk {
  private final List<Exemption> entered = new ArrayList<>();

  @Override
  public synchronized Exemption approve(String staff, Terms terms) {
    if (terms.to().isBefore(terms.from())) {
      throw new IllegalArgumentException("an exemption does not end before it begins");
    }
    final Exemption exemption =
        new Exemption(entered.size() + 1, terms, staff, 1_000_000_000L, null, true);
    entered.add(exemption);
    return exemption;
  }

  @Override
  public synchronized Optional<Exemption> end(String staff, long exemptionId) {
    for (int i = 0; i < entered.size(); i++) {
      final Exemption e = entered.get(i);
      if (e.exemptionId() == exemptionId) {
        entered.set(
            i,
            new Exemption(
                exemptionId, e.terms(), e.approvedBy(), e.approvedNanos(), 2_000_000_000L, false));
        return Optional.of(entered.get(i));
      }
    }
    return Optional.empty();
  }

  @Override
  public synchronized List<Exemption> all() {
    return List.copyOf(entered);
  }

  @Override
  public synchronized List<Exemption> of(long participantId) {
    return entered.stream().filter(e -> e.terms().participantId() == participantId).toList();
  }
}
