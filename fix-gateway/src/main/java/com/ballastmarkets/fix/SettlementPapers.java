package com.ballastmarkets.fix;

import java.util.Optional;

/** What the back office knows of a market's value beside what stands in the journal. */
@FunctionalInterface
public interface SettlementPapers {
  /** Nothing is known of any market. */
  SettlementPapers NONE = symbol -> Optional.empty();

  /** How a market's value was computed; empty while there is none, or none can be read. */
  Optional<Computation> find(String symbol);

  /**
   * @param formulaId {@code availability}
   * @param formulaVersion {@code 1}
   * @param vintage when the snapshot of the observations was taken, as UTC timestamp of FIX; empty
   *     if it is not known
   */
  record Computation(String formulaId, String formulaVersion, String vintage) {}
}
