package com.ballastmarkets.reports.settlement;

import java.time.Instant;

/** How far a settlement has come, and at what. */
public sealed interface Outcome {
  /** The word for it in every format. */
  String state();

  /**
   * A value is published and may be disputed; nothing is paid yet.
   *
   * @param valueMicros per lot
   * @param disputeUntil end of the dispute window, exclusive
   */
  record Provisional(long valueMicros, Instant disputeUntil) implements Outcome {
    @Override
    public String state() {
      return "PROVISIONAL";
    }
  }

  /** A dispute waits for a ruling on this value; nothing is paid yet. */
  record Disputed(long valueMicros) implements Outcome {
    @Override
    public String state() {
      return "DISPUTED";
    }
  }

  /** Paid at this value per lot. */
  record Final(long valueMicros, Instant settledAt) implements Outcome {
    @Override
    public String state() {
      return "FINAL";
    }
  }

  /** As if it had not traded: everything it ever paid, fees excepted, is taken back. */
  record Voided(Instant voidedAt) implements Outcome {
    @Override
    public String state() {
      return "VOID";
    }
  }
}
